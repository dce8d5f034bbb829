namespace Stogram.Plugins;

/// <summary>
/// Asked before a message is stored, whatever door it came through. A message that is stored already is answered
/// whatever is said here, and hardly ever asked about. Has 1 s; after 250 ms it counts as slow. When it throws or takes longer, the manifest's
/// <c>onFailure</c> decides: <c>allow</c> (default) goes on without it, <c>reject</c> refuses the message.
/// </summary>
public interface IMessageInterceptor
{
    /// <summary>Lower is asked first; among equals the plugin's id decides. Read once, when the plugin starts.</summary>
    int Priority => 0;

    /// <summary>
    /// Judges one message. Its sender is a member of the chat, or was a moment ago. The message may still be refused
    /// afterwards, and the same id may come again: what is written here must bear both.
    /// </summary>
    ValueTask<Verdict> InterceptAsync(MessageDraft draft, CancellationToken cancellation);
}
