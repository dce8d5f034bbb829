using Stogram.Core.Messages;

namespace Stogram.Core.Drafts;

/// <summary>What somebody is writing in a chat; empty once it is sent or given up.</summary>
/// <param name="At">When it was last touched, on the device where that was; of two the later one stays.</param>
public sealed record DraftView(Guid ChatId, string Text, ReplyView? ReplyTo, DateTimeOffset At);
