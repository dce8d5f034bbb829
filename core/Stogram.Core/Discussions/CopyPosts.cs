using Npgsql;
using Stogram.Core.Messages;
using Stogram.Core.Shared;

namespace Stogram.Core.Discussions;

/// <param name="By">The plugin that posted it.</param>
internal sealed record Post(MessageView Message, string? By, PostCopy? Copy);

internal sealed record PostCopy(Guid Id, string? Content, bool IsDeleted);

/// <summary>Says in a group what was posted in its channel, says it differently where the post does, and takes it away with it.</summary>
internal sealed class CopyPosts(
    NpgsqlDataSource database, PostMessage post, ChangeCopy change, InterceptMessage intercept, TimeProvider time) : IVerb
{
    private const int AtOnce = 100;

    /// <summary>As deep as plugins may answer one another: what one of them posted in a channel is not answered by the next in its discussion.</summary>
    private const int Deepest = 3;

    private static readonly string Changed =
        $"""
         select m.posted_by, k.id, k.content, k.is_deleted, {MessageSql.Columns}
         from (select * from core.messages x where x.chat_id = $1 and x.rev > $3 order by x.rev limit $4) m
         left join core.messages k on k.twin_chat_id = m.chat_id and k.twin_seq = m.seq and k.chat_id = $2
         {MessageSql.Joins()}
         order by m.rev
         """;

    /// <summary>Up to which revision of the channel the group has its posts, and whether there was nothing to wait for.</summary>
    public async Task<(long Rev, bool IsDone)> Run(Discussion discussion, CancellationToken cancellation)
    {
        var upTo = discussion.PostedRev;
        var posts = await Read(discussion, cancellation);
        foreach (var one in posts)
        {
            if (!await Follow(discussion, one, cancellation))
            {
                return (upTo, false);
            }

            upTo = one.Message.Rev!.Value;
        }

        // Between those of its messages lie revisions of members and of the channel itself.
        return (posts.Length < AtOnce ? Math.Max(upTo, discussion.ChannelRev) : upTo, true);
    }

    /// <summary>False where it is to be tried again.</summary>
    private async Task<bool> Follow(Discussion discussion, Post one, CancellationToken cancellation)
    {
        var (message, copy) = (one.Message, one.Copy);
        if (copy is null)
        {
            return message.IsDeleted || message.Seq <= discussion.FromSeq || !MessageTypes.IsPeoples(message)
                || await Post(Copy(discussion, one), cancellation);
        }

        if (copy.IsDeleted)
        {
            return true;
        }

        if (message.IsDeleted)
        {
            await change.Delete(discussion, message.SenderId, copy.Id, cancellation);
        }
        else if (message.IsEdited && await intercept.Copy(Copy(discussion, one), cancellation) is { Refusal: null } said && said.Value != copy.Content)
        {
            await change.Edit(discussion, message.SenderId, copy.Id, said.Value, cancellation);
        }

        return true;
    }

    /// <summary>What is refused, by a plugin for one, is not talked about.</summary>
    private async Task<bool> Post(NewMessage copy, CancellationToken cancellation)
    {
        try
        {
            return (await post.Run(copy, cancellation)).Refusal?.Code != ErrorCode.Unavailable;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private NewMessage Copy(Discussion discussion, Post one)
    {
        var message = one.Message;
        return new(
            discussion.OrganizationId, discussion.GroupId, ForwardMessages.IdOf(discussion.Key, discussion.GroupId, message.Id),
            message.SenderId, message.Content ?? "", null, [.. message.Files.Select(file => file.Id)], IsSilent: true)
        {
            Special = new(
                ForwardedFrom: new(discussion.ChatId, message.Id, null, discussion.ChannelName, message.CreatedAt),
                HidePreview: message.HidesPreview ? true : null,
                ExpiresIn: ForwardMessages.Left(message, time.GetUtcNow()),
                Twin: new(discussion.ChatId, message.Seq!.Value),
                Plugin: one.By,
                Depth: one.By is null ? null : Deepest),
        };
    }

    private async Task<Post[]> Read(Discussion discussion, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Changed);
        command.Parameters.Add(new() { Value = discussion.ChatId });
        command.Parameters.Add(new() { Value = discussion.GroupId });
        command.Parameters.Add(new() { Value = discussion.PostedRev });
        command.Parameters.Add(new() { Value = AtOnce });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var posts = new List<Post>();
        while (await row.ReadAsync(cancellation))
        {
            var copy = row.IsDBNull(1) ? null : new PostCopy(row.GetGuid(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetBoolean(3));
            posts.Add(new(MessageSql.Row(row, 4), row.IsDBNull(0) ? null : row.GetString(0), copy));
        }

        return [.. posts];
    }
}
