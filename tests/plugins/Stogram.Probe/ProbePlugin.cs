using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Plugins;

namespace Stogram.Probe;

public sealed class ProbePlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin)
    {
        plugin.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ProbeJson.Default));
        plugin.Services.AddSingleton(plugin.Info).AddSingleton<Notebook>().AddPluginDbContext<Diary>();
        plugin.Settings(ProbeJson.Default.ProbeSettings);
        plugin.Endpoints(routes => routes.MapProbe());
        plugin.Intercept<Shout>();
        plugin.Command<Ping>("probe:ping");
        plugin.Provide<ISearchIndex, Careless>();
        plugin.Job<Dig>("dig");
        plugin.Job<Dig>("tidy");
        plugin.Job<Sweep>("sweep");
        plugin.On<ChatCreated>((e, services, cancellation) => Note(services, e, null, cancellation));
        plugin.On<ChatDeleted>((e, services, cancellation) => Note(services, e, null, cancellation));
        plugin.On<MemberJoined>((e, services, cancellation) => Note(services, e, null, cancellation));
        plugin.On<MemberLeft>((e, services, cancellation) => Note(services, e, null, cancellation));
        plugin.On<MessageEdited>((e, services, cancellation) => Note(services, e, e.Seq, cancellation));
        plugin.On<MessageDeleted>((e, services, cancellation) => Note(services, e, e.Seq, cancellation));
        plugin.On<MessagePinned>((e, services, cancellation) => Note(services, e, e.Seq, cancellation));
        plugin.On<MessagePreviewed>((e, services, cancellation) => Note(services, e, e.Seq, cancellation));
        plugin.On<MessageExpired>((e, services, cancellation) => Note(services, e, e.Seq, cancellation));
        plugin.On<ReactionChanged>((e, services, cancellation) => Note(services, e, e.Seq, cancellation));
        plugin.On<MessagePosted>(async (e, services, cancellation) =>
        {
            await Note(services, e, e.Seq, cancellation);
            await services.GetRequiredService<IMessages>().Repeat(e, cancellation);
            await services.GetRequiredService<IRealtime>().ToChatAsync(
                e.OrganizationId, e.ChatId, "probe:seen", new Seen(e.ChatId, e.Seq), ProbeJson.Default.Seen, cancellation);
        });
    }

    public ValueTask EnabledAsync(OrganizationContext organization, CancellationToken cancellation) =>
        organization.Services.GetRequiredService<Notebook>().Switched(organization.OrganizationId, "on", cancellation);

    public ValueTask DisabledAsync(OrganizationContext organization, DisableReason reason, CancellationToken cancellation) =>
        organization.Services.GetRequiredService<Notebook>().Switched(organization.OrganizationId, "off", cancellation);

    public ValueTask OptionalAddedAsync(OrganizationContext organization, OptionalPlugin other, CancellationToken cancellation) =>
        organization.Services.GetRequiredService<Notebook>().Switched(organization.OrganizationId, $"with {other.Id} {other.Version}", cancellation);

    public ValueTask OptionalRemovedAsync(OrganizationContext organization, OptionalPlugin other, CancellationToken cancellation) =>
        organization.Services.GetRequiredService<Notebook>().Switched(organization.OrganizationId, $"without {other.Id} {other.Version}", cancellation);

    public ValueTask EventsLostAsync(OrganizationContext organization, DateTimeOffset since, CancellationToken cancellation) =>
        organization.Services.GetRequiredService<Notebook>().Switched(organization.OrganizationId, $"lost {since:yyyy-MM-dd}", cancellation);

    private static ValueTask Note(IServiceProvider services, IChatEvent e, long? seq, CancellationToken cancellation) =>
        services.GetRequiredService<Notebook>().Saw(e.GetType().Name, e.ChatId, seq, cancellation);
}
