using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using Stogram.Plugins;

namespace Stogram.Troubled;

public sealed record TroubledSettings(string Trouble, string At);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TroubledSettings))]
[JsonSerializable(typeof(string))]
internal sealed partial class TroubledJson : JsonSerializerContext;

internal sealed class TroubleException(string message) : Exception(message);

internal static class Trouble
{
    /// <summary>Ends what never returns when the test is over: nothing else can.</summary>
    public static readonly DateTime End = DateTime.UtcNow.AddSeconds(20);

    /// <summary>Ends what waits patiently: somebody's upload is in.</summary>
    public static readonly TaskCompletionSource Swallowed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task Make(string trouble, CancellationToken cancellation)
    {
        switch (trouble)
        {
            case "throw":
                throw new TroubleException("thrown on purpose");
            case "hang":
                await Task.Delay(Timeout.Infinite, cancellation);
                break;
            case "sleep":
                await Task.Delay(10_000, CancellationToken.None);
                break;
            case "dawdle":
                await Task.Delay(50, cancellation);
                break;
            case "late":
                await Task.Delay(1500, CancellationToken.None);
                break;
            case "patient":
                await Swallowed.Task.WaitAsync(cancellation);
                break;
            case "block":
                Task.Delay(1500, CancellationToken.None).Wait(CancellationToken.None);
                break;
            case "hoard":
                await Memory.Hoard();
                break;
            case "litter":
                await Memory.Litter();
                break;
            case "outgrow":
                GC.KeepAlive(new byte[int.MaxValue]);
                break;
            case "thread":
                new Thread(() => throw new TroubleException("thrown where nobody catches")).Start();
                await Task.Delay(Timeout.Infinite, cancellation);
                break;
            case "spin":
                while (DateTime.UtcNow < End)
                {
                    Thread.SpinWait(1000);
                }

                break;
            case "deaf":
                while (DateTime.UtcNow < End)
                {
                    Thread.Sleep(100);
                }

                break;
            case "recoil":
                // Neither may reach whoever cancels.
                cancellation.Register(() => throw new TroubleException("thrown where it is cancelled"));
                cancellation.Register(() => Thread.Sleep(End - DateTime.UtcNow));
                await Task.Delay(Timeout.Infinite, cancellation);
                break;
            default:
                Leftovers.Leave(trouble, cancellation);
                break;
        }
    }
}

internal sealed class Trip(IPluginSettings<TroubledSettings> settings, PluginInfo info, IServiceProvider services) : IMessageInterceptor
{
    /// <summary>The number at the end of its package's id.</summary>
    public int Priority => int.TryParse(info.Id.Split('-')[^1], out var priority) ? priority : 0;

    public async ValueTask<Verdict> InterceptAsync(MessageDraft draft, CancellationToken cancellation)
    {
        await TroubledPlugin.MakeAt("intercept", services, draft.OrganizationId, cancellation);
        var set = settings.For(draft.OrganizationId);
        return (set.At == "intercept" ? set.Trouble : "none") switch
        {
            "null" => null!,
            "sign" => Verdict.Replace(draft with { Text = $"{draft.Text} {info.Id}" }),
            "flood" => Verdict.Replace(draft with { Text = new string('x', 10_000_000) }),
            "late" or "block" => Verdict.Reject("TOO_LATE", "Nobody must hear this."),
            _ => Verdict.Pass,
        };
    }
}

internal sealed class Do(IPluginDatabase database) : IRealtimeCommand
{
    private static readonly List<NpgsqlConnection> Taken = [];

    public async ValueTask<Answer> InvokeAsync(RealtimeCaller caller, JsonElement payload, CancellationToken cancellation)
    {
        var trouble = payload.GetProperty("trouble").GetString()!;
        for (var i = 0; trouble == "connections" && i < 10; i++)
        {
            Taken.Add(await database.Source.OpenConnectionAsync(cancellation));
        }

        await Trouble.Make(trouble, cancellation);
        return Answer.Done;
    }
}

internal sealed class Toil : IBackgroundJob
{
    public Task RunAsync(JobRun run, CancellationToken cancellation) => Trouble.Make("deaf", cancellation);
}
