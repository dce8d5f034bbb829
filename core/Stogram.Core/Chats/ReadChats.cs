using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;

namespace Stogram.Core.Chats;

public sealed record PageRequest(
    [property: StringLength(200)] string? Cursor, [property: Range(1, 100)] int? Limit) : IRequest
{
    internal static readonly Refusal BadCursor = Refusal.Invalid("cursor", "Not a cursor of this list.");

    /// <summary>The id to go on after, where a list is in the order of ids; null if it is not a cursor.</summary>
    internal Guid? After() => Cursor is null ? Guid.Empty
        : Guid.TryParse(Shared.Cursor.Read(Cursor), out var after) ? after : null;
}

/// <summary>The chats the caller is a member of, the most recently active first.</summary>
internal sealed class ReadChats(Membership membership, ReadMine mine) : IVerb
{
    public async Task<Outcome<MyChatView[]>> List(Caller caller, PageRequest request, CancellationToken cancellation)
    {
        var members = membership.Of(caller);
        if (request.Cursor is { } cursor)
        {
            if (Place.Read(cursor) is not { } place)
            {
                return PageRequest.BadCursor;
            }

            members = members.Where(member => member.Chat!.ActiveAt < place.ActiveAt
                || (member.Chat.ActiveAt == place.ActiveAt && member.ChatId < place.ChatId));
        }

        var limit = request.Limit ?? 50;
        var rows = await members.Include(member => member.Chat)
            .OrderByDescending(member => member.Chat!.ActiveAt).ThenByDescending(member => member.ChatId)
            .Take(limit + 1).ToArrayAsync(cancellation);
        Outcome<MyChatView[]> page = await Views(caller, rows.Take(limit).ToArray(), cancellation);
        return page.WithPage(rows.Length > limit ? Place.Write(rows[limit - 1].Chat!) : null);
    }

    public async Task<Outcome<MyChatView>> One(Caller caller, Guid chatId, CancellationToken cancellation)
    {
        var members = await membership.Of(caller).Include(member => member.Chat)
            .Where(member => member.ChatId == chatId).ToArrayAsync(cancellation);
        return members.Length == 0 ? Refusal.NotFound : (await Views(caller, members, cancellation))[0];
    }

    private async Task<MyChatView[]> Views(Caller caller, ChatMember[] members, CancellationToken cancellation)
    {
        var views = await mine.Run(caller, members, cancellation);
        return [.. members.Select(member => new MyChatView(ChatView.Of(member.Chat!), views[member.ChatId]))];
    }

    private sealed record Place(DateTimeOffset ActiveAt, Guid ChatId)
    {
        public static string Write(Chat chat) => Cursor.Write($"{chat.ActiveAt.UtcTicks}:{chat.Id}");

        public static Place? Read(string cursor) =>
            Cursor.Read(cursor)?.Split(':') is [var ticks, var id]
            && long.TryParse(ticks, out var at) && at >= 0 && at <= DateTime.MaxValue.Ticks
            && Guid.TryParse(id, out var chatId)
                ? new(new(at, TimeSpan.Zero), chatId)
                : null;
    }
}
