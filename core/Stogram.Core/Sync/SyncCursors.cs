using Stogram.Core.Chats;
using Stogram.Core.Shared;

namespace Stogram.Core.Sync;

/// <summary>How far the client says it got.</summary>
internal sealed record SyncCursors(Dictionary<Guid, long> Chats, long Me)
{
    /// <summary>Null if one of them is not a cursor.</summary>
    public static SyncCursors? Read(SyncRequest request)
    {
        var chats = new Dictionary<Guid, long>();
        foreach (var (id, cursor) in request.Chats!)
        {
            if (cursor is null || Cursor.ReadNumber(cursor) is not { } rev)
            {
                return null;
            }

            chats[id] = rev;
        }

        var me = request.Me is null ? 0 : Cursor.ReadNumber(request.Me);
        return me is null ? null : new(chats, me.Value);
    }

    /// <summary>Also when the client is ahead of us: then the database was restored from a backup.</summary>
    public bool IsBehind(Chat chat) => !Chats.TryGetValue(chat.Id, out var rev) || rev != chat.Rev;

    public ChatPlace Place(ChatMember member) =>
        new(member.ChatId, member.UserId, member.VisibleFromSeq,
            Chats.TryGetValue(member.ChatId, out var rev) && rev <= member.Chat!.Rev ? rev : null);
}

/// <param name="Rev">What the client has, or null for a chat that is new to it.</param>
internal sealed record ChatPlace(Guid ChatId, Guid UserId, long VisibleFromSeq, long? Rev);
