using Stogram.Core.Chats;
using Stogram.Core.Messages;
using Stogram.Core.Shared;

namespace Stogram.Core.Reports;

/// <summary>A line of the host in the private chat of the administrator and the person: both keep it.</summary>
internal sealed class WarnPerson(CreateChat create, LockChat lockChat, WriteLine line) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(Caller caller, Guid userId, string words, CancellationToken cancellation)
    {
        var chat = await create.Run(caller, new(ChatType.Private, null, null, [userId], null), isOfficial: true, cancellation);
        if (chat.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var locked = await lockChat.Run(caller, chat.Value.Id, cancellation);
        if (locked is null)
        {
            return Refusal.NotFound;
        }

        await line.Alone(locked, new(WriteLine.Warned, Text: words.Trim()), cancellation);
        return Nothing.Done;
    }
}
