using Microsoft.Extensions.DependencyInjection;
using Stogram.Plugins;

namespace Polls;

public sealed class Plugin : IPlugin
{
    public void Configure(IPluginBuilder plugin)
    {
        plugin.Services.AddScoped<Ballots>();
        plugin.Settings(PollJson.Default.PollSettings)
            .Command<Ask>("polls:ask")
            .Command<Vote>("polls:vote")
            .Command<Close>("polls:close")
            .Command<Show>("polls:show")
            .Job<CloseInTime>("close")
            .On<MessageDeleted>((e, services, cancellation) => Of(services).Forget(e.ChatId, e.MessageId, cancellation))
            .On<MessageExpired>((e, services, cancellation) => Of(services).Forget(e.ChatId, e.MessageId, cancellation))
            .On<ChatDeleted>((e, services, cancellation) => Of(services).Forget(e.ChatId, null, cancellation));
    }

    private static Ballots Of(IServiceProvider services) => services.GetRequiredService<Ballots>();
}
