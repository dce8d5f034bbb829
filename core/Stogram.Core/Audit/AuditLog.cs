using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Audit;

/// <summary>What is written down of a deed; the values are those that changed.</summary>
internal sealed record Deed(
    string Action, Guid? TargetId = null, Dictionary<string, string>? Before = null, Dictionary<string, string>? After = null);

/// <summary>Writes a deed in the transaction that does it: neither is ever there without the other.</summary>
internal sealed class AuditLog(StogramContext db, IHttpContextAccessor accessor, TimeProvider time) : IVerb
{
    public Task Write(Caller caller, Deed deed, CancellationToken cancellation) =>
        Write(caller.OrganizationId, caller.UserId, deed, cancellation);

    public async Task Write(Guid organizationId, Guid? actorId, Deed deed, CancellationToken cancellation)
    {
        _ = db.Database.CurrentTransaction ?? throw new InvalidOperationException("A deed is written in its transaction.");
        // One after the other in an organization: each row has to know the one before.
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended('stogram.audit.' || {organizationId.ToString()}, 0))", cancellation);
        var last = await db.AuditLog.AsNoTracking().Where(row => row.OrganizationId == organizationId)
            .OrderByDescending(row => row.Seq).FirstOrDefaultAsync(cancellation);
        var now = time.GetUtcNow();
        var row = new AuditRow
        {
            OrganizationId = organizationId,
            Seq = (last?.Seq ?? 0) + 1,
            // The database keeps microseconds; the hash must find again what it was made of.
            At = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)),
            ActorId = actorId,
            Ip = accessor.HttpContext?.Connection.RemoteIpAddress?.ToString(),
            Action = deed.Action,
            TargetId = deed.TargetId,
            Before = Json(deed.Before),
            After = Json(deed.After),
        };
        row.Hash = row.HashAfter(last?.Hash ?? []);
        db.AuditLog.Add(row);
        await db.SaveChangesAsync(cancellation);
    }

    private static string? Json(Dictionary<string, string>? values) =>
        values is null ? null : JsonSerializer.Serialize(values, CoreJson.Default.DictionaryStringString);
}
