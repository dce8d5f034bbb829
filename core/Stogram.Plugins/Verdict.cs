using System.Text.Json;

namespace Stogram.Plugins;

/// <summary>What an interceptor makes of a message.</summary>
public abstract record Verdict
{
    private protected Verdict()
    {
    }

    /// <summary>Let it go on as it is.</summary>
    public static Verdict Pass { get; } = new Passed();

    /// <summary>
    /// Let it go on with another text. Ids, sender and files cannot be replaced, and an encrypted message has no text: either counts
    /// as a failure.
    /// </summary>
    public static Verdict Replace(MessageDraft draft) => new Replaced(draft);

    /// <summary>
    /// Refuse it. The sender is answered <c>REJECTED</c> with <c>details.code</c> = <paramref name="code"/>, the id of
    /// the plugin, and the members of <paramref name="details"/>, an object, beside them (such as <c>retryAfter</c>).
    /// </summary>
    /// <param name="code">UPPER_SNAKE, stable: the plugin's web half translates by it.</param>
    /// <param name="message">For a person without that half.</param>
    /// <param name="details">An object, or nothing.</param>
    public static Verdict Reject(string code, string message, JsonElement? details = null) =>
        new Rejected(code, message, details);

    internal sealed record Passed : Verdict;

    internal sealed record Replaced(MessageDraft Draft) : Verdict;

    internal sealed record Rejected(string Code, string Message, JsonElement? Details) : Verdict;
}
