using Stogram.Core.Messages;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Activations;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>
/// Asks a plugin about a message. Whoever is let in has an answer: the plugin's own, or what its manifest says for when
/// it fails.
/// </summary>
internal sealed class AskInterceptor(TimeProvider time)
{
    private static readonly TimeSpan Soft = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Hard = TimeSpan.FromSeconds(1);

    public IReadOnlyList<Interceptor> InOrder(IEnumerable<Activation> running) =>
    [
        .. running
            .SelectMany(one => one.Registrations.Interceptors.Zip(one.Priorities, (hook, priority) => (one, hook, priority)))
            .OrderBy(entry => entry.priority).ThenBy(entry => entry.one.Id, StringComparer.Ordinal)
            .Select(entry => new Interceptor(
                entry.one.Id, entry.hook.Name, entry.one.IsOpen, (draft, cancellation) => Ask(entry.one, entry.hook, draft, cancellation))),
    ];

    private async Task<Verdict?> Ask(
        Activation activation, RegisteredInterceptor hook, MessageDraft draft, CancellationToken cancellation)
    {
        if (activation.Leases.TryEnter(draft.OrganizationId, out var lease) != Entry.Entered)
        {
            return null;
        }

        var started = time.GetTimestamp();
        try
        {
            return await activation.Guard.Call(hook.Name, Hard, lease, token => Judge(activation, hook, draft, token), cancellation);
        }
        catch (PluginFault)
        {
            return hook.OnFailure == OnFailure.Allow
                ? Verdict.Pass
                : Verdict.Reject("NOT_CHECKED", "This message could not be checked. Try again in a moment.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (time.GetElapsedTime(started) > Soft)
            {
                PluginMetrics.SlowInterceptors.Add(1, new KeyValuePair<string, object?>("plugin", activation.Id));
            }
        }
    }

    private static async ValueTask<Verdict> Judge(
        Activation activation, RegisteredInterceptor hook, MessageDraft draft, CancellationToken cancellation)
    {
        PluginDepth.Enter(draft.Origin);
        await using var scope = activation.Scope();
        var verdict = await hook.Make(scope.ServiceProvider).InterceptAsync(draft, cancellation);
        return verdict switch
        {
            Verdict.Replaced replaced => Check(draft, replaced),
            // A document of the plugin's may be gone by the time the answer is written.
            Verdict.Rejected { Details: { } details } rejected => rejected with { Details = details.Clone() },
            null => throw new InvalidOperationException("It answered null instead of a verdict."),
            _ => verdict,
        };
    }

    private static Verdict Check(MessageDraft draft, Verdict.Replaced replaced)
    {
        var text = replaced.Draft.Text;
        if (replaced.Draft with { Text = draft.Text } != draft)
        {
            throw new InvalidOperationException("It replaced more than the text.");
        }

        if (draft.IsEncrypted && text is { Length: > 0 })
        {
            throw new InvalidOperationException("It put words beside an encrypted message.");
        }

        if (text is null || text.Length > SendMessage.MaxLength || !Validation.IsStorable(text)
            || (text.Length == 0 && draft is { Files.Count: 0, Kind: null, IsEncrypted: false }))
        {
            throw new InvalidOperationException($"Its text cannot be stored ({text?.Length} characters).");
        }

        return replaced;
    }
}
