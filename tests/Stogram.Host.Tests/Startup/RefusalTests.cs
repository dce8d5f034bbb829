using System.Net;
using System.Net.Sockets;

namespace Stogram.Host.Tests.Startup;

/// <summary>What cannot work says why in one line, with an exit code, and leaves nothing running.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task A_second_instance_on_the_same_data_folder_is_refused()
    {
        using var home = new HostHome();
        await using var first = await HostProcess.Start(home);

        await Refused(home, $"The data folder {home.Data} is in use by another Stogram");

        Assert.Equal(1, await home.Query("select 1"));
    }

    [Fact]
    public async Task A_taken_port_is_refused_before_a_cluster_is_made()
    {
        using var home = new HostHome();
        using var other = new TcpListener(IPAddress.Loopback, new Uri(home.Url).Port);
        other.Start();

        await Refused(home, $"The port of {home.Url} is taken by another program");

        Assert.False(Directory.Exists(home.Cluster));
    }

    [Fact]
    public async Task A_file_in_place_of_the_data_folder_is_refused()
    {
        using var home = new HostHome();
        await File.WriteAllTextAsync(home.Data, "");

        await Refused(home, $"The data folder {home.Data} is not writable");
    }

    [Fact]
    public async Task A_data_folder_of_somebody_else_is_refused()
    {
        using var home = new HostHome(data: "/etc");
        home.HandToOtherUser();

        await Refused(home, "The data folder /etc is not writable", HostHome.BecomeOtherUser);
    }

    [Fact]
    public async Task A_cluster_of_a_version_without_programs_is_refused_untouched()
    {
        using var home = new HostHome();
        await using (await HostProcess.Start(home))
        {
        }

        await File.WriteAllTextAsync(Path.Combine(home.Cluster, "PG_VERSION"), "14\n");

        await Refused(home, $"The cluster in {home.Data} was made by PostgreSQL 14");
        Assert.False(home.HasPostmaster);
    }

    [Fact]
    public async Task Missing_PostgreSQL_is_refused()
    {
        using var home = new HostHome();

        await Refused(
            home, "PostgreSQL 15 or newer is needed", environment: new() { ["Stogram__Postgres__Folders"] = "/nowhere" });

        Assert.False(Directory.Exists(home.Cluster));
    }

    [Fact]
    public async Task A_full_disk_is_refused()
    {
        using var home = new HostHome();

        await Refused(
            home, $"The disk of {home.Data} is full", environment: new() { ["Stogram__MinFreeMegabytes"] = "999999999" });

        Assert.False(Directory.Exists(home.Cluster));
    }

    [Fact]
    public async Task A_disk_that_fills_up_while_the_cluster_is_made_is_refused_and_the_half_made_goes()
    {
        using var home = new HostHome();
        var programs = home.Programs(
            postgres: "echo 'postgres (PostgreSQL) 17.2'",
            initdb: "mkdir \"$2\"; echo half >\"$2/base\"; echo 'initdb: error: No space left on device' >&2; exit 1");

        await Refused(
            home, $"The disk of {home.Cluster}", environment: new() { ["Stogram__Postgres__Folders"] = programs });

        Assert.False(Directory.Exists(home.Cluster));
        Assert.False(Directory.Exists(home.Cluster + ".new"));
    }

    [Theory]
    [InlineData("Stogram__Urls", "nonsense", "'nonsense' is no address to listen on")]
    [InlineData("Stogram__PublicUrl", "ftp://atrium", "'ftp://atrium' is no public address")]
    [InlineData("Stogram__Cert", "/nowhere.pem", "There is no file /nowhere.pem")]
    [InlineData("Stogram__Database__ConnectionString", "Host=/nowhere;Username=ada", "The database cannot be reached")]
    public async Task A_setting_that_cannot_work_is_refused(string name, string value, string why)
    {
        using var home = new HostHome { Url = name == "Stogram__Urls" ? value : "http://localhost:0" };

        await Refused(home, why, environment: new() { [name] = value });
    }

    [Fact]
    public async Task An_unknown_option_is_refused()
    {
        using var home = new HostHome();

        await Refused(home, "Unrecognized command or argument '--colour'", arguments: ["--colour", "red"]);

        Assert.False(Directory.Exists(home.Data));
    }

    private static async Task Refused(
        HostHome home,
        string why,
        string[]? prefix = null,
        Dictionary<string, string>? environment = null,
        params string[] arguments)
    {
        await using var host = HostProcess.Launch(home, prefix, environment, arguments);

        var code = await host.Exited();

        Assert.NotEqual(0, code);
        Assert.StartsWith($"stogram: {why}", host.LastLine);
        Assert.DoesNotContain(host.Lines, line => line.StartsWith("   at ", StringComparison.Ordinal));
    }
}
