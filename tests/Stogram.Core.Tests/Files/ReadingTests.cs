using System.Net;
using System.Net.Http.Headers;

namespace Stogram.Core.Tests.Files;

public sealed class ReadingTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_head_is_answered_like_a_get_without_the_bytes()
    {
        var file = await Upload.Picture(fixture.Ada);

        using var response = await fixture.Ada.Http.SendAsync(new(HttpMethod.Head, $"/api/files/{file}"));

        Assert.Equal((Upload.Png.Length, "image/png"), ((int)response.Content.Headers.ContentLength!, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal("bytes", Assert.Single(response.Headers.AcceptRanges));
        Assert.Equal("same-origin", response.Header("Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task Who_has_a_file_already_is_told_so_and_a_part_is_given_of_the_same_file_alone()
    {
        var file = await Upload.Picture(fixture.Ada);
        var tag = new EntityTagHeaderValue($"\"{file}\"");

        using var same = await Get(file, request => request.Headers.IfNoneMatch.Add(tag));
        using var part = await Get(file, request => (request.Headers.Range, request.Headers.IfRange) = (new(0, 2), new(tag)));
        using var other = await Get(file, request => (request.Headers.Range, request.Headers.IfRange) = (new(0, 2), new("\"other\"")));
        using var beyond = await Get(file, request => request.Headers.Range = new(5000, 6000));

        Assert.Equal(
            (HttpStatusCode.NotModified, HttpStatusCode.PartialContent, HttpStatusCode.OK, HttpStatusCode.RequestedRangeNotSatisfiable),
            (same.StatusCode, part.StatusCode, other.StatusCode, beyond.StatusCode));
    }

    [Theory]
    [InlineData("план дома.txt")]
    [InlineData("quote\";x=\"evil.html")]
    [InlineData("a%0d%0ab.txt")]
    public async Task A_name_travels_whole_and_cannot_leave_its_header(string name)
    {
        var file = await Tus.Whole(fixture.Ada, "words"u8.ToArray(), ("filename", name));

        using var response = await Get(file, _ => { });

        var disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", name), (disposition.DispositionType, disposition.FileNameStar));
        Assert.Equal("default-src 'none'; sandbox", response.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_drawing_that_could_act_is_saved_and_never_shown()
    {
        var file = await Tus.Whole(fixture.Ada, "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray());

        using var response = await Get(file, _ => { });

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task A_file_is_for_whom_a_chat_holds_it_now()
    {
        using var bo = await fixture.Somebody();
        using var cy = await fixture.Somebody("cy");
        var chatId = await fixture.Ada.Group("Atrium", bo);
        var (kept, deleted) = (await Upload.Picture(fixture.Ada), await Upload.Picture(fixture.Ada));
        await Send(chatId, kept);
        var message = await Send(chatId, deleted);
        var before = await Statuses(bo, kept, deleted);

        await fixture.Ada.Delete($"/api/messages/{message}?for=everyone");
        var afterDeletion = await Statuses(bo, kept, deleted);
        await fixture.Ada.Delete($"/api/chats/{chatId}/members/{bo.Id}");

        Assert.Equal("OK OK", before);
        Assert.Equal("OK NotFound", afterDeletion);
        Assert.Equal("NotFound NotFound", await Statuses(bo, kept, deleted));
        Assert.Equal("NotFound NotFound", await Statuses(cy, kept, deleted));
    }

    private async Task<string> Send(Guid chatId, Guid file) =>
        (string)(await fixture.Ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, fileIds = new[] { file } })).Data["id"]!;

    private static async Task<string> Statuses(TestPerson who, params Guid[] files)
    {
        var answers = await Task.WhenAll(files.Select(file => who.Http.GetAsync($"/api/files/{file}")));
        return string.Join(' ', answers.Select(answer => answer.StatusCode));
    }

    private async Task<HttpResponseMessage> Get(Guid file, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{file}");
        change(request);
        return await fixture.Ada.Http.SendAsync(request);
    }
}
