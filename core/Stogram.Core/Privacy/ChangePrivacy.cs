using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Privacy;

public sealed record ChangePrivacyRequest(
    Audience? LastSeen, Audience? Photo, Audience? Messages, Audience? Groups, bool? ReadReceipts) : IRequest;

/// <summary>Decides who sees what of the caller and who may come near them. What is left out stays as it is.</summary>
internal sealed class ChangePrivacy(StogramContext db, OwnPrivacy own, TellProfile tell) : IVerb
{
    public async Task<Outcome<PrivacyView>> Run(Caller caller, ChangePrivacyRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await own.Change(caller.UserId, cancellation);
        var before = row.ToView();
        Apply(row, request);
        var after = row.ToView();
        if (after == before)
        {
            return before;
        }

        await db.SaveChangesAsync(cancellation);
        var looksOther = (after.LastSeen, after.Photo) != (before.LastSeen, before.Photo);
        var chats = looksOther ? await tell.Bump(caller.UserId, cancellation) : [];
        await transaction.CommitAsync(cancellation);
        await own.Tell(caller.UserId);
        await tell.Tell(caller.UserId, chats, cancellation);
        return after;
    }

    private static void Apply(PrivacyRow row, ChangePrivacyRequest request)
    {
        row.LastSeen = request.LastSeen ?? row.LastSeen;
        row.Photo = request.Photo ?? row.Photo;
        row.Messages = request.Messages ?? row.Messages;
        row.Groups = request.Groups ?? row.Groups;
        row.ReadReceipts = request.ReadReceipts ?? row.ReadReceipts;
    }
}
