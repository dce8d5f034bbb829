namespace Stogram.Core.Files;

/// <summary>What holds a file, named once: while anything does, it stays.</summary>
internal static class FileUses
{
    /// <param name="file">A row of <c>core.files</c>.</param>
    public static string None(string file) =>
        $"""
         (not exists (select from core.message_files x where x.file_id = {file}.id)
           and not exists (select from core.users u where u.avatar_file_id = {file}.id)
           and not exists (select from core.chats c where c.avatar_file_id = {file}.id)
           and not exists (select from core.scheduled_messages s where s.file_ids @> array[{file}.id]))
         """;
}
