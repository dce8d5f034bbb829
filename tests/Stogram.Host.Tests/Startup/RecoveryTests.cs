using Stogram.Host.Postgres;

namespace Stogram.Host.Tests.Startup;

public sealed class RecoveryTests
{
    [Fact]
    public async Task After_kill_9_of_server_and_database_the_next_start_has_everything()
    {
        using var home = new HostHome();
        await using var first = await HostProcess.Start(home);
        await home.Query("create table kept as select 'bo' as name");

        await first.Murder(home.Postmaster);
        await using var second = await HostProcess.Start(home);

        Assert.Equal("bo", await home.Query("select name from kept"));
    }

    [Fact]
    public async Task After_kill_9_of_the_server_alone_the_database_does_not_linger()
    {
        using var home = new HostHome();
        await using var first = await HostProcess.Start(home);
        await home.Query("create table kept as select 'bo' as name");
        var postmaster = home.Postmaster;

        await first.Murder();
        await Gone(postmaster);
        await using var second = await HostProcess.Start(home);

        Assert.Equal("bo", await home.Query("select name from kept"));
    }

    [Fact]
    public async Task A_database_that_lingers_all_the_same_is_stopped_by_the_next_start()
    {
        using var home = new HostHome();
        await using (await HostProcess.Start(home))
        {
            await home.Query("create table kept as select 'bo' as name");
        }

        using var server = await StartServer.Prepare(new ClusterOptions(home.Data, []), CancellationToken.None);
        var orphan = await server.Run(CancellationToken.None);
        await using var second = await HostProcess.Start(home);

        await orphan.Exited.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("bo", await home.Query("select name from kept"));
        Assert.Contains(second.Lines, line => line.Contains("that an earlier run left behind"));
    }

    [Fact]
    public async Task A_process_number_that_belongs_to_somebody_else_by_now_is_no_obstacle()
    {
        using var home = new HostHome();
        await using var first = await HostProcess.Start(home);
        await first.Murder(home.Postmaster);
        var file = Path.Combine(home.Cluster, "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(file);
        var stranger = Environment.ProcessId.ToString();

        await File.WriteAllLinesAsync(file, [stranger, .. lines[1..]]);
        await using var second = await HostProcess.Start(home);

        Assert.NotEqual(Environment.ProcessId, home.Postmaster);
    }

    [Fact]
    public async Task A_database_that_dies_alone_is_started_again_under_the_running_server()
    {
        using var home = new HostHome();
        await using var host = await HostProcess.Start(home);
        await home.Query("create table kept as select 'bo' as name");
        var dead = home.Postmaster;

        _ = HostProcess.SendSignal(dead, 9);
        await Gone(dead);
        var name = await Eventually(() => home.Query("select name from kept"));

        Assert.Equal("bo", name);
        Assert.NotEqual(dead, home.Postmaster);
        Assert.Equal(0, await host.Stop());
    }

    [Fact]
    public async Task A_start_cut_off_while_the_cluster_was_being_made_leaves_nothing_in_the_way()
    {
        using var home = new HostHome();
        Directory.CreateDirectory(Path.Combine(home.Data, "postgres.new", "cluster", "base"));

        await using var host = await HostProcess.Start(home);

        Assert.Equal(1, await home.Query("select 1"));
        Assert.False(Directory.Exists(Path.Combine(home.Data, "postgres.new")));
    }

    private static async Task Gone(int process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (Directory.Exists($"/proc/{process}"))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static async Task<T> Eventually<T>(Func<Task<T>> ask)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception error) when (error is Npgsql.NpgsqlException or IOException)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }
}
