using System.Text.Json.Nodes;
using Npgsql;

namespace Stogram.Core.Tests.Previews;

/// <summary>A server that may reach one web server of ours, and whose clock can be moved.</summary>
public sealed class PreviewScene : IAsyncLifetime
{
    internal TestSite Site { get; private set; } = null!;

    public JumpingClock Clock { get; } = new();

    public TestServer Server { get; private set; } = null!;

    public TestPerson Ada { get; private set; } = null!;

    public TestPerson Bo { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await TestSite.Start();
        Server = await TestServer.Start(time: Clock, outside: new(Site.Place));
        (Ada, Bo) = (await Server.SignUp("ada"), await Server.SignUp("bo"));
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Site.DisposeAsync();
    }

    /// <summary>Sent by Ada, as it is once it has its preview.</summary>
    public async Task<JsonNode> Shown(Guid chatId, string content)
    {
        await using var socket = await Ada.Connect();
        var sent = (await Ada.Send(chatId, content)).Data;
        JsonNode shown;
        do
        {
            shown = await socket.Next("message:preview");
        }
        while ((string?)shown["id"] != (string?)sent["id"]);

        return shown;
    }

    public bool IsOnDisk(Guid fileId) =>
        Directory.EnumerateFiles(Path.Combine(Server.DataFolder, "uploads"), $"{fileId}", SearchOption.AllDirectories).Any();

    public async Task<object?> Sql(string sql)
    {
        await using var connection = new NpgsqlConnection(Server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await holds())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
