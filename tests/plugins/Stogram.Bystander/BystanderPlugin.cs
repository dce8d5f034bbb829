using Stogram.Plugins;

namespace Stogram.Bystander;

public sealed class BystanderPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin.Intercept<Watch>();
}

internal sealed class Watch : IMessageInterceptor
{
    public ValueTask<Verdict> InterceptAsync(MessageDraft draft, CancellationToken cancellation) => new(Verdict.Pass);
}
