using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Audit;
using Stogram.Core.Chats;
using Stogram.Core.Messages;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Core.Reports;

/// <param name="Decision">HIDDEN, WARNED, REMOVED or DISMISSED.</param>
/// <param name="FromChat">With REMOVED: only out of the chat, for good; else the account is deactivated.</param>
/// <param name="Words">With WARNED: what the person is told.</param>
public sealed record DecideReportRequest(
    [property: Required, AllowedValues(
        ReportState.Hidden, ReportState.Warned, ReportState.Removed, ReportState.Dismissed,
        ErrorMessage = "HIDDEN, WARNED, REMOVED or DISMISSED.")] ReportState? Decision,
    bool? FromChat,
    [property: StringLength(1000)] string? Words) : IRequest;

/// <summary>What administrators do about a report. They are in no chat by it: what is done there is done for its owner.</summary>
internal sealed class DecideReport(
    StogramContext db,
    DeleteMessage delete,
    RemoveMember remove,
    ChangePerson change,
    WarnPerson warn,
    AuditLog audit,
    TimeProvider time) : IVerb
{
    public async Task<Outcome<Nothing?>> Run(
        Caller caller, Guid id, DecideReportRequest request, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return refusal;
        }

        var report = await db.Reports.AsNoTracking().FirstOrDefaultAsync(
            one => one.Id == id && one.OrganizationId == caller.OrganizationId, cancellation);
        if (report is null)
        {
            return Refusal.NotFound;
        }

        if (report.State != ReportState.Open)
        {
            return Refusal.Conflict("Somebody has decided this already.");
        }

        if ((await Act(caller, report, request, cancellation)).Refusal is { } impossible)
        {
            return impossible;
        }

        await Close(caller, report, request.Decision!.Value, cancellation);
        return Nothing.Done;
    }

    private async Task<Outcome<Nothing?>> Act(
        Caller caller, Report report, DecideReportRequest request, CancellationToken cancellation) => request.Decision switch
    {
        ReportState.Hidden => await Hide(report, cancellation),
        ReportState.Warned => await warn.Run(caller, report.UserId, request.Words ?? "", cancellation),
        ReportState.Removed when request.FromChat == true => await Expel(report, cancellation),
        ReportState.Removed => await change.Run(caller, report.UserId, new(null, Active: false), cancellation),
        _ => Nothing.Done,
    };

    /// <summary>A message that is gone already is as hidden as can be.</summary>
    private async Task<Outcome<Nothing?>> Hide(Report report, CancellationToken cancellation)
    {
        if (report is not { ChatId: { } chatId, MessageId: { } messageId })
        {
            return Refusal.Invalid("decision", "Only a message can be hidden.");
        }

        if (await ActingFor(chatId, report.UserId, cancellation) is { } actor)
        {
            var deleted = await delete.Run(actor, new(chatId, messageId, "everyone"), cancellation);
            return deleted.Refusal is { Code: not ErrorCode.NotFound } no ? no : Nothing.Done;
        }

        return Nothing.Done;
    }

    private async Task<Outcome<Nothing?>> Expel(Report report, CancellationToken cancellation) =>
        report.ChatId is { } chatId && await ActingFor(chatId, null, cancellation) is { } owner
            ? await remove.Ban(owner, chatId, report.UserId, new(null), cancellation)
            : Refusal.Invalid("fromChat", "There is no group to remove them from.");

    /// <summary>The chat's owner; where there is none, the sender of the message.</summary>
    private async Task<Caller?> ActingFor(Guid chatId, Guid? senderId, CancellationToken cancellation)
    {
        var actor = await db.ChatMembers
            .Where(member => member.ChatId == chatId && member.LeftAt == null
                && (member.Role == ChatRole.Owner || member.UserId == senderId))
            .OrderBy(member => member.Role == ChatRole.Owner ? 0 : 1)
            .Select(member => member.User!).AsNoTracking().FirstOrDefaultAsync(cancellation);
        return actor is null ? null : new(actor.Id, actor.OrganizationId, Guid.Empty, actor.Role, actor.IsOperator);
    }

    /// <summary>With it all reports of a message that is hidden.</summary>
    private async Task Close(Caller caller, Report report, ReportState decision, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (now, others) = (time.GetUtcNow(), decision == ReportState.Hidden ? report.MessageId : null);
        await db.Reports
            .Where(one => one.OrganizationId == caller.OrganizationId && one.State == ReportState.Open
                && (one.Id == report.Id || (others != null && one.MessageId == others)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(one => one.State, decision).SetProperty(one => one.DecidedBy, caller.UserId)
                    .SetProperty(one => one.DecidedAt, now),
                cancellation);
        await audit.Write(caller, new($"report.{UpperSnake.Write(decision).ToLowerInvariant()}", report.UserId), cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
