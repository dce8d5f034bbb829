using Stogram.Plugins;

namespace Stogram.Probe;

/// <summary>Makes "shout …" loud, lets nobody whisper, and answers "who am I".</summary>
internal sealed class Shout : IMessageInterceptor
{
    public ValueTask<Verdict> InterceptAsync(MessageDraft draft, CancellationToken cancellation) => new(
        draft.Text.StartsWith("shout ", StringComparison.Ordinal) ? Verdict.Replace(draft with { Text = draft.Text[6..].ToUpperInvariant() })
        : draft.Text.StartsWith("whisper ", StringComparison.Ordinal) ? Verdict.Reject("TOO_QUIET", "Speak up.", System.Text.Json.JsonElement.Parse("""{"retryAfter":3}"""))
        : draft.Text == "who am I" ? Verdict.Replace(draft with { Text = draft.SenderRole.ToString() })
        : Verdict.Pass);
}
