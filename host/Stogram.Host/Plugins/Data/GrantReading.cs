using Npgsql;

namespace Stogram.Host.Plugins.Data;

/// <summary>
/// Opens the views of schema <c>reading</c> to a plugin's role, by its permissions, and takes back what an earlier version
/// had. Without a role the plugin acts as the host, which may read them all.
/// </summary>
internal static class GrantReading
{
    public static readonly IReadOnlyDictionary<string, string> Views = new Dictionary<string, string>
    {
        ["chats.read"] = "reading.readers, reading.chats",
        ["messages.read"] = "reading.messages, reading.hidden, reading.files",
        ["users.read"] = "reading.people",
    };

    public static async Task Run(
        NpgsqlConnection connection, string? role, IReadOnlyList<string> permissions, CancellationToken cancellation)
    {
        if (role is null)
        {
            return;
        }

        var grants = permissions.Where(Views.ContainsKey).Select(permission => $"grant select on {Views[permission]} to \"{role}\";");
        await MakeSchema.Execute(
            connection,
            $"""
             begin;
             revoke all on all tables in schema reading from "{role}";
             grant usage on schema reading to "{role}";
             {string.Join('\n', grants)}
             commit
             """,
            cancellation);
    }
}
