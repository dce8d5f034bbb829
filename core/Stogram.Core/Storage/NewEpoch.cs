using Npgsql;

namespace Stogram.Core.Storage;

/// <summary>
/// After a restored backup. Clients have seen revisions that the database has forgotten and will give out again for
/// something else; a cursor of an epoch that is over makes its client start the chat anew.
/// </summary>
public sealed class NewEpoch(NpgsqlDataSource database, TimeProvider time)
{
    // More personal changes than anybody makes between a backup and its restoring.
    private const int MeRevs = 1_000_000;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task Begin(CancellationToken cancellation)
    {
        // By the clock, because the same backup may be restored twice; seconds fit until 2094.
        var now = (int)(time.GetUtcNow() - Start).TotalSeconds;
        await using var command = database.CreateCommand(
            $"""
             with chats as (update core.chats set epoch = greatest(epoch + 1, $1))
             update core.users set me_rev = me_rev + {MeRevs}, folders_rev = me_rev + {MeRevs}
             """);
        command.Parameters.Add(new() { Value = now });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
