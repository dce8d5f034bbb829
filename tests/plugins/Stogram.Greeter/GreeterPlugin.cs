using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Plugins;

namespace Stogram.Greeter;

public sealed class GreeterPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin)
    {
        plugin.Services
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, GreeterJson.Default))
            .AddScoped<Counts>();
        plugin.Settings(GreeterJson.Default.GreeterSettings)
            .Intercept<RefuseWord>()
            .On<MessagePosted>((e, services, cancellation) =>
                services.GetRequiredService<Counts>().Add(e, cancellation))
            .Command<TellCount>("greeter:count")
            .Job<StartOver>("start-over")
            .Endpoints(routes => routes.MapGet("/{chatId:guid}",
                (PluginCaller caller, Guid chatId, Counts counts, CancellationToken cancellation) =>
                    counts.Tell(caller, chatId, cancellation)));
    }
}
