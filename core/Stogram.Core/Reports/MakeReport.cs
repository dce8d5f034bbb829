using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Reports;

/// <param name="MessageId">A message of <paramref name="ChatId"/>; or else a person.</param>
public sealed record MakeReportRequest(
    Guid? ChatId,
    Guid? MessageId,
    Guid? UserId,
    [property: Required] ReportReason? Reason,
    [property: StringLength(1000)] string? Comment) : IRequest;

/// <summary>Puts a message or a person before the administrators, who see what was reported and nothing else of the chat.</summary>
internal sealed class MakeReport(StogramContext db, TimeProvider time) : IVerb
{
    private const int MostPerDay = 20;

    public async Task<Outcome<Nothing?>> Run(Caller caller, MakeReportRequest request, CancellationToken cancellation)
    {
        var (now, isMessage) = (time.GetUtcNow(), request.MessageId is not null);
        if (isMessage ? request.ChatId is null : request.UserId is null)
        {
            return Refusal.Invalid(isMessage ? "chatId" : "userId", "Required.");
        }

        var report = isMessage ? await OfMessage(caller, request, cancellation) : await OfPerson(caller, request, cancellation);
        if (report is null)
        {
            return Refusal.NotFound;
        }

        if (report.UserId == caller.UserId)
        {
            return Refusal.Invalid(isMessage ? "messageId" : "userId", "That is yours.");
        }

        if (await db.Reports.CountAsync(
            other => other.ReporterId == caller.UserId && other.CreatedAt > now.AddDays(-1), cancellation) >= MostPerDay)
        {
            return new Refusal(ErrorCode.RateLimited, $"At most {MostPerDay} reports a day.");
        }

        report.Id = Guid.CreateVersion7(now);
        (report.OrganizationId, report.ReporterId) = (caller.OrganizationId, caller.UserId);
        (report.Reason, report.Comment) = (request.Reason!.Value, request.Comment?.Trim());
        report.CreatedAt = now;
        db.Reports.Add(report);
        await db.SaveChangesAsync(cancellation);
        return Nothing.Done;
    }

    private async Task<Report?> OfMessage(Caller caller, MakeReportRequest request, CancellationToken cancellation)
    {
        var said = await db.Database.SqlQuery<Said>(
            $"""
             select x.sender_id as "SenderId", x.content as "Content", x.created_at as "At", c.name as "ChatName",
               array(select f.name from core.files f where f.id = any(x.file_ids)) as "Files"
             from core.memberships m join core.chats c on c.id = m.chat_id
             join core.messages x on x.chat_id = m.chat_id and x.seq > m.visible_from_seq
             where m.chat_id = {request.ChatId} and m.user_id = {caller.UserId} and m.organization_id = {caller.OrganizationId}
               and x.id = {request.MessageId} and not x.is_deleted and x.type <> 'SYSTEM'
             """).ToListAsync(cancellation);
        return said is not [var row] ? null : new()
        {
            UserId = row.SenderId,
            ChatId = request.ChatId,
            MessageId = request.MessageId,
            ChatName = row.ChatName,
            Said = row.Content,
            FileNames = row.Files,
            SaidAt = row.At,
        };
    }

    private async Task<Report?> OfPerson(Caller caller, MakeReportRequest request, CancellationToken cancellation) =>
        await db.Knows(caller, [request.UserId!.Value], cancellation) ? new() { UserId = request.UserId.Value } : null;

    private sealed record Said(Guid SenderId, string? Content, DateTimeOffset At, string? ChatName, string[] Files);
}
