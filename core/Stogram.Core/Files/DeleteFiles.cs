using Npgsql;
using Stogram.Core.Shared;

namespace Stogram.Core.Files;

/// <summary>With the last message that carried it, a file is gone: from the database and from the disk.</summary>
internal sealed class DeleteFiles(NpgsqlDataSource database, CoreOptions options) : IVerb
{
    /// <summary>While a backup is made there is this folder below the uploads, and takes what is deleted.</summary>
    public const string HeldFolder = "held";

    public async Task Unreferenced(Guid[] fileIds)
    {
        if (fileIds.Length == 0)
        {
            return;
        }

        await using var command = database.CreateCommand(
            """
            delete from core.files f where f.id = any($1)
              and not exists (select from core.message_files x where x.file_id = f.id)
              and not exists (select from core.users u where u.avatar_file_id = f.id)
              and not exists (select from core.scheduled_messages s where s.file_ids @> array[f.id])
              and not exists (select from core.chats c where c.avatar_file_id = f.id)
            returning f.path
            """);
        command.Parameters.Add(new() { Value = fileIds });
        await Delete(command, CancellationToken.None);
    }

    /// <summary>Some of a deleted organization's, whatever still names them; how many.</summary>
    public async Task<int> OfOrganization(Guid organizationId, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            delete from core.files f where f.id = any(array(select id from core.files where organization_id = $1 limit $2))
            returning f.path
            """);
        command.Parameters.Add(new() { Value = organizationId });
        command.Parameters.Add(new() { Value = most });
        return await Delete(command, cancellation);
    }

    private async Task<int> Delete(NpgsqlCommand command, CancellationToken cancellation)
    {
        var paths = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                paths.Add(reader.GetString(0));
            }
        }

        // Only after the commit: what the database names is on the disk, which backups rely on.
        paths.ForEach(Remove);
        return paths.Count;
    }

    // Looked at after the commit, too: whatever a snapshot names that was taken after the folder was made is in there.
    private void Remove(string path)
    {
        var file = Path.Combine(options.UploadsFolder, path);
        var held = Path.Combine(options.UploadsFolder, HeldFolder);
        try
        {
            if (Directory.Exists(held))
            {
                File.Move(file, Path.Combine(held, Path.GetFileName(path)), overwrite: true);
            }
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            // The backup has just ended, or the file was lost before.
        }

        File.Delete(file);
    }
}
