using Stogram.Plugins;

namespace Stogram.Greeter;

internal sealed class RefuseWord(IPluginSettings<GreeterSettings> settings) : IMessageInterceptor
{
    public ValueTask<Verdict> InterceptAsync(MessageDraft draft, CancellationToken cancellation) => new(
        draft.Text.Contains(settings.For(draft.OrganizationId).Word, StringComparison.OrdinalIgnoreCase)
            ? Verdict.Reject("WORD_REFUSED", "Please say it in other words.")
            : Verdict.Pass);
}
