using System.Text.Json.Nodes;
using Stogram.Host.Tests.Backup;
using Stogram.Host.Tests.Startup;

namespace Stogram.Host.Tests.Doctor;

public sealed class DoctorTests : IDisposable
{
    private readonly HostHome _home = new();

    [Fact]
    public async Task A_server_that_is_well_is_said_to_be_well_running_or_not()
    {
        var before = await Look();
        BackupRun running;
        await using (await HostProcess.Start(_home))
        {
            using var ada = await Ada.SignUp(_home);
            await ada.Upload("Dear diary");
            running = await Look();
        }

        var stopped = await Look("--json");
        var findings = JsonNode.Parse(string.Join('\n', stopped.Output))!.AsArray();

        Assert.Contains(before.Output, line => line.StartsWith("note    database: there is none yet"));
        running.Succeeded();
        Assert.Equal("All is well.", running.Output[^1]);
        Assert.Contains("ok      files: 1, all there.", running.Output);
        Assert.Contains(running.Output, line => line.StartsWith("ok      schema: up to date"));
        stopped.Succeeded();
        Assert.DoesNotContain(findings, finding => (string?)finding!["health"] == "PROBLEM");
        Assert.Contains(findings, finding => (string?)finding!["check"] == "ports" && ((string)finding["text"]!).EndsWith("is free."));
    }

    [Fact]
    public async Task What_is_wrong_is_named_with_what_to_do_and_orphans_go_when_asked()
    {
        var orphan = Path.Combine(_home.Data, "uploads", "messages", "files", $"{Guid.NewGuid()}");
        var young = Path.Combine(_home.Data, "uploads", "messages", "files", $"{Guid.NewGuid()}");
        await using (await HostProcess.Start(_home))
        {
            using var ada = await Ada.SignUp(_home);
            await ada.Upload("Dear diary");
            File.Delete(Path.Combine(_home.Data, "uploads", (string)(await _home.Query("select path from core.files"))!));
            await File.WriteAllTextAsync(orphan, "whose?");
            await File.WriteAllTextAsync(young, "being uploaded");
            File.SetLastWriteTimeUtc(orphan, DateTime.UtcNow.AddDays(-2));
            await Tamper();
        }

        var environment = new Dictionary<string, string>
        {
            ["Stogram__Smtp__Host"] = "localhost",
            ["Stogram__Smtp__Port"] = "1",
            ["Stogram__Smtp__From"] = "stogram@example.org",
            ["Stogram__PublicUrl"] = "http://chat.example.org",
            ["Stogram__TrustedProxies"] = "0.0.0.0/0",
            ["Stogram__Redis__ConnectionString"] = "localhost:1",
        };
        var looked = await BackupRun.Run(_home, environment, "doctor", "--data", _home.Data, "--urls", _home.Url);
        var isKept = File.Exists(orphan);
        var repaired = await Look("--repair");

        Assert.Equal(1, looked.Code);
        Assert.All(
            new[]
            {
                "address: people come by plain http", "proxies: every address is trusted", "redis: localhost:1 cannot be reached",
                "e-mail: localhost:1 cannot be reached", "audit log: in Stogram entry 1 was changed", "files: 1 of 1 are lost",
                "events: slow-mode could not take 1 events", "plugins: slow-mode is quarantined: It hung.",
            },
            problem => Assert.Contains(looked.Output, line => line.StartsWith($"PROBLEM {problem}")));
        Assert.Contains(looked.Output, line => line.StartsWith("note    files: 1 are named by nothing"));
        Assert.Equal("There are 8 problems.", looked.Output[^1]);
        Assert.True(isKept);
        Assert.Contains(repaired.Output, line => line.StartsWith("ok      files: 1 that nothing named are deleted"));
        Assert.False(File.Exists(orphan));
        Assert.True(File.Exists(young));
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_plugin_says_how_its_own_data_is_and_puts_it_right_when_asked()
    {
        await using var server = await HostProcess.Start(_home);
        await _home.Query(
            """
            insert into core.plugins (id, version, changed_at) values ('diary', '1.0.0', now());
            create schema plugin_diary;
            create function plugin_diary.examine(repair boolean) returns table (health text, said text, todo text) language sql as $$
              select case when repair then 'OK' else 'PROBLEM' end, 'a page is torn.', case when not repair then 'glue it.' end
            $$
            """);

        var looked = await Look();
        var repaired = await Look("--repair");

        Assert.Equal(1, looked.Code);
        Assert.Contains("PROBLEM plugin data: diary: a page is torn.", looked.Output);
        Assert.Contains("        do: glue it.", looked.Output);
        Assert.Contains("ok      plugin data: diary: a page is torn.", repaired.Output);
    }

    private Task<BackupRun> Look(params string[] options) =>
        BackupRun.Run(_home, null, ["doctor", "--data", _home.Data, "--urls", _home.Url, .. options]);

    private async Task Tamper()
    {
        await _home.Query(
            """
            insert into core.audit_log (organization_id, seq, at, action, hash) select id, 1, now(), 'invite.created', 'none' from core.organizations;
            insert into core.plugins (id, version, quarantined, changed_at) values ('slow-mode', '1.0.0', 'It hung.', now())
              on conflict (id) do update set quarantined = excluded.quarantined;
            insert into core.organization_plugins (organization_id, plugin_id, enabled, changed_at)
              select id, 'slow-mode', true, now() from core.organizations on conflict (organization_id, plugin_id) do update set enabled = true;
            insert into core.plugin_cursors (plugin_id, outbox_id) values ('slow-mode', 9223372036854775807) on conflict do nothing;
            insert into core.plugin_dead_letters (plugin_id, outbox_id, ordinal, event, error, failed_at)
              values ('slow-mode', 1, 1, '{}', 'No.', now());
            """);
    }
}
