namespace Stogram.Core.Tests.Sessions;

public sealed class ForeignIdTests(ForeignScene scene) : IClassFixture<ForeignScene>
{
    [Theory]
    [InlineData("GET /api/users/{person}")]
    [InlineData("PATCH /api/users/{person}")]
    [InlineData("PATCH /api/admin/people/{person}")]
    [InlineData("POST /api/admin/people/{person}/reset-link")]
    [InlineData("DELETE /api/auth/sessions/{session}")]
    [InlineData("GET /api/chats/{chat}")]
    [InlineData("GET /api/chats/{chat}/members")]
    [InlineData("POST /api/chats/{chat}/leave")]
    [InlineData("GET /api/messages/chat/{chat}")]
    [InlineData("PATCH /api/messages/{message}")]
    [InlineData("DELETE /api/messages/{message}?for=everyone")]
    [InlineData("GET /api/files/{file}")]
    [InlineData("GET /api/files/{file}/link")]
    public async Task What_belongs_to_others_looks_like_what_is_not_there(string request)
    {
        var (method, path) = (HttpMethod.Parse(request.Split(' ')[0]), request.Split(' ')[1]);

        var foreign = await scene.Outsider.Http.Call(method, scene.Fill(path), Body(method));
        var unknown = await scene.Outsider.Http.Call(method, ForeignScene.FillWithNothing(path), Body(method));

        Assert.Equal(404, foreign.Status);
        Assert.Equal(unknown.Envelope.ToJsonString(), foreign.Envelope.ToJsonString());
    }

    private static object? Body(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Delete ? null : new { content = "Words" };
}
