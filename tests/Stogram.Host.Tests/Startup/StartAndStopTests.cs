using System.Net;

namespace Stogram.Host.Tests.Startup;

public sealed class StartAndStopTests
{
    [Fact]
    public async Task It_serves_when_it_says_so_and_takes_the_database_with_it_when_it_stops()
    {
        using var home = new HostHome();
        await using var host = await HostProcess.Start(home);
        using var http = new HttpClient();
        var postmaster = home.Postmaster;

        var answer = await http.GetAsync($"{home.Url}/health/live");
        var code = await host.Stop();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"Stogram is ready at {home.Url}", host.Lines);
        Assert.Equal(0, code);
        Assert.False(Directory.Exists($"/proc/{postmaster}"));
        Assert.False(home.HasPostmaster);
    }

    [Fact]
    public async Task Ctrl_C_stops_the_server_before_the_database()
    {
        using var home = new HostHome();
        await using var host = await HostProcess.Start(home, ["setsid"]);

        var session = (await File.ReadAllTextAsync($"/proc/{home.Postmaster}/stat")).Split(") ")[1].Split(' ')[3];
        var postmaster = home.Postmaster;
        var code = await host.InterruptGroup();

        Assert.Equal(postmaster.ToString(), session);
        Assert.Equal(0, code);
        Assert.DoesNotContain(host.Lines, line => line.Contains("stopped by itself"));
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_the_start_leaves_nothing_behind()
    {
        using var home = new HostHome();
        await using var host = HostProcess.Launch(home);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!host.Lines.Any(line => line.StartsWith("Making a database cluster")))
        {
            await Task.Delay(10, patience.Token);
        }

        var code = await host.Stop();

        Assert.Equal(0, code);
        Assert.False(home.HasPostmaster);
        Assert.False(Directory.Exists(home.Cluster + ".new"));
    }

    [Fact]
    public async Task A_second_start_finds_what_the_first_has_written()
    {
        using var home = new HostHome();
        await using (await HostProcess.Start(home))
        {
            await home.Query("create table kept as select 'ada' as name");
        }

        await using var again = await HostProcess.Start(home);

        Assert.Equal("ada", await home.Query("select name from kept"));
        Assert.DoesNotContain(again.Lines, line => line.Contains("Making a database cluster"));
    }

    [Fact]
    public async Task A_data_folder_too_deep_for_a_socket_gets_one_elsewhere()
    {
        using var home = new HostHome(data: new string('d', 120));
        await using var host = await HostProcess.Start(home);

        Assert.False(Directory.Exists(Path.Combine(home.Data, "run")));
        Assert.Equal(0, await host.Stop());
    }

    [Fact]
    public async Task Its_secrets_are_for_nobody_else()
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        using var home = new HostHome();
        await using var host = await HostProcess.Start(home);

        Assert.All(
            ["postgres.password", "postgres", "run", "log"],
            name => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(home.Data, name)) & others));
        Assert.Equal("", await home.Query("show listen_addresses"));
        Assert.Equal("C.UTF-8/UTF8", await home.Query(
            "select datcollate || '/' || pg_encoding_to_char(encoding) from pg_database where datname = 'stogram'"));
    }

    [Fact]
    public async Task Somebody_who_is_not_root_runs_everything_as_themselves()
    {
        using var home = new HostHome();
        home.HandToOtherUser();
        await using var host = await HostProcess.Start(home, HostHome.BecomeOtherUser);

        var owner = (await File.ReadAllLinesAsync($"/proc/{home.Postmaster}/status")).First(line => line.StartsWith("Uid:"));
        var serving = (await File.ReadAllLinesAsync($"/proc/{host.Id}/status")).First(line => line.StartsWith("Uid:"));

        Assert.Equal(serving, owner);
        Assert.DoesNotContain("\t0\t", owner);
        Assert.Equal(0, await host.Stop());
    }
}
