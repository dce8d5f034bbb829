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

/// <param name="Ask">Null where it lets nobody in any more: it was switched off, or another version took over.</param>
internal sealed record Interceptor(
    string PluginId, string Name, Func<Guid, bool> IsOn, Func<MessageDraft, CancellationToken, Task<Verdict?>> Ask);
