using Microsoft.EntityFrameworkCore;
using Stogram.Core.Storage;
using Stogram.Core.Users;

namespace Stogram.Host.Realtime;

/// <summary>The only node: who is not here is nowhere, and at its start nobody is.</summary>
internal sealed class WhereaboutsHere(IDbContextFactory<StogramContext> contexts) : IWhereabouts, IHostedService
{
    public Task Arrived(Guid userId) => Task.CompletedTask;

    public Task<bool> IsGone(Guid userId) => Task.FromResult(true);

    public async Task StartAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.Users.Where(user => user.Status != UserStatus.Offline)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Status, UserStatus.Offline), cancellation);
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;
}
