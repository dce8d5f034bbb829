using Stogram.Core.Messages;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Discussions;

/// <summary>Does to the copy of a post what was done to the post.</summary>
internal sealed class ChangeCopy(StogramContext db, ChangeMessage change, EditMessage edit, DeleteMessage delete) : IVerb
{
    public Task Edit(Discussion discussion, Guid by, Guid copyId, string content, CancellationToken cancellation)
    {
        // One context for all that a discussion has missed: what it still knows of the chat is old.
        db.ChangeTracker.Clear();
        return change.ForHost(
            discussion.OrganizationId, discussion.GroupId, copyId,
            async (locked, copy) =>
            {
                var said = await edit.Say(locked.Chat, copy, content, Happened("MessageEdited", discussion, by, copy), cancellation);
                copy.Mentions = [];
                return said;
            },
            edit.Tell,
            cancellation);
    }

    public Task Delete(Discussion discussion, Guid by, Guid copyId, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        return delete.ForHost(
            discussion.OrganizationId, discussion.GroupId, copyId, copy => Happened("MessageDeleted", discussion, by, copy), cancellation);
    }

    private static OutboxRow Happened(string kind, Discussion discussion, Guid by, Message copy) =>
        new(discussion.OrganizationId, discussion.GroupId, kind, by, copy.Id, copy.Seq);
}
