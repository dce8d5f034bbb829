using Npgsql;
using Stogram.Core.Shared;

namespace Stogram.Core.Discussions;

/// <param name="Key">Of the copies.</param>
/// <param name="FromSeq">What was posted before has no copy.</param>
internal sealed record Discussion(
    Guid OrganizationId, Guid ChatId, Guid GroupId, Guid Key, string ChannelName, long ChannelRev, long FromSeq, long PostedRev, long CountedRev);

/// <summary>
/// Brings a channel and its discussion into step, by revisions, as a client syncs: what happened to posts is done to their
/// copies, and posts are told how often those were answered. A crash in between costs a repeat, which changes nothing.
/// </summary>
internal sealed class FollowDiscussion(
    NpgsqlDataSource database, CopyPosts copy, CountComments count) : IVerb
{
    // Counts of one discussion are told once a second at most: all who are in the channel hear them.
    private const string Behind =
        """
        select d.organization_id, d.chat_id, d.group_id, d.key, c.name, c.rev, d.from_seq, d.posted_rev, d.counted_rev
        from core.discussions d
        join core.chats c on c.id = d.chat_id
        join core.chats g on g.id = d.group_id
        where c.rev > d.posted_rev or (g.rev > d.counted_rev and d.followed_at < now() - interval '1 second')
        order by d.followed_at limit 1 for update of d skip locked
        """;

    private const string Followed =
        "update core.discussions set posted_rev = $2, counted_rev = $3, followed_at = clock_timestamp() where chat_id = $1";

    /// <summary>False once none is behind that another node does not have in hand, or one has to wait.</summary>
    public async Task<bool> Next(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Find(connection, cancellation) is not { } discussion)
        {
            return false;
        }

        var (posted, counted) = (discussion.PostedRev, discussion.CountedRev);
        var isDone = true;
        Exception? failure = null;
        try
        {
            (posted, isDone) = await copy.Run(discussion, cancellation);
            counted = await count.Run(discussion, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = e;
        }

        // Also where it failed: the others have their turn before it is tried again.
        await using var followed = new NpgsqlCommand(Followed, connection)
        {
            Parameters = { new() { Value = discussion.ChatId }, new() { Value = posted }, new() { Value = counted } },
        };
        await followed.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return failure is null ? isDone : throw new InvalidOperationException($"The discussion of {discussion.ChatId} is behind.", failure);
    }

    private static async Task<Discussion?> Find(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Behind, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetGuid(3), row.GetString(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8))
            : null;
    }
}
