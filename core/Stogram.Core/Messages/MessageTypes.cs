using Stogram.Core.Files;

namespace Stogram.Core.Messages;

/// <summary>People send text and files; what kind of message that is follows from the file.</summary>
internal static class MessageTypes
{
    public const string Text = "TEXT";

    private static readonly HashSet<string> Peoples = [Text, "IMAGE", "VIDEO", "AUDIO", "VOICE", "FILE"];

    /// <summary>Not a plugin's or the host's, and readable here.</summary>
    public static bool IsPeoples(MessageView message) => IsPeoples(message.Type) && !message.IsEncrypted;

    public static bool IsPeoples(string type) => Peoples.Contains(type);

    /// <param name="file">A row of <c>core.files</c>.</param>
    public static string Sql(string file) =>
        $"""
         case when {file}.is_voice then 'VOICE' when {file}.content_type = '{ContentTypes.Svg}' then 'FILE'
           else case split_part({file}.content_type, '/', 1)
             when 'image' then 'IMAGE' when 'video' then 'VIDEO' when 'audio' then 'AUDIO' else 'FILE' end end
         """;
}
