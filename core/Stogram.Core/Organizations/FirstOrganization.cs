using Microsoft.EntityFrameworkCore;
using Stogram.Core.Storage;

namespace Stogram.Core.Organizations;

/// <summary>A fresh server has one organization from its first start.</summary>
internal sealed class FirstOrganization(IDbContextFactory<StogramContext> contexts, TimeProvider time)
{
    public async Task Ensure(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        // Two nodes may start at once: the slug is unique, so one row comes of it.
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into core.organizations (id, slug, name, created_at)
             select {Guid.CreateVersion7()}, 'main', 'Stogram', {time.GetUtcNow()}
             where not exists (select from core.organizations)
             on conflict (slug) do nothing
             """,
            cancellation);
    }
}
