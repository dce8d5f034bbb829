using Npgsql;
using Stogram.Core.Files.Blobs;
using Stogram.Core.Shared;

namespace Stogram.Core.Files;

/// <summary>With the last that held it, a file is gone: from the database, and from where its bytes lie.</summary>
internal sealed class DeleteFiles(NpgsqlDataSource database, RemoveBlob remove) : IVerb
{
    private static readonly string Loose =
        $"delete from core.files f where f.id = any($1) and {FileUses.None("f")} returning f.path, f.in_bucket";

    public async Task Unreferenced(Guid[] fileIds)
    {
        if (fileIds.Length == 0)
        {
            return;
        }

        await using var command = database.CreateCommand(Loose);
        command.Parameters.Add(new() { Value = fileIds });
        await Delete(command, CancellationToken.None);
    }

    /// <summary>Some of a deleted organization's, whatever still names them; how many.</summary>
    public async Task<int> OfOrganization(Guid organizationId, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            delete from core.files f where f.id = any(array(select id from core.files where organization_id = $1 limit $2))
            returning f.path, f.in_bucket
            """);
        command.Parameters.Add(new() { Value = organizationId });
        command.Parameters.Add(new() { Value = most });
        return await Delete(command, cancellation);
    }

    private async Task<int> Delete(NpgsqlCommand command, CancellationToken cancellation)
    {
        var gone = new List<(string Path, bool InBucket)>();
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                gone.Add((reader.GetString(0), reader.GetBoolean(1)));
            }
        }

        // Only after the commit: what the database names is there, which backups rely on.
        foreach (var (path, inBucket) in gone)
        {
            await remove.Run(path, inBucket);
        }

        return gone.Count;
    }
}
