using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Messages;
using Stogram.Host.Plugins.Hooks;
using Stogram.Host.Plugins.State;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>What a transaction made happen is one row; a plugin reads it event by event.</summary>
public sealed class OutboxTests() : OwnPluginScene(new ProbeServer())
{
    [Fact]
    public async Task A_batch_is_one_row_and_each_of_its_events_arrives_in_order()
    {
        await _ada.On("probe");
        var before = await Count("core.outbox");

        await Store(5);

        await Saw(1, 2, 3, 4, 5);
        Assert.Equal(before + 1, await Count("core.outbox"));
    }

    [Fact]
    public async Task A_new_chat_and_its_first_members_are_one_row()
    {
        await _ada.On("probe");

        var annex = await _ada.Group("annex", _bo);

        await PluginCalls.Until(
            async () => await _server.Query($"select string_agg(kind, ',' order by id) from plugin_probe.seen where chat_id = '{annex}'")
                is "ChatCreated,MemberJoined,MemberJoined", "it heard of the chat, then of its members");
        Assert.Equal(1L, await _server.Query($"select count(*) from core.outbox where events::text like '%{annex}%'"));
    }

    [Fact]
    public async Task Whoever_stopped_in_the_middle_of_a_row_goes_on_with_its_next_event()
    {
        await _ada.On("probe");
        await _server.Restart(noPlugins: true);
        await Store(5);
        await _server.Query("update core.plugin_cursors set outbox_id = (select max(id) from core.outbox), ordinal = 2");

        await _server.Restart();

        await Saw(3, 4, 5);
    }

    [Fact]
    public async Task In_quarantine_its_events_wait_for_it()
    {
        await _ada.On("probe");
        await Quarantine();
        await _bo.Send(_atrium, "one");
        await Trim();

        await _ada.On("probe");

        await Saw(1);
        Assert.Equal("on,off,on", await Told());
    }

    [Fact]
    public async Task After_seven_days_in_quarantine_it_is_told_since_when_events_are_lost()
    {
        await _ada.On("probe");
        await Quarantine();
        await _bo.Send(_atrium, "one");
        await _server.Query("update core.outbox set happened_at = now() - interval '8 days'");
        await _bo.Send(_atrium, "two");
        await Trim();

        await _ada.On("probe");

        await Saw(2);
        Assert.Equal($"on,off,on,lost {DateTime.UtcNow.AddDays(-8):yyyy-MM-dd}", await Told());
        Assert.Equal(DBNull.Value, await _server.Query("select lost_since from core.plugin_cursors"));
    }

    [Fact]
    public async Task A_million_rows_behind_it_is_told_that_events_are_lost()
    {
        await _ada.On("probe");
        await _server.Restart(noPlugins: true);
        await Store(1);
        await _server.Query("alter table core.outbox alter column id restart with 2000000");
        await Store(1);
        await Trim();

        await _server.Restart();

        await Saw(2);
        Assert.Contains($"lost {DateTime.UtcNow:yyyy-MM-dd}", await Told());
    }

    [Fact]
    public async Task What_everybody_has_read_is_deleted_and_what_is_not_stays()
    {
        await _ada.On("probe");
        await Store(3);
        await Saw(1, 2, 3);
        await _server.Restart(noPlugins: true);
        await Store(2);

        await Trim();

        Assert.Equal(2L, await _server.Query(
            "select count(*) from core.outbox, json_array_elements(events) e where (e ->> 'seq')::int > 3"));
        Assert.True(await Count("core.outbox") <= 2);
    }

    /// <summary>One batch, as when many send at once.</summary>
    private async Task Store(int count)
    {
        var organization = (Guid)(await _server.Query("select id from core.organizations"))!;
        await _server.Services.GetRequiredService<StoreMessages>().Run(
            [.. Enumerable.Range(0, count).Select(i =>
                new NewMessage(organization, _atrium, Guid.CreateVersion7(), _bo.Id, $"Hello {i}", null, [], false))],
            DateTimeOffset.UtcNow, CancellationToken.None);
    }

    private async Task Quarantine()
    {
        await _server.Services.GetRequiredService<PluginStore>().Quarantine("probe", "by hand", CancellationToken.None);
        await _ada.Until("probe", "QUARANTINED");
    }

    private Task Trim() => _server.Services.GetRequiredService<TrimOutbox>().Run(CancellationToken.None);

    private Task Saw(params long[] seqs) => PluginCalls.Until(
        async () => await _server.Query(
            $"select string_agg(seq::text, ',' order by id) from plugin_probe.seen where chat_id = '{_atrium}' and kind = 'MessagePosted'")
            is string seen && seen == string.Join(',', seqs),
        $"it saw {string.Join(',', seqs)}");

    private async Task<string?> Told() => (string?)await _server.Query("select string_agg(what, ',' order by id) from plugin_probe.switches");

    private async Task<long> Count(string table) => (long)(await _server.Query($"select count(*) from {table}"))!;
}
