using Npgsql;
using Stogram.Core.Shared;

namespace Stogram.Core.Files;

/// <summary>With the last message that carried it, a file is gone: from the database and from the disk.</summary>
internal sealed class DeleteFiles(NpgsqlDataSource database, CoreOptions options) : IVerb
{
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
            returning f.path
            """);
        command.Parameters.Add(new() { Value = fileIds });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            File.Delete(Path.Combine(options.UploadsFolder, reader.GetString(0)));
        }
    }
}
