using Stogram.Core.Chats;
using Stogram.Core.Shared;

namespace Stogram.Core.Sync;

/// <summary>How far the client says it got.</summary>
internal sealed record SyncCursors(Dictionary<Guid, ChatCursor> Chats, long Me)
{
    /// <summary>Null if one of them is not a cursor.</summary>
    public static SyncCursors? Read(SyncRequest request)
    {
        var chats = new Dictionary<Guid, ChatCursor>();
        foreach (var (id, cursor) in request.Chats!)
        {
            if (ChatCursor.Read(cursor) is not { } place)
            {
                return null;
            }

            chats[id] = place;
        }

        var me = request.Me is null ? 0 : Cursor.ReadNumber(request.Me);
        return me is null ? null : new(chats, me.Value);
    }

    /// <summary>Also when the client is ahead of us: then the database was restored from a backup.</summary>
    public bool IsBehind(Chat chat) => !Chats.TryGetValue(chat.Id, out var place) || place != ChatCursor.Of(chat);

    public ChatPlace Place(ChatMember member) =>
        new(member.ChatId, member.UserId, member.VisibleFromSeq,
            Chats.TryGetValue(member.ChatId, out var place) && place.Epoch == member.Chat!.Epoch && place.Rev <= member.Chat.Rev
                ? place.Rev
                : null);
}

/// <param name="Rev">What the client has, or null for a chat that is new to it.</param>
internal sealed record ChatPlace(Guid ChatId, Guid UserId, long VisibleFromSeq, long? Rev);
