using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Plugins;
using Stogram.Search.Asking;
using Stogram.Search.Feeding;
using Stogram.Search.Finding;
using Stogram.Search.Suggesting;

namespace Stogram.Search;

/// <summary>
/// Events only say where to look: what is in the index follows from how far each chat is read, so nothing is missed by
/// what was missed of them. The index stays while the plugin is off, and goes on from there.
/// </summary>
public sealed class SearchPlugin : IPlugin
{
    private Feed? feed;

    public void Configure(IPluginBuilder plugin)
    {
        plugin.Services
            .AddSingleton<Feed>()
            .AddSingleton<IndexChats>()
            .AddSingleton<FindBehind>()
            .AddScoped<Resolve>()
            .AddScoped<ShowHits>()
            .AddScoped<FindNames>()
            .AddScoped<FindDay>()
            .AddScoped<RunSearch>()
            .AddScoped<ReadProgress>()
            .AddScoped<Rebuild>();
        plugin.Settings(SearchJson.Default.SearchSettings)
            .Endpoints(SearchRoutes.Map)
            .Provide<ISearchIndex, OwnIndex>()
            .Command<Suggest>("search:suggest")
            .On<ChatCreated>(Look)
            .On<MemberJoined>(Look)
            .On<MemberLeft>(Look)
            .On<MessagePosted>(Look)
            .On<MessageEdited>(Look)
            .On<MessageDeleted>(Look)
            .On<MessageExpired>(Look)
            .On<MessagePinned>(Look)
            .On<MessagePreviewed>(Look)
            .On<ChatDeleted>(Look);
    }

    public ValueTask StartAsync(IServiceProvider services, CancellationToken cancellation)
    {
        feed = services.GetRequiredService<Feed>();
        feed.Start();
        return default;
    }

    public async ValueTask StopAsync(CancellationToken cancellation) => await feed!.Stop();

    public ValueTask EnabledAsync(OrganizationContext organization, CancellationToken cancellation)
    {
        feed!.Add(organization.OrganizationId);
        return default;
    }

    public ValueTask DisabledAsync(OrganizationContext organization, DisableReason reason, CancellationToken cancellation)
    {
        feed!.Remove(organization.OrganizationId);
        return default;
    }

    public ValueTask EventsLostAsync(OrganizationContext organization, DateTimeOffset since, CancellationToken cancellation)
    {
        feed!.LookEverywhere();
        return default;
    }

    private ValueTask Look(IChatEvent e, IServiceProvider services, CancellationToken cancellation)
    {
        feed!.Look(e.ChatId);
        return default;
    }
}
