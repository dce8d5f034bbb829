using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Previews;

/// <summary>
/// What there is at an address, for one organization: looked up once and remembered for a while, also that there was
/// nothing. Whoever looks claims the address first, so that all nodes together ask it once.
/// </summary>
internal sealed class FindPreview(
    StogramContext db, NpgsqlDataSource database, FetchPreview fetch, CoreOptions options, TimeProvider time) : IVerb
{
    private static readonly TimeSpan Good = TimeSpan.FromHours(24);

    private static readonly TimeSpan Bad = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private const string Claim =
        """
        with claimed as (
          insert into core.link_previews as p (organization_id, url, claimed_until, expires_at) values ($1, $2, $4, $3)
          on conflict (organization_id, url) do update set claimed_until = $4
            where p.expires_at <= $3 and coalesce(p.claimed_until <= $3, true)
          returning true)
        select exists (select from claimed), p.url is not null, p.preview::text
        from (select) as always
        left join core.link_previews p on p.organization_id = $1 and p.url = $2 and p.expires_at > $3 and p.claimed_until is null
        """;

    private const string Keep =
        """
        update core.link_previews set preview = $3::jsonb, file_id = $4, claimed_until = null, expires_at = $5
        where organization_id = $1 and url = $2
        """;

    /// <summary>Null where there is nothing to show, or where it is switched off.</summary>
    /// <param name="isKept">False for what must leave no trace: then it is looked up each time.</param>
    public async Task<PreviewRow?> Run(Caller caller, Uri link, bool isKept, CancellationToken cancellation)
    {
        if (!options.Previews || !await db.Organizations.AnyAsync(one => one.Id == caller.OrganizationId && one.LinkPreviews, cancellation))
        {
            return null;
        }

        var found = isKept ? await Once(caller, link, cancellation) : await fetch.Run(caller, link, cancellation);
        // Of the same page, at another place in it.
        return found is null ? null : found with { Url = link.AbsoluteUri };
    }

    public async Task Forget(CancellationToken cancellation) =>
        await db.Database.ExecuteSqlAsync(
            $"delete from core.link_previews where expires_at < {time.GetUtcNow()} and coalesce(claimed_until < {time.GetUtcNow()}, true)", cancellation);

    private async Task<PreviewRow?> Once(Caller caller, Uri link, CancellationToken cancellation)
    {
        var url = link.GetLeftPart(UriPartial.Query);
        while (true)
        {
            var (isMine, isKnown, preview) = await Ask(caller, url, cancellation);
            if (isKnown)
            {
                return preview;
            }

            if (isMine)
            {
                return await Look(caller, link, url, cancellation);
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    private async Task<PreviewRow?> Look(Caller caller, Uri link, string url, CancellationToken cancellation)
    {
        PreviewRow? found = null;
        // Whoever gives up has found nothing out.
        var isOver = false;
        try
        {
            found = await fetch.Run(caller, link, cancellation);
            isOver = true;
            return found;
        }
        finally
        {
            await using var command = database.CreateCommand(Keep);
            command.Parameters.Add(new() { Value = caller.OrganizationId });
            command.Parameters.Add(new() { Value = url });
            command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)found?.Write() ?? DBNull.Value });
            command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)found?.FileId ?? DBNull.Value });
            command.Parameters.Add(new() { Value = time.GetUtcNow() + (found is not null ? Good : isOver ? Bad : TimeSpan.Zero) });
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private async Task<(bool IsMine, bool IsKnown, PreviewRow? Preview)> Ask(Caller caller, string url, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(Claim);
        command.Parameters.Add(new() { Value = caller.OrganizationId });
        command.Parameters.Add(new() { Value = url });
        command.Parameters.Add(new() { Value = now });
        // The page and its picture, each with its redirects, and then some.
        command.Parameters.Add(new() { Value = now + (3 * options.Outside.Patience) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetBoolean(0), reader.GetBoolean(1), PreviewRow.Read(reader.IsDBNull(2) ? null : reader.GetString(2)));
    }
}
