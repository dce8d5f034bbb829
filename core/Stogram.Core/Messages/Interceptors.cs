using Stogram.Plugins;

namespace Stogram.Core.Messages;

/// <summary>Who is asked before a message is stored, in order. The host fills it; each one answers, whatever happens.</summary>
internal sealed class Interceptors
{
    private volatile IReadOnlyList<Interceptor> inOrder = [];

    public IReadOnlyList<Interceptor> InOrder
    {
        get => inOrder;
        set => inOrder = value;
    }
}

internal sealed record Interceptor(
    string PluginId, Func<Guid, bool> IsOn, Func<MessageDraft, CancellationToken, Task<Verdict>> Ask);
