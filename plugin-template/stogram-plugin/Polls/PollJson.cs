using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polls;

internal sealed record PollSettings(int Hours);

internal sealed record AskRequest(Guid ChatId, Guid Id, string? Question, string?[]? Options);

internal sealed record VoteRequest(Guid ChatId, Guid Id, int Option);

/// <summary>Which poll: its message, and the chat that is in.</summary>
internal sealed record PollKey(Guid ChatId, Guid Id);

/// <summary>What lies in the message.</summary>
internal sealed record Poll(string Question, string[] Options);

/// <param name="Votes">How many each answer has, in their order.</param>
/// <param name="Mine">The number of my answer; null where I gave none, and in what is told to all.</param>
internal sealed record PollView(Guid ChatId, Guid Id, int[] Votes, bool Closed, int? Mine);

// Generated, so that the plugin leaves memory when it is switched off.
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PollSettings))]
[JsonSerializable(typeof(AskRequest))]
[JsonSerializable(typeof(VoteRequest))]
[JsonSerializable(typeof(PollKey))]
[JsonSerializable(typeof(Poll))]
[JsonSerializable(typeof(PollView))]
internal sealed partial class PollJson : JsonSerializerContext;
