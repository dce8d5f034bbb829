using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stogram.Load.Drives;
using Stogram.Load.People;
using Stogram.Load.Reports;
using Stogram.Load.Seeding;
using Stogram.Load.Servers;

namespace Stogram.Load.Scenarios.Troubles;

/// <summary>
/// The pairs of one organization, who talk in a closed loop, and those of another, who talk at a steady rate and call the
/// plugin: a rate does not give way when the plugin holds them up, or the first would seem to be faster for it.
/// </summary>
internal sealed class TwoOrganizations : IAsyncDisposable
{
    private const string Plugin = "troubled";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Calls that sleep keep its code until they wake.
    private static readonly TimeSpan Sleep = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan CallPause = TimeSpan.FromMilliseconds(50);

    private readonly Bench bench;
    private readonly StogramServer server;
    private readonly Crowd others;
    private readonly Crowd beside;
    private readonly HttpClient admin;

    private TwoOrganizations(Bench bench, StogramServer server, Crowd others, Crowd beside)
    {
        (this.bench, this.server, this.others, this.beside) = (bench, server, others, beside);
        admin = server.Http(beside.Cast.People[0]);
    }

    // A call may take a second before it is given up, and two more until it counts as stuck.
    private TimeSpan Stretch => bench.IsQuick ? TimeSpan.FromSeconds(3) : 2 * bench.Stretch;

    private int PerSecond => bench.IsQuick ? 50 : 200;

    public static async Task<TwoOrganizations> Gather(Bench bench, CancellationToken cancellation)
    {
        var server = await StogramServer.Start(bench.Options.Program, [], cancellation);
        using var owner = await server.SignUpOwner(cancellation);
        var others = await Gather(bench, server, new(server.Database), cancellation);
        var made = await owner.PostAsJsonAsync("/api/operator/organizations", new { slug = "harbour", name = "Harbour" }, cancellation);
        var organization = (await Data(made, cancellation))["id"]!.GetValue<Guid>();
        var seed = new Seed(server.Database, organization);
        var beside = await Gather(bench, server, seed, cancellation);
        await seed.Promote(beside.Cast.People[0], cancellation);
        return new(bench, server, others, beside);
    }

    public async Task<(Measurement Others, Measurement Beside)> Talk(Trouble trouble, CancellationToken cancellation)
    {
        var meter = beside.Meter = new();
        var outcome = Task.FromResult<string?>(null);
        var loop = new ClosedLoop(others, others.Talkers, untilHeard: false);
        var measured = await Conversation.Measure(bench, others, "badplugins", loop, cancellation, async () =>
        {
            outcome = trouble.IsTakenOut ? WatchItGo(cancellation) : outcome;
            meter.Start();
            var calling = Call(trouble, cancellation);
            await new SteadyRate(beside, PerSecond).Talk(Stretch, Patience, cancellation);
            meter.Stop();
            await calling;
        });
        var note = await outcome ?? await Behind(cancellation);
        await Until(() => Task.FromResult(beside.Unanswered == 0), Patience, cancellation);
        await beside.Settle(cancellation);
        return (measured with { What = $"others, {trouble.What}" }, new("badplugins", $"beside it, {trouble.What}")
        {
            PerSecond = Measurement.Round(meter.Messages / meter.Seconds),
            Answered = meter.Acknowledgements,
            Delivered = meter.DeliveryTimes,
            Lost = beside.Lost + beside.Unanswered,
            Duplicates = beside.Duplicates,
            Note = note,
        });
    }

    public async Task SwitchOn(Trouble trouble, CancellationToken cancellation)
    {
        await Put("/settings", new { trouble = trouble.Name, at = trouble.At }, cancellation);
        var state = await Put("", new { enabled = true }, cancellation);
        if (state["state"]!.GetValue<string>() != "RUNNING")
        {
            throw new InvalidOperationException($"The plugin does not run: {state}");
        }
    }

    /// <summary>Until nothing of it is left in memory: what comes next is not to pay for it.</summary>
    public async Task SwitchOff(CancellationToken cancellation)
    {
        await Put("", new { enabled = false }, cancellation);
        await Until(async () => (await Health(cancellation))["lingering"]!.GetValue<int>() == 0, Sleep, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await beside.DisposeAsync();
        await others.DisposeAsync();
        await server.DisposeAsync();
    }

    private static async Task<Crowd> Gather(Bench bench, StogramServer server, Seed seed, CancellationToken cancellation)
    {
        var people = await seed.People(bench.IsQuick ? 20 : 100, cancellation);
        return await Crowd.Gather(server.Venue, await seed.Chats(people, 2, cancellation), cancellation);
    }

    private async Task Call(Trouble trouble, CancellationToken cancellation)
    {
        var calls = new List<Task>();
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Stretch; await Task.Delay(CallPause, cancellation))
        {
            calls.Add(admin.GetAsync($"/api/{Plugin}/{trouble.Name}", cancellation));
        }

        // Whatever is answered: it fails, it is out, or it was cut off as it did not return.
        await Task.WhenAll(calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<string?> WatchItGo(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        object? reason = null;
        await Until(async () => (reason = await Quarantine(cancellation)) is string, Patience, cancellation);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return reason is string why ? string.Create(CultureInfo.InvariantCulture, $"out after {elapsed:0.0} s: {why}") : "not taken out";
    }

    private async Task<object?> Quarantine(CancellationToken cancellation)
    {
        await using var command = server.Database.CreateCommand("select quarantined from core.plugins where id = $1");
        command.Parameters.Add(new() { Value = Plugin });
        return await command.ExecuteScalarAsync(cancellation);
    }

    private async Task<string?> Behind(CancellationToken cancellation) =>
        (await Health(cancellation))["behind"] is { } behind ? $"{behind} transactions behind" : null;

    private async Task<JsonNode> Health(CancellationToken cancellation) =>
        await Data(await admin.GetAsync($"/api/admin/plugins/{Plugin}/health", cancellation), cancellation);

    private async Task<JsonNode> Put(string path, object body, CancellationToken cancellation) =>
        await Data(await admin.PutAsJsonAsync($"/api/admin/plugins/{Plugin}{path}", body, cancellation), cancellation);

    private static async Task Until(Func<Task<bool>> isSo, TimeSpan patience, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isSo() && Stopwatch.GetElapsedTime(started) < patience)
        {
            await Task.Delay(50, cancellation);
        }
    }

    private static async Task<JsonNode> Data(HttpResponseMessage answer, CancellationToken cancellation) =>
        (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(cancellation))!["data"]!;
}
