using Npgsql;
using Stogram.Core.Shared;
using Stogram.Core.Users;
using Stogram.Plugins;

namespace Stogram.Core.Messages;

/// <param name="Mentions">People in the chat; <see cref="FindNames.Everybody"/> for all of them.</param>
/// <param name="Hashtags">Lower-case, without the sign.</param>
internal sealed record Names(Guid[] Mentions, string[] Hashtags)
{
    public static readonly Names None = new([], []);
}

/// <summary>Whom a text means and what it is tagged with. What is quoted as code means nobody.</summary>
internal sealed class FindNames(NpgsqlDataSource database) : IVerb
{
    /// <summary>In the place of an id: <c>@all</c>. In a large chat only its admins can call everybody.</summary>
    public static readonly Guid Everybody = Guid.Empty;

    public const int EverybodyCalls = 100;

    private const int Most = 50;

    private const string Known =
        """
        (select u.id from core.memberships m join core.users u on u.id = m.user_id
         where m.chat_id = $1 and u.normalized_username = any($2) limit $5)
        union all
        select $6::uuid from core.memberships mine join core.chats c on c.id = mine.chat_id
        where mine.chat_id = $1 and mine.user_id = $3 and $4 and (c.member_count <= $7 or mine.role <> 'MEMBER')
        """;

    public async Task<Names> In(Guid organizationId, Guid chatId, Guid senderId, string text, CancellationToken cancellation)
    {
        if (!text.AsSpan().ContainsAny('@', '#'))
        {
            return Names.None;
        }

        var read = FormattedText.Parse(text);
        string[] tags = [.. Of(read, TextEntityKind.Hashtag).Select(tag => tag.ToLowerInvariant()).Distinct().Take(Most)];
        string[] names = [.. Of(read, TextEntityKind.Mention).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
        return new(names.Length == 0 ? [] : await Find(organizationId, chatId, senderId, names, cancellation), tags);
    }

    private static IEnumerable<string> Of(FormattedText read, TextEntityKind kind) =>
        read.Entities.Where(entity => entity.Kind == kind)
            .Select(entity => read.Text.Substring(entity.Offset + 1, entity.Length - 1));

    private async Task<Guid[]> Find(Guid organizationId, Guid chatId, Guid senderId, string[] names, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Known);
        command.Parameters.Add(new() { Value = chatId });
        command.Parameters.Add(new() { Value = names.Select(name => OrganizationUserStore.Key(organizationId, name).ToUpperInvariant()).ToArray() });
        command.Parameters.Add(new() { Value = senderId });
        command.Parameters.Add(new() { Value = names.Contains("all", StringComparer.OrdinalIgnoreCase) });
        command.Parameters.Add(new() { Value = Most });
        command.Parameters.Add(new() { Value = Everybody });
        command.Parameters.Add(new() { Value = EverybodyCalls });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetGuid(0));
        }

        return [.. found];
    }
}
