using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using Stogram.Host.Account;
using Stogram.Host.Backup;
using Stogram.Host.Doctor;
using Stogram.Host.Postgres;

namespace Stogram.Host.Startup;

/// <summary>One run from the command line to the exit code: hold the data, start the database, serve, stop in order.</summary>
internal static class RunHost
{
    // Drain 7 s, cluster 7 s: together below the 15 s that are promised.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(7);

    // What a shell reports of a program that Ctrl-C ended: a backup that was cut off must not count as made.
    private const int Interrupted = 130;

    public static async Task<int> Run(string[] args)
    {
        using var signals = new StopSignals();
        // Numbers and dates are written alike, whatever language the machine is set to.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            var parsed = ReadSettings.Parse(args);
            if (parsed.Action is { } action && action != parsed.CommandResult.Command.Action)
            {
                return await parsed.InvokeAsync(cancellationToken: signals.Token);
            }

            var settings = ReadSettings.From(parsed);
            switch (parsed.CommandResult.Command.Name)
            {
                case DoctorCommand.Name:
                    return await DoctorCommand.Run(parsed, settings, signals.Token);
                case BackupCommand.Name:
                    await BackupCommand.Run(parsed, settings, signals.Token);
                    break;
                case RestoreCommand.Name:
                    await RestoreCommand.Run(parsed, settings, signals.Token);
                    break;
                case AccountCommand.Reset:
                    await AccountCommand.Run(parsed, settings, signals.Token);
                    break;
                default:
                    await Serve(settings, signals.Token);
                    break;
            }

            return 0;
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            return args is [BackupCommand.Name or RestoreCommand.Name or AccountCommand.Name or DoctorCommand.Name, ..] ? Interrupted : 0;
        }
        catch (StartupError error)
        {
            await Console.Error.WriteLineAsync($"stogram: {error.Message}");
            return 1;
        }
    }

    private static async Task Serve(HostSettings settings, CancellationToken stop)
    {
        using var held = settings.Data.Hold();
        CheckPorts.AreFree(settings.Urls);
        CheckSpace.IsEnough(settings);
        await using var cluster = settings.ConnectionString == "" ? await Embedded(settings, stop) : null;
        settings = settings with { ConnectionString = cluster?.ConnectionString ?? settings.ConnectionString };
        await CheckDatabase.IsUsable(settings.ConnectionString, stop);
        await using var app = StogramHost.Build(settings, TimeProvider.System);
        var setup = await Start(app, settings, stop);
        Console.WriteLine($"Stogram is ready at {Hosts.Reachable(settings, app)}");
        if (setup is not null)
        {
            Console.WriteLine(
                $"Create the first account at {Hosts.Reachable(settings, app)}/?setup={setup} (the link works until there is one).");
        }

        _ = GiveBackMemory.WhenQuiet(app.Lifetime.ApplicationStopping);
        await Stopped(app, cluster, stop);
        Console.WriteLine("Stopping: letting running requests finish, then PostgreSQL.");
        using var drained = new CancellationTokenSource(Drain);
        await app.StopAsync(drained.Token);
        if (cluster is { Lost.IsCompleted: true })
        {
            throw new StartupError($"PostgreSQL keeps stopping; its log is {cluster.Log}.");
        }
    }

    private static Task<EmbeddedCluster> Embedded(HostSettings settings, CancellationToken stop)
    {
        var options = new ClusterOptions(settings.Data.Path, settings.PostgresFolders) { Say = Console.WriteLine };
        return EmbeddedCluster.Start(options, stop);
    }

    /// <summary>The code for the first account, where one is needed.</summary>
    private static async Task<string?> Start(WebApplication app, HostSettings settings, CancellationToken stop)
    {
        try
        {
            await StogramHost.Prepare(app, stop);
            var setup = await StogramHost.SetupCode(app, settings, stop);
            await app.StartAsync(stop);
            return setup;
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw CheckPorts.Taken(string.Join(";", settings.Urls));
        }
        catch (IOException error) when (StartupError.IsDiskFull(error))
        {
            throw StartupError.DiskFull(settings.Data.Path);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.DiskFull)
        {
            throw StartupError.DiskFull(settings.Data.Path);
        }
    }

    private static async Task Stopped(WebApplication app, EmbeddedCluster? cluster, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, app.Lifetime.ApplicationStopping);
        var asked = Task.Delay(Timeout.Infinite, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        await (cluster is null ? asked : Task.WhenAny(asked, cluster.Lost));
    }
}
