using Stogram.Core.Tests.Files;

namespace Stogram.Core.Tests.Users;

public sealed class ProfileTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_new_name_reaches_those_who_are_here_and_those_who_were_away()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var cursor = (string)(await fixture.Ada.Sync()).Data["chats"]!.AsArray()
            .Single(chat => (Guid)chat!["chat"]!["id"]! == chatId)!["cursor"]!;
        await using var adas = await fixture.Ada.Connect();

        var changed = await bo.Patch($"/api/users/{bo.Id}", new { displayName = "Bo the Bold", bio = "Sails" });
        var told = await adas.Next("chat:member");
        var synced = (await fixture.Ada.Sync((chatId, cursor))).Data["chats"]!.AsArray()
            .Single(chat => (Guid)chat!["chat"]!["id"]! == chatId)!;

        Assert.Equal("Bo the Bold", (string?)changed.Data["displayName"]);
        Assert.Equal("Bo the Bold", (string?)told["member"]!["user"]!["displayName"]);
        Assert.Equal(["Bo the Bold"], synced["members"]!.AsArray().Select(member => (string?)member!["user"]!["displayName"]));
    }

    [Fact]
    public async Task A_picture_is_seen_by_colleagues_and_the_old_one_goes()
    {
        using var bo = await fixture.Somebody();
        var (first, second) = (await Upload.Picture(bo), await Upload.Picture(bo));
        await bo.Patch($"/api/users/{bo.Id}", new { avatarFileId = first });

        var seen = await fixture.Ada.Http.GetAsync($"/api/files/{first}");
        var changed = await bo.Patch($"/api/users/{bo.Id}", new { avatarFileId = second });
        var gone = await bo.Get($"/api/files/{first}");
        var removed = await bo.Patch($"/api/users/{bo.Id}", new { removeAvatar = true });

        Assert.True(seen.IsSuccessStatusCode);
        Assert.Equal($"/api/files/{second}", (string?)changed.Data["avatarUrl"]);
        Assert.Equal("NOT_FOUND", gone.Code);
        Assert.Null((string?)removed.Data["avatarUrl"]);
    }

    [Fact]
    public async Task A_picture_of_somebody_else_and_what_is_no_picture_are_refused()
    {
        using var bo = await fixture.Somebody();
        var adas = await Upload.Picture(fixture.Ada);
        var text = (Guid)(await Upload.Send(bo, "notes.txt", "Not a picture"u8.ToArray())).Data["id"]!;

        var stolen = await bo.Patch($"/api/users/{bo.Id}", new { avatarFileId = adas });
        var wrong = await bo.Patch($"/api/users/{bo.Id}", new { avatarFileId = text });

        Assert.NotNull(stolen.Details?["avatarFileId"]);
        Assert.NotNull(wrong.Details?["avatarFileId"]);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_and_nobody_changes_somebody_else()
    {
        using var bo = await fixture.Somebody();

        var taken = await bo.Patch($"/api/users/{bo.Id}", new { username = "Ada" });
        var other = await bo.Patch($"/api/users/{fixture.Ada.Id}", new { displayName = "Not me" });

        Assert.NotNull(taken.Details?["username"]);
        Assert.Equal("CONFLICT", taken.Code);
        Assert.Equal("NOT_FOUND", other.Code);
    }

    [Fact]
    public async Task A_deleted_account_leaves_its_words_under_no_name_and_takes_its_files_along()
    {
        using var bo = await fixture.Somebody();
        var login = (string)(await bo.Get("/api/auth/me")).Data["username"]!;
        var groupId = await fixture.Ada.Group("Atrium", bo);
        await bo.Send(groupId, "I was here");
        var file = await Upload.Picture(bo);
        await bo.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId = groupId, content = "Look", fileIds = new[] { file } });
        await bo.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId = groupId, fileIds = new[] { await Upload.Picture(bo) } });

        var wrong = await Delete(bo, bo.Id, "not this one");
        var deleted = await Delete(bo, bo.Id, TestPerson.Password);
        var history = (await fixture.Ada.Get($"/api/messages/chat/{groupId}")).Data.AsArray();
        var members = (await fixture.Ada.Get($"/api/chats/{groupId}/members")).Data.AsArray();
        using var http = fixture.Server.Anonymous();

        Assert.NotNull(wrong.Details?["password"]);
        Assert.True(deleted.IsSuccess);
        Assert.DoesNotContain(login, history.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        history.RemoveAt(0);
        Assert.Equal([null, "Look", "I was here"], history.Select(message => (string?)message!["content"] is { Length: > 0 } text ? text : null));
        Assert.True((bool)history[0]!["isDeleted"]!);
        Assert.All(history, message => Assert.Empty(message!["files"]!.AsArray()));
        Assert.Equal("NOT_FOUND", (await fixture.Ada.Get($"/api/files/{file}")).Code);
        Assert.Single(members);
        Assert.Equal("UNAUTHORIZED", (await bo.Get("/api/auth/me")).Code);
        Assert.Equal("UNAUTHORIZED", (await http.Call(HttpMethod.Post, "/api/auth/login", new { login, password = TestPerson.Password })).Code);
        using var reborn = await fixture.Server.SignUp(login);
        Assert.NotEqual(bo.Id, reborn.Id);
    }

    [Fact]
    public async Task Of_a_deleted_account_it_is_told_that_there_is_nothing_more_to_ask()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        await using var hub = await fixture.Ada.Connect();

        await Delete(bo, bo.Id, TestPerson.Password);
        var told = await hub.Next("chat:member");
        var read = (await fixture.Ada.Get($"/api/chats/{chatId}/members")).Data.AsArray().Single(member => (Guid)member!["userId"]! == bo.Id);

        Assert.True((bool?)told["member"]!["user"]!["isDeleted"]);
        Assert.True((bool?)read!["user"]!["isDeleted"]);
    }

    [Fact]
    public async Task The_owner_cannot_go_before_somebody_else_is_owner()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");

        var refused = await Delete(ada, ada.Id, TestPerson.Password);
        var handed = await ada.Post("/api/admin/organization/owner", new { userId = bo.Id, password = TestPerson.Password });
        await ada.Post("/api/operator/operators", new { login = "bo", password = TestPerson.Password });
        var gone = await Delete(ada, ada.Id, TestPerson.Password);

        Assert.Equal("FORBIDDEN", refused.Code);
        Assert.True(handed.IsSuccess);
        Assert.True(gone.IsSuccess);
        Assert.Equal("OWNER", (string?)(await bo.Get("/api/auth/me")).Data["role"]);
    }

    private static Task<Answer> Delete(TestPerson by, Guid id, string password) =>
        by.Http.Call(HttpMethod.Delete, $"/api/users/{id}", new { password });
}
