using Npgsql;

namespace Stogram.Host.Plugins.Jobs;

internal static class JobSql
{
    /// <summary>Rows of turn and due time, of the job given where they do not name their own id and organization.</summary>
    public static async Task<IReadOnlyList<WaitingJob>> Waiting(NpgsqlCommand command, JobKey key, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var waiting = new List<WaitingJob>();
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.FieldCount > 2 ? reader.GetGuid(2) : key.Id;
            var organization = reader.FieldCount > 3 ? reader.GetGuid(3) : key.OrganizationId;
            waiting.Add(new(key with { Id = id, OrganizationId = organization }, reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1)));
        }

        return waiting;
    }
}
