using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Stogram.Core.Organizations;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Audit;

public sealed record ExportAuditRequest([property: RegularExpression("^(csv|json)$", ErrorMessage = "csv or json.")] string? Format) : IRequest;

/// <summary>The whole log as a file, oldest first, with the hashes, so that others can check the chain too.</summary>
internal sealed class ExportAudit(StogramContext db) : IVerb
{
    private static readonly string[] Columns = ["seq", "at", "actorId", "ip", "action", "targetId", "before", "after", "hash"];

    public IResult Run(Caller caller, ExportAuditRequest request, CancellationToken cancellation)
    {
        if (Administrators.Refuse(caller) is { } refusal)
        {
            return (Outcome<Nothing?>)refusal;
        }

        var rows = db.AuditLog.AsNoTracking().Where(row => row.OrganizationId == caller.OrganizationId).OrderBy(row => row.Seq);
        var isCsv = request.Format == "csv";
        return Results.Stream(
            stream => isCsv ? Csv(stream, rows, cancellation) : Json(stream, rows, cancellation),
            isCsv ? "text/csv" : "application/json",
            isCsv ? "audit.csv" : "audit.json");
    }

    private static async Task Csv(Stream stream, IQueryable<AuditRow> rows, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(stream) { NewLine = "\r\n" };
        await text.WriteLineAsync(string.Join(',', Columns));
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            await text.WriteLineAsync(string.Join(',', Fields(row).Select(Quoted)));
        }
    }

    private static async Task Json(Stream stream, IQueryable<AuditRow> rows, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(stream);
        json.WriteStartArray();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            json.WriteStartObject();
            foreach (var (column, value) in Columns.Zip(Fields(row)))
            {
                json.WriteString(column, value);
            }

            json.WriteEndObject();
            await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
    }

    private static string?[] Fields(AuditRow row) =>
    [
        row.Seq.ToString(CultureInfo.InvariantCulture), row.At.ToString("O", CultureInfo.InvariantCulture), row.ActorId?.ToString(),
        row.Ip, row.Action, row.TargetId?.ToString(), row.Before, row.After, Convert.ToHexStringLower(row.Hash),
    ];

    /// <summary>RFC 4180; a leading apostrophe keeps spreadsheets from running what people wrote as a formula.</summary>
    private static string Quoted(string? value)
    {
        var text = value is ['=' or '+' or '-' or '@', ..] ? $"'{value}" : value ?? "";
        return $"\"{text.Replace("\"", "\"\"")}\"";
    }
}
