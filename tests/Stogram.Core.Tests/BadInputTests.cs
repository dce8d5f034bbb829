using System.Text.Json.Nodes;

namespace Stogram.Core.Tests;

/// <summary>Every field of every request, wrong in every way that it can be.</summary>
public sealed class BadInputTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Id = "0193f0a0-0000-7000-8000-000000000001";

    public static readonly TheoryData<string, string, string> Bodies = new()
    {
        { "POST /api/auth/register", "email", "null, 5, '', 'x', 'a@', {300}" },
        { "POST /api/auth/register", "username", "null, 5, '', 'a', 'with space', 'ünï', '<b>', {33}" },
        { "POST /api/auth/register", "password", "null, 5, '', 'short', {300}" },
        { "POST /api/auth/register", "displayName", "5, '', '   ', {65}, 'nul\\u0000'" },
        { "POST /api/auth/register", "organization", "5, {65}" },
        { "POST /api/auth/register", "invite", "5, {129}" },
        { "POST /api/auth/register", "setup", "5, {129}" },
        { "POST /api/auth/login", "login", "null, 5, '', {300}" },
        { "POST /api/auth/login", "password", "null, 5, '', {300}" },
        { "POST /api/auth/login", "organization", "5, {65}" },
        { "POST /api/auth/login", "code", "5, {17}" },
        { "POST /api/auth/refresh", "refreshToken", "5, {129}" },
        { "POST /api/auth/password/change", "currentPassword", "null, 5, '', {300}" },
        { "POST /api/auth/password/change", "newPassword", "null, 5, '', 'short', {300}" },
        { "POST /api/auth/password/forgot", "login", "null, 5, '', {300}" },
        { "POST /api/auth/password/forgot", "organization", "5, {65}" },
        { "POST /api/auth/password/reset", "code", "null, 5, '', {1025}" },
        { "POST /api/auth/password/reset", "password", "null, 5, '', 'short', {300}" },
        { "POST /api/auth/email/verify", "code", "null, 5, '', {1025}" },
        { "POST /api/auth/two-factor/setup", "password", "null, 5, '', {300}" },
        { "POST /api/auth/two-factor/confirm", "code", "null, 5, '', {17}" },
        { "POST /api/auth/two-factor/disable", "password", "null, 5, '', {300}" },
        { "POST /api/chats", "type", "null, 5, '', 'PUBLIC'" },
        { "POST /api/chats", "name", "5, '', '   ', {129}, 'nul\\u0000'" },
        { "POST /api/chats", "description", "5, {1025}, 'nul\\u0000'" },
        { "POST /api/chats", "memberIds", "null, 5, 'x', ['x'], [5]" },
        { "POST /api/chats", "isSecret", "5, 'yes', true" },
        { "POST /api/chats/GROUP/members", "userIds", "null, 5, [], ['x']" },
        { "POST /api/chats/GROUP/read", "seq", "null, 'x', '1', -1, 1.5, 9223372036854775808" },
        { "POST /api/messages", "id", "null, 5, 'x', '00000000-0000-0000-0000-000000000000'" },
        { "POST /api/messages", "chatId", "null, 5, 'x'" },
        { "POST /api/messages", "content", "null, 5, '', '   ', {10001}, 'nul\\u0000'" },
        { "POST /api/messages", "replyToId", "5, 'x', '0193f0a0-0000-7000-8000-00000000dead'" },
        { "POST /api/messages", "fileIds", "5, ['x'], ['0193f0a0-0000-7000-8000-00000000dead']" },
        { "POST /api/messages", "isSilent", "5, 'yes'" },
        { "POST /api/sync", "chats", "null, 5, [], {'x':'NQ'}, {'0193f0a0-0000-7000-8000-000000000001':5}, {'0193f0a0-0000-7000-8000-000000000001':'!'}" },
        { "POST /api/sync", "since", "5, 'yesterday'" },
        { "POST /api/sync", "me", "5, {201}" },
        { "POST /api/sync", "limit", "'x', 0, 101, 1.5" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_field_of_a_body_is_named(string route, string field, string values)
    {
        var groupId = await fixture.Ada.Group("Atrium");
        foreach (var value in JsonNode.Parse($"[{Expand(values)}]")!.AsArray())
        {
            var body = Good(route, groupId);
            body[field] = value?.DeepClone();

            var answer = await fixture.Ada.Post(route.Split(' ')[1].Replace("GROUP", groupId.ToString()), body);

            Assert.True(
                answer.Code == "VALIDATION_FAILED" && answer.Status == 400 && answer.Details?[field] is not null,
                $"{route} {field} = {value?.ToJsonString()}: {answer.Envelope.ToJsonString()}");
        }
    }

    [Theory]
    [InlineData("/api/users?limit=0", "limit")]
    [InlineData("/api/users?limit=x", "limit")]
    [InlineData("/api/users?cursor=x", "cursor")]
    [InlineData("/api/admin/audit?cursor=x", "cursor")]
    [InlineData("/api/admin/audit?limit=101", "limit")]
    [InlineData("/api/admin/audit?actor=x", "actor")]
    [InlineData("/api/admin/audit/export?format=xml", "format")]
    [InlineData("/api/users/search", "q")]
    [InlineData("/api/users/search?q=%00", "q")]
    [InlineData("/api/chats?cursor=x", "cursor")]
    [InlineData("/api/chats?limit=101", "limit")]
    [InlineData("/api/chats/GROUP/members?cursor=x", "cursor")]
    [InlineData("/api/messages/chat/GROUP?before=x", "before")]
    [InlineData("/api/messages/chat/GROUP?after=-1", "after")]
    [InlineData("/api/messages/chat/GROUP?around=1.5", "around")]
    [InlineData("/api/messages/chat/GROUP?limit=101", "limit")]
    [InlineData("/api/messages/chat/GROUP?before=1&after=1", "request")]
    public async Task A_bad_parameter_of_an_address_is_named(string path, string field)
    {
        var groupId = await fixture.Ada.Group("Atrium");

        var answer = await fixture.Ada.Get(path.Replace("GROUP", groupId.ToString()));

        Assert.Equal("VALIDATION_FAILED", answer.Code);
        Assert.NotNull(answer.Details![field]);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("[", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"text\"", 400)]
    [InlineData("""{"id":"0193f0a0-0000-7000-8000-000000000001","chatId":"0193f0a0-0000-7000-8000-000000000001","content":"\ud800"}""", 400)]
    public async Task A_body_that_is_not_a_readable_object_is_refused(string body, int status)
    {
        using var content = new StringContent(body, null, "application/json");
        using var response = await fixture.Ada.Http.PostAsync("/api/messages", content);
        var answer = await response.ToAnswer();

        Assert.Equal(status, answer.Status);
        Assert.Equal("VALIDATION_FAILED", answer.Code);
    }

    [Fact]
    public async Task A_body_larger_than_the_server_takes_is_too_large()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent($"{{\"content\":\"{new string('x', 3 << 20)}\"}}", null, "application/json"),
        };
        // Else the server may close the connection while the body is still being written, and the answer is never read.
        request.Headers.ExpectContinue = true;
        using var response = await fixture.Ada.Http.SendAsync(request);

        Assert.Equal("PAYLOAD_TOO_LARGE", (await response.ToAnswer()).Code);
    }

    [Fact]
    public async Task What_is_not_json_is_unsupported()
    {
        using var content = new StringContent("id=1", null, "application/x-www-form-urlencoded");
        using var response = await fixture.Ada.Http.PostAsync("/api/messages", content);

        Assert.Equal("UNSUPPORTED_MEDIA", (await response.ToAnswer()).Code);
    }

    [Theory]
    [InlineData("message:send", "{}", "id")]
    [InlineData("message:send", "5", "request")]
    [InlineData("message:send", """{"id":"x"}""", "id")]
    [InlineData("message:read", """{"chatId":"x","seq":1}""", "chatId")]
    [InlineData("message:read", """{"chatId":"0193f0a0-0000-7000-8000-000000000001","seq":-1}""", "seq")]
    public async Task A_bad_field_of_a_command_is_named(string type, string payload, string field)
    {
        await using var socket = await fixture.Ada.Connect();

        var answer = await socket.Dispatch(type, JsonNode.Parse(payload)!);

        Assert.Equal("VALIDATION_FAILED", answer.Code);
        Assert.NotNull(answer.Details![field]);
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_not_found_and_the_socket_lives_on()
    {
        await using var socket = await fixture.Ada.Connect();

        var answer = await socket.Dispatch("no:such", new { });

        Assert.Equal("NOT_FOUND", answer.Code);
        Assert.True((await socket.Send(await fixture.Ada.Group("Atrium"), "Still here")).IsSuccess);
    }

    private static JsonObject Good(string route, Guid groupId) => (route switch
    {
        "POST /api/auth/register" => JsonNode.Parse(
            """{"email":"new@example.org","username":"new_one","password":"correct horse battery","displayName":"New"}"""),
        "POST /api/auth/login" => JsonNode.Parse("""{"login":"ada","password":"correct horse battery"}"""),
        "POST /api/auth/refresh" => JsonNode.Parse("""{"refreshToken":"x"}"""),
        "POST /api/chats" => JsonNode.Parse("""{"type":"GROUP","name":"Atrium","memberIds":[]}"""),
        "POST /api/messages" => new JsonObject { ["id"] = Id, ["chatId"] = groupId, ["content"] = "Hello" },
        "POST /api/sync" => JsonNode.Parse("""{"chats":{}}"""),
        _ => new JsonObject(),
    })!.AsObject();

    private static string Expand(string values) =>
        System.Text.RegularExpressions.Regex.Replace(
            values.Replace('\'', '"'), @"\{(\d+)\}", length => $"\"{new string('x', int.Parse(length.Groups[1].Value))}\"");
}
