using System.Net;
using System.Text;

namespace Stogram.Core.Tests.Files;

public sealed class FileTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_picture_goes_up_travels_in_a_message_and_comes_down_by_its_signed_link()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var fileId = await Upload.Picture(fixture.Ada);

        await fixture.Ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, fileIds = new[] { fileId } });
        var message = (await bo.Get($"/api/messages/chat/{chatId}")).Data[0]!;
        using var anonymous = fixture.Server.Anonymous();
        using var response = await anonymous.GetAsync((string?)message["files"]![0]!["url"]);

        Assert.Equal("IMAGE", (string?)message["type"]);
        Assert.Equal(Upload.Png, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task A_link_dies_with_the_session_it_was_signed_for()
    {
        using var bo = await fixture.Somebody();
        var url = (string?)(await Upload.Send(bo, "roof.png", Upload.Png)).Data["url"];
        using var anonymous = fixture.Server.Anonymous();
        var before = await anonymous.GetAsync(url);

        await bo.Post("/api/auth/logout");
        var after = await anonymous.GetAsync(url);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Theory]
    [InlineData("session", "0193f0a0-0000-7000-8000-000000000001")]
    [InlineData("expires", "99999999999")]
    [InlineData("signature", "AAAA")]
    public async Task A_link_that_was_tampered_with_opens_nothing(string parameter, string value)
    {
        var url = (string)(await Upload.Send(fixture.Ada, "roof.png", Upload.Png)).Data["url"]!;
        using var anonymous = fixture.Server.Anonymous();

        var tampered = System.Text.RegularExpressions.Regex.Replace(url, $"{parameter}=[^&]*", $"{parameter}={value}");
        var response = await anonymous.GetAsync(tampered);

        Assert.NotEqual(url, tampered);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_page_that_calls_itself_a_picture_comes_back_as_bytes_to_save()
    {
        var page = Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>");
        var file = (await Upload.Send(fixture.Ada, "cat.png", page)).Data;

        using var response = await fixture.Ada.Http.GetAsync((string?)file["url"]);

        Assert.Equal("application/octet-stream", (string?)file["contentType"]);
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task A_part_of_a_file_can_be_asked_for()
    {
        var fileId = await Upload.Picture(fixture.Ada);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{fileId}");
        request.Headers.Range = new(1, 3);

        using var response = await fixture.Ada.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("PNG"u8.ToArray(), await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"..\..\boot.ini", "boot.ini")]
    public async Task A_name_is_a_name_and_never_a_path(string name, string kept) =>
        Assert.Equal(kept, (string?)(await Upload.Send(fixture.Ada, name, Upload.Png)).Data["name"]);

    [Fact]
    public async Task A_form_without_a_file_is_refused_by_field()
    {
        var answer = await Upload.Send(fixture.Ada, "roof.png", Upload.Png, field: "other");

        Assert.Equal("VALIDATION_FAILED", answer.Code);
        Assert.NotNull(answer.Details!["file"]);
    }

    [Fact]
    public async Task Somebody_elses_file_cannot_be_sent()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var adasFile = await Upload.Picture(fixture.Ada);

        var answer = await bo.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, fileIds = new[] { adasFile } });

        Assert.Equal("VALIDATION_FAILED", answer.Code);
    }

    [Fact]
    public async Task A_broken_off_upload_leaves_nothing_behind()
    {
        using var content = new StreamContent(new BrokenStream());
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        await Assert.ThrowsAnyAsync<Exception>(() => fixture.Ada.Http.PostAsync("/api/files/upload", content));
        var temporary = Path.Combine(fixture.Server.DataFolder, "uploads", "temp");

        for (var i = 0; i < 50 && Directory.Exists(temporary) && Directory.EnumerateFiles(temporary).Any(); i++)
        {
            await Task.Delay(100);
        }

        Assert.Empty(Directory.Exists(temporary) ? Directory.EnumerateFiles(temporary) : []);
    }

    private sealed class BrokenStream : MemoryStream
    {
        private static readonly byte[] Start =
            Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + new string('a', 100_000));

        private bool _started;

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellation)
        {
            if (!_started)
            {
                _started = true;
                await destination.WriteAsync(Start, cancellation);
                await destination.FlushAsync(cancellation);
                await Task.Delay(300, cancellation);
            }

            throw new IOException("The cable was pulled.");
        }
    }
}
