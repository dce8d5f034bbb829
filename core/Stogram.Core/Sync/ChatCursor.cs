using System.Globalization;
using Stogram.Core.Chats;
using Stogram.Core.Shared;

namespace Stogram.Core.Sync;

/// <param name="Epoch">0 until the database is restored from a backup for the first time.</param>
internal readonly record struct ChatCursor(long Rev, int Epoch)
{
    public static ChatCursor Of(Chat chat) => new(chat.Rev, chat.Epoch);

    public static ChatCursor? Read(string? cursor)
    {
        var parts = cursor is null ? null : Cursor.Read(cursor)?.Split(':');
        return parts is { Length: 1 or 2 }
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(parts.ElementAtOrDefault(1) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
                ? new(number, epoch)
                : null;
    }

    public string Write() =>
        Cursor.Write(Epoch == 0 ? $"{Rev}" : string.Create(CultureInfo.InvariantCulture, $"{Rev}:{Epoch}"));
}
