using Stogram.Plugins;

namespace Stogram.Probe;

/// <summary>Makes "shout …" loud and lets nobody whisper.</summary>
internal sealed class Shout : IMessageInterceptor
{
    public ValueTask<Verdict> InterceptAsync(MessageDraft draft, CancellationToken cancellation) => new(
        draft.Text.StartsWith("shout ", StringComparison.Ordinal) ? Verdict.Replace(draft with { Text = draft.Text[6..].ToUpperInvariant() })
        : draft.Text.StartsWith("whisper ", StringComparison.Ordinal) ? Verdict.Reject("TOO_QUIET", "Speak up.", System.Text.Json.JsonElement.Parse("""{"retryAfter":3}"""))
        : Verdict.Pass);
}
