using Microsoft.Extensions.Logging;
using Npgsql;
using Stogram.Core.Shared;

namespace Stogram.Core.Files.Blobs;

/// <summary>
/// Removes the bytes of what the database does not name any more. What cannot be removed now is put aside and removed
/// later: whoever deleted it has nothing to do with that.
/// </summary>
internal sealed class RemoveBlob(NpgsqlDataSource database, BlobStore blobs, ILogger<RemoveBlob> log) : IVerb
{
    public async Task Run(string path, bool inBucket)
    {
        try
        {
            await blobs.In(inBucket).Delete(path);
        }
        catch (BlobsUnavailableException e)
        {
            log.LogError(e, "The file {Path} could not be removed; it is put aside to be tried again", path);
            await using var command = database.CreateCommand("insert into core.blobs_left values ($1, $2) on conflict do nothing");
            command.Parameters.Add(new() { Value = path });
            command.Parameters.Add(new() { Value = inBucket });
            await command.ExecuteNonQueryAsync();
        }
    }
}
