using System.Text.Json;

namespace Stogram.Plugins;

/// <summary>
/// Posts, edits and reads messages. Writing needs permission <c>messages.write</c>, reading <c>messages.read</c>, else it
/// throws <see cref="UndeclaredException"/>. Nothing can be done where the plugin is off.
/// </summary>
public interface IMessages
{
    /// <summary>
    /// Posts a message on the same way as a person's: other plugins' interceptors are asked, then it is stored and told.
    /// The same <see cref="PluginMessage.MessageId"/> again answers with what is stored. Where plugins answer plugins, the
    /// fourth in a row throws <see cref="InvalidOperationException"/>.
    /// </summary>
    ValueTask<PostResult> PostAsync(PluginMessage message, CancellationToken cancellation = default);

    /// <summary>
    /// Changes a message that this plugin posted, whoever is in the chat now. What is null stays as it is.
    /// </summary>
    ValueTask<PostResult> EditAsync(
        Guid organizationId, Guid chatId, Guid messageId, string? text, JsonElement? extra, CancellationToken cancellation = default);

    /// <summary>A message as it is now; null if there is none, or it is deleted. Check who may see it with <see cref="IChats"/>.</summary>
    ValueTask<ChatMessage?> FindAsync(Guid organizationId, Guid chatId, Guid messageId, CancellationToken cancellation = default);

    /// <summary>
    /// Messages of a chat with a smaller <c>seq</c>, the newest first, at most <paramref name="limit"/> and at most 100.
    /// Deleted ones are left out. Check who may see them with <see cref="IChats"/>.
    /// </summary>
    ValueTask<IReadOnlyList<ChatMessage>> ReadAsync(
        Guid organizationId, Guid chatId, long before, int limit, CancellationToken cancellation = default);
}

/// <summary>What a plugin says in a chat.</summary>
public sealed record PluginMessage
{
    /// <summary>The chat's organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The chat.</summary>
    public required Guid ChatId { get; init; }

    /// <summary>Whose message it is: a member of the chat who may write there.</summary>
    public required Guid SenderId { get; init; }

    /// <summary>Yours to choose, so that a retry makes no second message.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>One of <c>contributes.messageKinds</c>; null for an ordinary message, which needs text.</summary>
    public string? Kind { get; init; }

    /// <summary>At most 10,000 characters. Of a kind of your own: what those see who do not have your web half.</summary>
    public string Text { get; init; } = "";

    /// <summary>Travels with it as <c>extra.&lt;your id&gt;</c>; at most 16 KiB.</summary>
    public JsonElement? Extra { get; init; }

    /// <summary>Tells nobody aloud.</summary>
    public bool IsSilent { get; init; }
}

/// <summary>A stored message, or why there is none.</summary>
public sealed record PostResult
{
    /// <summary>Null where it was refused.</summary>
    public ChatMessage? Message { get; init; }

    /// <summary>The wire's code of the refusal, such as <c>FORBIDDEN</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The refusal in words.</summary>
    public string? Reason { get; init; }
}

/// <summary>A message as everybody in its chat sees it.</summary>
public sealed record ChatMessage
{
    /// <summary>The chat.</summary>
    public required Guid ChatId { get; init; }

    /// <summary>Unique in its chat.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Its number in the chat.</summary>
    public required long Seq { get; init; }

    /// <summary>Who sent it.</summary>
    public required Guid SenderId { get; init; }

    /// <summary><c>TEXT</c>, <c>IMAGE</c>, <c>FILE</c>…, or a plugin's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Empty where it has no words, or they are encrypted.</summary>
    public required string Text { get; init; }

    /// <summary>The files it carries.</summary>
    public required IReadOnlyList<Guid> Files { get; init; }

    /// <summary>What travels with it, an object by plugin.</summary>
    public required JsonElement Extra { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
