using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Realtime;

namespace Stogram.Core.Tests.Access;

/// <summary>
/// Every route and every command × everybody who might try. Letters stand for what they get: K it is done, V what they
/// sent is looked at, U not signed in, F they may not, N there is nothing that they can see, C it does not go together.
/// </summary>
public sealed class AccessMatrixTests(AccessScene scene) : IClassFixture<AccessScene>
{
    //                                                        anonymous, revoked, foreign, stranger, removed, guest, member, admin
    public static readonly TheoryData<string, string, string> Routes = new()
    {
        { "GET /api/auth/policy", "KKKKKKKK", "" },
        { "POST /api/auth/register", "VVVVVVVV", "{}" },
        { "POST /api/auth/login", "VVVVVVVV", "{}" },
        { "POST /api/auth/refresh", "UUUUUUUU", "{}" },
        { "POST /api/auth/logout", "UUKKKKKK", "{}" },
        { "GET /api/auth/me", "UUKKKKKK", "" },
        { "GET /api/auth/sessions", "UUKKKKKK", "" },
        { "DELETE /api/auth/sessions", "UUKKKKKK", "" },
        { "DELETE /api/auth/sessions/{id}|/api/auth/sessions/{session}", "UUNNNNNN", "" },
        { "POST /api/auth/password/change", "UUVVVVVV", "{}" },
        { "POST /api/auth/password/forgot", "VVVVVVVV", "{}" },
        { "POST /api/auth/password/reset", "VVVVVVVV", "{}" },
        { "POST /api/auth/email/verify", "VVVVVVVV", "{}" },
        { "POST /api/auth/email/resend", "UUCCCCCC", "{}" },
        { "POST /api/auth/two-factor/setup", "UUVVVVVV", "{}" },
        { "POST /api/auth/two-factor/confirm", "UUVVVVVV", "{}" },
        { "POST /api/auth/two-factor/disable", "UUVVVVVV", "{}" },
        { "POST /api/auth/passkeys/login/options", "KKKKKKKK", "{}" },
        { "POST /api/auth/passkeys/login", "VVVVVVVV", "{}" },
        { "GET /api/auth/passkeys", "UUKKKKKK", "" },
        { "POST /api/auth/passkeys/options", "UUVVVVVV", "{}" },
        { "POST /api/auth/passkeys", "UUVVVVVV", "{}" },
        { "PATCH /api/auth/passkeys/{id}|/api/auth/passkeys/AAAA", "UUNNNNNN", "{'name':'Mine'}" },
        { "DELETE /api/auth/passkeys/{id}|/api/auth/passkeys/AAAA", "UUNNNNNN", "{'password':'x'}" },
        { "GET /api/users", "UUKKKKKK", "" },
        { "GET /api/users/search|/api/users/search?q=a", "UUKKKKKK", "" },
        { "GET /api/users/{id}|/api/users/{colleague}", "UUNKKNKK", "" },
        { "PATCH /api/users/{id}|/api/users/{victim}", "UUNNNNNK", "{'bio':'x'}" },
        { "DELETE /api/users/{id}|/api/users/{victim}", "UUNNNNNK", "{}" },
        { "GET /api/users/me/privacy", "UUKKKKKK", "" },
        { "PATCH /api/users/me/privacy", "UUKKKKKK", "{}" },
        { "GET /api/blocks", "UUKKKKKK", "" },
        { "PUT /api/blocks/{userId}|/api/blocks/{victim}", "UUNKKNKK", "" },
        { "DELETE /api/blocks/{userId}|/api/blocks/{victim}", "UUNKKNKK", "" },
        { "GET /api/chats", "UUKKKKKK", "" },
        { "POST /api/chats", "UUKKKFKK", "{'type':'GROUP','name':'Own','memberIds':[]}" },
        { "GET /api/chats/{id}|/api/chats/{chat}", "UUNNNKKN", "" },
        { "PATCH /api/chats/{id}|/api/chats/{chat}", "UUNNNFFN", "{'name':'Hall'}" },
        { "DELETE /api/chats/{id}|/api/chats/{chat}", "UUNNNFFN", "" },
        { "POST /api/chats/{id}/owner|/api/chats/{chat}/owner", "UUNNNFFN", "{'userId':'{colleague}','password':'x'}" },
        { "POST /api/chats/{id}/read|/api/chats/{chat}/read", "UUNNNKKN", "{'seq':1}" },
        { "POST /api/chats/{id}/threads/{thread}/read|/api/chats/{chat}/threads/1/read", "UUNNNKKN", "{'seq':1}" },
        { "GET /api/chats/{id}/topics|/api/chats/{chat}/topics", "UUNNNKKN", "" },
        { "PUT /api/chats/{id}/topics|/api/chats/{chat}/topics", "UUNNNFFN", "{'on':true}" },
        { "POST /api/chats/{id}/topics|/api/chats/{chat}/topics", "UUNNNFFN", "{'name':'Garden'}" },
        { "PATCH /api/chats/{id}/topics/{topic}|/api/chats/{chat}/topics/1", "UUNNNNNN", "{'name':'Garden'}" },
        { "DELETE /api/chats/{id}/topics/{topic}|/api/chats/{chat}/topics/1", "UUNNNNNN", "" },
        { "PATCH /api/chats/{id}/topics/{topic}/mine|/api/chats/{chat}/topics/1/mine", "UUNNNNNN", "{'mute':'HOUR'}" },
        { "GET /api/chats/{id}/discussion|/api/chats/{chat}/discussion", "UUNNNNNN", "" },
        { "PUT /api/chats/{id}/discussion|/api/chats/{chat}/discussion", "UUNNNFFN", "{'groupId':'{new}'}" },
        { "DELETE /api/chats/{id}/discussion|/api/chats/{chat}/discussion", "UUNNNFFN", "" },
        { "POST /api/chats/{id}/discussion/join|/api/chats/{chat}/discussion/join", "UUNNNNNN", "{}" },
        { "PATCH /api/chats/{id}/mine|/api/chats/{chat}/mine", "UUNNNKKN", "{'isPinned':true}" },
        { "PUT /api/chats/{id}/draft|/api/chats/{chat}/draft", "UUNNNKKN", "{'text':'Half','at':'2026-11-20T12:00:00Z'}" },
        { "POST /api/chats/delivered", "UUNNNKKN", "{'chats':{'{chat}':1}}" },
        { "GET /api/folders", "UUKKKKKK", "" },
        { "POST /api/folders", "UUNNNKKN", "{'name':'Work','chatIds':['{chat}']}" },
        { "PATCH /api/folders/{id}|/api/folders/{folder}", "UUNNNNNN", "{'name':'Mine'}" },
        { "DELETE /api/folders/{id}|/api/folders/{folder}", "UUNNNNNN", "" },
        { "PUT /api/folders/{id}/chats/{chatId}|/api/folders/{folder}/chats/{chat}", "UUNNNNNN", "" },
        { "DELETE /api/folders/{id}/chats/{chatId}|/api/folders/{folder}/chats/{chat}", "UUNNNNNN", "" },
        { "POST /api/chats/{id}/leave|/api/chats/{chat}/leave", "UUNNNKKN", "{}" },
        { "GET /api/chats/{id}/members|/api/chats/{chat}/members", "UUNNNKKN", "" },
        { "POST /api/chats/{id}/members|/api/chats/{chat}/members", "UUNNNNFN", "{'userIds':['{colleague}']}" },
        { "PATCH /api/chats/{id}/members/{userId}|/api/chats/{chat}/members/{ada}", "UUNNNFFN", "{'role':'MEMBER'}" },
        { "PUT /api/chats/{id}/members/{userId}/restriction|/api/chats/{chat}/members/{ada}/restriction", "UUNNNFFN", "{}" },
        { "DELETE /api/chats/{id}/members/{userId}/restriction|/api/chats/{chat}/members/{ada}/restriction", "UUNNNFFN", "" },
        { "GET /api/chats/{id}/bans|/api/chats/{chat}/bans", "UUNNNFFN", "" },
        { "PUT /api/chats/{id}/bans/{userId}|/api/chats/{chat}/bans/{ada}", "UUNNNFFN", "{}" },
        { "DELETE /api/chats/{id}/bans/{userId}|/api/chats/{chat}/bans/{ada}", "UUNNNFFN", "" },
        { "DELETE /api/chats/{id}/members/{userId}|/api/chats/{chat}/members/{ada}", "UUNNNFFN", "" },
        { "POST /api/join", "UUNNNNNN", "{'code':'x'}" },
        { "POST /api/join/preview", "UUNNNNNN", "{'code':'x'}" },
        { "GET /api/directory", "UUKKKFKK", "" },
        { "POST /api/directory/{id}|/api/directory/{chat}", "UUNNNNNN", "{}" },
        { "GET /api/chats/{id}/links|/api/chats/{chat}/links", "UUNNNFFN", "" },
        { "POST /api/chats/{id}/links|/api/chats/{chat}/links", "UUNNNFFN", "{}" },
        { "DELETE /api/chats/{id}/links/{linkId}|/api/chats/{chat}/links/{new}", "UUNNNFFN", "" },
        { "GET /api/chats/{id}/requests|/api/chats/{chat}/requests", "UUNNNFFN", "" },
        { "POST /api/chats/{id}/requests/{userId}|/api/chats/{chat}/requests/{colleague}", "UUNNNFFN", "{}" },
        { "DELETE /api/chats/{id}/requests/{userId}|/api/chats/{chat}/requests/{colleague}", "UUNNNFFN", "" },
        { "POST /api/messages", "UUNNNKKN", "{'id':'{new}','chatId':'{chat}','content':'Me too'}" },
        { "GET /api/messages/chat/{chatId}|/api/messages/chat/{chat}", "UUNNNKKN", "" },
        { "PATCH /api/messages/{id}|/api/messages/{message}", "UUNNNFFN", "{'content':'Other words'}" },
        { "DELETE /api/messages/{id}|/api/messages/{message}?for=everyone", "UUNNNFFN", "" },
        { "GET /api/messages/{id}/seen|/api/messages/{message}/seen", "UUNNNFFN", "" },
        { "POST /api/messages/{id}/reactions|/api/messages/{message}/reactions", "UUNNNKKN", "{'emoji':'👍'}" },
        { "DELETE /api/messages/{id}/reactions|/api/messages/{message}/reactions?emoji=👍", "UUNNNKKN", "" },
        { "POST /api/messages/{id}/forward|/api/messages/{message}/forward", "UUNNNKKN", "{'id':'{new}','to':['{chat}']}" },
        { "POST /api/messages/forward", "UUNNNKKN", "{'id':'{new}','chatId':'{chat}','messageIds':['{message}'],'to':['{chat}']}" },
        { "GET /api/chats/{chatId}/pins|/api/chats/{chat}/pins", "UUNNNKKN", "" },
        { "POST /api/chats/{chatId}/pins|/api/chats/{chat}/pins", "UUNNNFFN", "{'messageId':'{message}'}" },
        { "DELETE /api/chats/{chatId}/pins/{messageId}|/api/chats/{chat}/pins/{message}", "UUNNNFFN", "" },
        { "GET /api/messages/{id}/edits|/api/messages/{message}/edits", "UUNNNKKN", "" },
        { "GET /api/messages/{id}/reactions|/api/messages/{message}/reactions", "UUNNNKKN", "" },
        { "POST /api/previews", "UUKKKKKK", "{'url':'https://example.org/'}" },
        { "DELETE /api/messages/{id}/preview|/api/messages/{message}/preview", "UUNNNFFN", "" },
        { "GET /api/chats/{chatId}/scheduled|/api/chats/{chat}/scheduled", "UUNNNKKN", "" },
        { "PATCH /api/messages/scheduled/{id}|/api/messages/scheduled/{scheduled}", "UUNNNNNN", "{'content':'Other words'}" },
        { "DELETE /api/messages/scheduled/{id}|/api/messages/scheduled/{scheduled}", "UUNNNNNN", "" },
        { "POST /api/messages/scheduled/{id}/send|/api/messages/scheduled/{scheduled}/send", "UUNNNNNN", "" },
        { "PUT /api/chats/{id}/timer|/api/chats/{chat}/timer", "UUNNNFFN", "{'seconds':60}" },
        { "POST /api/files/upload", "UUVVVVVV", "form" },
        { "OPTIONS /api/files/tus", "KKKKKKKK", "" },
        { "POST /api/files/tus", "UUVVVVVV", "tus" },
        { "HEAD /api/files/tus/{id}|/api/files/tus/{upload}", "UUNNNNNN", "tus" },
        { "PATCH /api/files/tus/{id}|/api/files/tus/{upload}", "UUNNNNNN", "tus" },
        { "DELETE /api/files/tus/{id}|/api/files/tus/{upload}", "UUNNNNNN", "tus" },
        { "POST /api/files/tus/{id}|/api/files/tus/{upload}", "UUNNNNNN", "tus" },
        { "GET /api/files/limits", "UUKKKKKK", "" },
        { "GET /api/files/{id}|/api/files/{file}", "UUNNNKKN", "" },
        { "HEAD /api/files/{id}|/api/files/{file}", "UUNNNKKN", "" },
        { "GET /api/files/{id}/link|/api/files/{file}/link", "UUNNNKKN", "" },
        { "POST /api/sync", "UUKKKKKK", "{'chats':{}}" },
        { "POST /api/operator/organizations", "UUFFFFFF", "{'slug':'room{n}','name':'Room'}" },
        { "GET /api/operator/organizations", "UUFFFFFF", "" },
        { "PATCH /api/operator/organizations/{id}|/api/operator/organizations/{new}", "UUFFFFFF", "{}" },
        { "POST /api/operator/organizations/{id}/setup-link|/api/operator/organizations/{new}/setup-link", "UUFFFFFF", "{}" },
        { "DELETE /api/operator/organizations/{id}|/api/operator/organizations/{new}", "UUFFFFFF", "{'name':'Harbour'}" },
        { "GET /api/operator/operators", "UUFFFFFF", "" },
        { "POST /api/operator/operators", "UUFFFFFF", "{'login':'ada','password':'x'}" },
        { "DELETE /api/operator/operators/{id}|/api/operator/operators/{ada}", "UUFFFFFF", "" },
        { "GET /api/operator/plugins", "UUFFFFFF", "" },
        { "POST /api/operator/plugins", "UUFFFFFF", "{}" },
        { "PUT /api/operator/plugins/{id}|/api/operator/plugins/none", "UUFFFFFF", "{'version':'1.0.0','permissions':[],'password':'x'}" },
        { "DELETE /api/operator/plugins/{id}|/api/operator/plugins/none", "UUFFFFFF", "{'purge':false,'password':'x'}" },
        { "GET /api/plugins", "UUKKKKKK", "" },
        { "GET /api/chats/{id}/plugins/{plugin}/settings|/api/chats/{chat}/plugins/none/settings", "UUNNNFFN", "" },
        { "PUT /api/chats/{id}/plugins/{plugin}/settings|/api/chats/{chat}/plugins/none/settings", "UUNNNFFN", "{}" },
        { "GET /api/admin/organization", "UUFFFFFK", "" },
        { "PATCH /api/admin/organization", "UUFFFFFK", "{}" },
        { "POST /api/admin/organization/owner", "UUFFFFFF", "{'userId':'{colleague}','password':'x'}" },
        { "GET /api/admin/storage", "UUFFFFFK", "" },
        { "PUT /api/admin/storage", "UUFFFFFK", "{}" },
        { "GET /api/admin/people", "UUFFFFFK", "" },
        { "PATCH /api/admin/people/{id}|/api/admin/people/{victim}", "UUNNNNNK", "{}" },
        { "POST /api/admin/people/{id}/reset-link|/api/admin/people/{victim}/reset-link", "UUNNNNNK", "{}" },
        { "DELETE /api/admin/people/{id}/second-factor|/api/admin/people/{victim}/second-factor", "UUNNNNNK", "" },
        { "GET /api/admin/people/{id}/sessions|/api/admin/people/{victim}/sessions", "UUNNNNNK", "" },
        { "DELETE /api/admin/people/{id}/sessions|/api/admin/people/{victim}/sessions", "UUNNNNNK", "" },
        { "DELETE /api/admin/people/{id}/sessions/{sessionId}|/api/admin/people/{victim}/sessions/{device}", "UUNNNNNK", "" },
        { "GET /api/admin/invites", "UUFFFFFK", "" },
        { "POST /api/admin/invites", "UUFFFFFK", "{}" },
        { "DELETE /api/admin/invites/{id}|/api/admin/invites/{invite}", "UUFFFFFK", "" },
        { "POST /api/reports", "UUNNNKKN", "{'chatId':'{chat}','messageId':'{message}','reason':'SPAM'}" },
        { "GET /api/admin/reports", "UUFFFFFK", "" },
        { "POST /api/admin/reports/{id}|/api/admin/reports/{new}", "UUFFFFFN", "{'decision':'DISMISSED'}" },
        { "GET /api/admin/audit", "UUFFFFFK", "" },
        { "GET /api/admin/audit/export|/api/admin/audit/export?format=json", "UUFFFFFK", "" },
        { "GET /api/admin/plugins", "UUFFFFFK", "" },
        { "PUT /api/admin/plugins/{id}|/api/admin/plugins/none", "UUFFFFFN", "{'enabled':true}" },
        { "GET /api/admin/plugins/{id}/health|/api/admin/plugins/none/health", "UUFFFFFN", "" },
        { "GET /api/admin/plugins/{id}/settings|/api/admin/plugins/none/settings", "UUFFFFFN", "" },
        { "PUT /api/admin/plugins/{id}/settings|/api/admin/plugins/none/settings", "UUFFFFFN", "{}" },
        { "GET /api/admin/jobs", "UUFFFFFK", "" },
        { "POST /api/admin/jobs/{plugin}/{id}/retry|/api/admin/jobs/none/{new}/retry", "UUFFFFFN", "" },
        { "POST /api/admin/jobs/{plugin}/{id}/cancel|/api/admin/jobs/none/{new}/cancel", "UUFFFFFN", "" },
    };

    //                                                   foreign, stranger, removed, guest, member, admin
    public static readonly TheoryData<string, string, string> HubCommands = new()
    {
        { "message:send", "NNNKKN", "{'id':'{new}','chatId':'{chat}','content':'Me too'}" },
        { "message:edit", "NNNFFN", "{'chatId':'{chat}','id':'{message}','content':'Other words'}" },
        { "message:delete", "NNNFFN", "{'chatId':'{chat}','id':'{message}','for':'everyone'}" },
        { "message:react", "NNNKKN", "{'chatId':'{chat}','id':'{message}','emoji':'👍','on':true}" },
        { "message:read", "NNNKKN", "{'chatId':'{chat}','seq':1}" },
        { "thread:read", "NNNKKN", "{'chatId':'{chat}','thread':1,'seq':1}" },
        { "message:pin", "NNNFFN", "{'chatId':'{chat}','id':'{message}','on':true}" },
        { "message:forward", "NNNKKN", "{'id':'{new}','chatId':'{chat}','messageIds':['{message}'],'to':['{chat}']}" },
        { "message:delivered", "NNNKKN", "{'chats':{'{chat}':1}}" },
        { "chat:draft", "NNNKKN", "{'chatId':'{chat}','text':'Half','at':'2026-11-20T12:00:00Z'}" },
        { "typing:start", "NNNKKN", "{'chatId':'{chat}'}" },
        { "typing:stop", "NNNKKN", "{'chatId':'{chat}'}" },
        { "user:online", "KKKKKK", "{}" },
        { "user:offline", "KKKKKK", "{}" },
        { "user:status-change", "KKKKKK", "{'status':'AWAY'}" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task By_rest_everybody_gets_what_is_theirs(string route, string letters, string body)
    {
        var (method, address) = (route.Split(' ')[0], route.Split(' ', '|')[^1]);

        var got = "";
        foreach (var who in AccessScene.Who)
        {
            using var own = who is "anonymous" or "revoked" || !route.EndsWith("/logout") ? null : await scene.Person(who).OnAnotherDevice();
            got += await Call(own?.Http ?? scene.Http(who), method, await scene.Fill($"{address} {body}"));
        }

        Assert.Equal(letters, got);
    }

    [Theory]
    [MemberData(nameof(HubCommands))]
    public async Task By_the_hub_everybody_gets_what_is_theirs(string command, string letters, string payload)
    {
        var got = "";
        foreach (var who in AccessScene.Who[2..])
        {
            await using var socket = await scene.Person(who).Connect();
            got += Letter((await socket.Dispatch(command, JsonNode.Parse(Json(await scene.Fill(payload)))!)).Envelope);
        }

        Assert.Equal(letters, got);
    }

    [Fact]
    public void No_route_and_no_command_is_without_a_row()
    {
        var routes = scene.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                .Select(method => $"{method} {Plain(endpoint.RoutePattern.RawText!)}"));

        Assert.Equal(routes.Order(), Routes.Select(row => ((string)row[0]).Split('|')[0]).Order());
        Assert.Equal(
            scene.Server.Services.GetRequiredService<Commands>().Names.Order(), HubCommands.Select(row => (string)row[0]).Order());
    }

    private static async Task<char> Call(HttpClient http, string method, string request)
    {
        var (address, body) = (request[..request.IndexOf(' ')], request[(request.IndexOf(' ') + 1)..]);
        using var message = new HttpRequestMessage(HttpMethod.Parse(method), address)
        {
            Content = body switch
            {
                "" => null,
                "tus" => Chunk(),
                "form" => new MultipartFormDataContent { { new StringContent("no file"), "text" } },
                _ => new StringContent(Json(body), null, "application/json"),
            },
        };
        if (body == "tus")
        {
            message.Headers.Add("Tus-Resumable", "1.0.0");
        }

        using var response = await http.SendAsync(message);
        return response.IsSuccessStatusCode ? 'K'
            : method == "HEAD" ? Letter(response.StatusCode)
            : Letter(JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    private static ByteArrayContent Chunk() =>
        new([]) { Headers = { ContentType = new("application/offset+octet-stream") } };

    /// <summary>Of an answer that has no body.</summary>
    private static char Letter(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => 'U',
        HttpStatusCode.NotFound => 'N',
        var other => throw new InvalidOperationException($"Answered {other}."),
    };

    private static char Letter(JsonNode envelope) => (bool)envelope["success"]! ? 'K' : (string?)envelope["error"]!["code"] switch
    {
        "VALIDATION_FAILED" => 'V',
        "UNAUTHORIZED" => 'U',
        "FORBIDDEN" => 'F',
        "NOT_FOUND" => 'N',
        "CONFLICT" => 'C',
        var other => throw new InvalidOperationException($"Answered {other}."),
    };

    private static string Json(string text) => text.Replace('\'', '"');

    private static string Plain(string pattern) => pattern.Replace(":guid", "").Replace(":long", "").TrimEnd('/');
}
