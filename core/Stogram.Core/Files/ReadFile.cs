using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Stogram.Core.Files.Blobs;
using Stogram.Core.Organizations;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Files;

/// <param name="Session">With <paramref name="Expires"/> and <paramref name="Signature"/>: a link as in a file's <c>url</c>.</param>
public sealed record ReadFileRequest(Guid? Session, long? Expires, string? Signature) : IRequest;

/// <summary>A file is for its owner, the members of a chat that holds it, and as a picture of somebody for who may see it.</summary>
internal sealed class ReadFile(StogramContext db, BlobStore blobs, FileLinks links, LiveSession live) : IVerb
{
    public async Task<Outcome<FileView>> Link(Caller caller, Guid fileId, CancellationToken cancellation) =>
        await Find(caller, fileId, cancellation) is { } file
            ? links.Sign(caller, FileView.Of(file))
            : Refusal.NotFound;

    public async Task<IResult> Run(
        HttpContext http, Guid fileId, ReadFileRequest request, CancellationToken cancellation)
    {
        var caller = http.Features.Get<Caller>() ?? await ByLink(http.Request, fileId, request, cancellation);
        if (caller is null)
        {
            return (Outcome<FileView>)Refusal.Unauthorized;
        }

        if (await Find(caller, fileId, cancellation) is not { } file)
        {
            return (Outcome<FileView>)Refusal.NotFound;
        }

        Guard(http.Response, file);
        return Results.File(
            blobs.In(file.InBucket).Open(file.Path, file.Size), file.ContentType,
            lastModified: file.CreatedAt, entityTag: new($"\"{file.Id}\""), enableRangeProcessing: true);
    }

    private async Task<Caller?> ByLink(HttpRequest http, Guid fileId, ReadFileRequest request, CancellationToken cancellation) =>
        request is { Session: { } session, Expires: { } expires, Signature: { } signature }
        && links.IsGood(fileId, session, expires, signature)
            ? await live.Find(session, FindOrganization.HostOf(http), cancellation)
            : null;

    private Task<StoredFile?> Find(Caller caller, Guid fileId, CancellationToken cancellation) =>
        db.Files.FromSql(
            $"""
             select f.* from core.files f
             where f.id = {fileId} and f.organization_id = {caller.OrganizationId}
               and (f.owner_id = {caller.UserId}
                 or exists (
                   select from core.users u where u.avatar_file_id = f.id and ({caller.Role != UserRole.Guest} or exists (
                     select from core.acquaintances a where a.user_id = {caller.UserId} and a.other_id = u.id))
                   and ({caller.IsAdministrator} or not exists (
                     select from core.hidden_from({caller.UserId}, array[u.id]) h where h.photo)))
                 or exists (
                   select from core.chats c
                   left join core.memberships m on m.chat_id = c.id and m.user_id = {caller.UserId}
                   where c.avatar_file_id = f.id and (m.user_id is not null or (c.is_listed and {caller.Role != UserRole.Guest})))
                 or exists (
                   select from core.message_files x
                   join core.memberships m on m.chat_id = x.chat_id and m.user_id = {caller.UserId} and m.visible_from_seq < x.seq
                   where x.file_id = f.id))
             """).AsNoTracking().FirstOrDefaultAsync(cancellation);

    /// <summary>Whatever a stranger uploaded, it cannot act: no sniffing, no scripts, inline only where it is a picture or the like.</summary>
    private static void Guard(HttpResponse response, StoredFile file)
    {
        var isShown = file.ContentType.Split('/')[0] is "image" or "video" or "audio" && file.ContentType != ContentTypes.Svg;
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "private, max-age=3600";
    }
}
