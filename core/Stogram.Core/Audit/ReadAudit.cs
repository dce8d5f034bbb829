using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Audit;

/// <param name="Actor">Only what this person did.</param>
/// <param name="Action">Only deeds whose name begins so, as in <c>session.</c>.</param>
public sealed record AuditRequest(
    string? Cursor,
    [property: Range(1, 100)] int? Limit,
    Guid? Actor,
    [property: StringLength(64)] string? Action) : IRequest;

/// <param name="Actor">The name they have now; null for the server itself.</param>
public sealed record AuditView(
    long Seq,
    DateTimeOffset At,
    Guid? ActorId,
    string? Actor,
    string? Ip,
    string Action,
    Guid? TargetId,
    string? Target,
    JsonElement? Before,
    JsonElement? After);

/// <summary>The log of the caller's organization, newest first.</summary>
internal sealed class ReadAudit(StogramContext db) : IVerb
{
    public async Task<Outcome<AuditView[]>> Run(Caller caller, AuditRequest request, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        var before = request.Cursor is null ? long.MaxValue : Cursor.ReadNumber(request.Cursor);
        if (before is null)
        {
            return Refusal.Invalid("cursor", "Not a cursor of this list.");
        }

        var limit = request.Limit ?? 50;
        var rows = await Rows(caller.OrganizationId, request).Where(row => row.Seq < before)
            .OrderByDescending(row => row.Seq).Take(limit + 1).ToListAsync(cancellation);
        var names = await Names(rows, cancellation);
        Outcome<AuditView[]> page = rows.Take(limit).Select(row => View(row, names)).ToArray();
        return page.WithPage(rows.Count > limit ? Cursor.Write(rows[limit - 1].Seq) : null);
    }

    private IQueryable<AuditRow> Rows(Guid organizationId, AuditRequest request)
    {
        var rows = db.AuditLog.AsNoTracking().Where(row => row.OrganizationId == organizationId);
        rows = request.Actor is { } actor ? rows.Where(row => row.ActorId == actor) : rows;
        return request.Action is { } action ? rows.Where(row => row.Action.StartsWith(action)) : rows;
    }

    private Task<Dictionary<Guid, string>> Names(List<AuditRow> rows, CancellationToken cancellation)
    {
        Guid?[] ids = [.. rows.SelectMany(row => new[] { row.ActorId, row.TargetId }).Distinct()];
        return db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.UserName!, cancellation);
    }

    internal static AuditView View(AuditRow row, Dictionary<Guid, string> names) => new(
        row.Seq, row.At, row.ActorId, Name(row.ActorId, names), row.Ip, row.Action, row.TargetId, Name(row.TargetId, names),
        Element(row.Before), Element(row.After));

    private static string? Name(Guid? id, Dictionary<Guid, string> names) => id is { } known ? names.GetValueOrDefault(known) : null;

    private static JsonElement? Element(string? json) => json is null ? null : JsonElement.Parse(json);
}
