using Npgsql;
using Stogram.Core.Chats;
using Stogram.Core.Tests.Files;

namespace Stogram.Core.Tests.Chats;

/// <summary>A chat ends, with all that it held.</summary>
public sealed class DeleteChatTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private TestPerson Ada => fixture.Ada;

    [Fact]
    public async Task A_deleted_chat_is_gone_for_everybody_with_all_that_it_held()
    {
        using var bo = await fixture.Somebody();
        var chatId = await Ada.Group("Atrium", bo);
        var (fileId, id) = (await Upload.Picture(Ada), Guid.CreateVersion7());
        await Ada.Post("/api/messages", new { id, chatId, content = "Look", fileIds = new[] { fileId } });
        await bo.Post($"/api/messages/{id}/reactions", new { emoji = "👍" });
        await Ada.Patch($"/api/messages/{id}", new { content = "Look here" });
        await bo.Delete($"/api/messages/{id}?for=me");
        await Ada.Post($"/api/chats/{chatId}/links");
        await using var socket = await bo.Connect();

        var byMember = await bo.Delete($"/api/chats/{chatId}");
        var deleted = await Ada.Delete($"/api/chats/{chatId}");
        await socket.Next("chat:removed");

        Assert.Equal("FORBIDDEN", byMember.Code);
        Assert.True(deleted.IsSuccess);
        Assert.Equal("NOT_FOUND", (await Ada.Get($"/api/chats/{chatId}")).Code);
        Assert.Equal("NOT_FOUND", (await Ada.Send(chatId, "Hello?")).Code);
        Assert.False((await Ada.Http.GetAsync($"/api/files/{fileId}")).IsSuccessStatusCode);
        Assert.Empty(Directory.EnumerateFiles(fixture.Server.DataFolder, $"{fileId}*", SearchOption.AllDirectories));
        Assert.Empty(await TablesHolding(chatId));
    }

    [Fact]
    public async Task Every_table_of_a_chat_is_emptied_when_it_is_deleted()
    {
        string[] kept = ["control_log", "reports"];

        var tables = await Tables();

        Assert.Empty(tables.Except(DeleteChat.Tables).Except(kept));
    }

    [Fact]
    public async Task Either_of_two_people_deletes_their_private_chat_for_both()
    {
        using var bo = await fixture.Somebody();
        var chatId = await Ada.PrivateChat(bo);
        await Ada.Send(chatId, "Between us");

        await bo.Delete($"/api/chats/{chatId}");

        Assert.Equal("NOT_FOUND", (await Ada.Get($"/api/chats/{chatId}")).Code);
        Assert.NotEqual(chatId, await Ada.PrivateChat(bo));
    }

    private async Task<List<string>> Tables()
    {
        await using var connection = new NpgsqlConnection(fixture.Server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select c.table_name from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'core' and c.column_name = 'chat_id' and t.table_type = 'BASE TABLE'
            """, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private async Task<List<string>> TablesHolding(Guid chatId)
    {
        await using var connection = new NpgsqlConnection(fixture.Server.ConnectionString);
        await connection.OpenAsync();
        var holding = new List<string>();
        foreach (var table in (await Tables()).Except(["control_log", "reports"]))
        {
            await using var command = new NpgsqlCommand($"select count(*) from core.{table} where chat_id = $1", connection);
            command.Parameters.Add(new() { Value = chatId });
            if ((long)(await command.ExecuteScalarAsync())! > 0)
            {
                holding.Add(table);
            }
        }

        return holding;
    }
}
