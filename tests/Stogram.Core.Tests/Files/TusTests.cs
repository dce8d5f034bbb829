using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Stogram.Core.Tests.Files;

public sealed class TusTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly byte[] Poem = Encoding.UTF8.GetBytes("The roof at six, and nobody asks why.");

    [Fact]
    public async Task An_upload_in_parts_becomes_a_file_with_its_last_byte()
    {
        var upload = await Tus.Begin(fixture.Ada, Poem.Length, ("filename", "poem.txt"));

        using var first = await Tus.Patch(fixture.Ada, upload, 0, Poem[..10]);
        using var between = await Tus.Head(fixture.Ada, upload);
        using var last = await Tus.Patch(fixture.Ada, upload, 10, Poem[10..]);
        using var after = await Tus.Head(fixture.Ada, upload);
        var file = (await fixture.Ada.Get($"/api/files/{last.Header("Upload-File-Id")}/link")).Data;

        Assert.Equal((HttpStatusCode.NoContent, "10"), (first.StatusCode, first.Header("Upload-Offset")));
        Assert.Equal(("10", $"{Poem.Length}", null), (between.Header("Upload-Offset"), between.Header("Upload-Length"), between.Header("Upload-File-Id")));
        Assert.NotNull(between.Header("Upload-Expires"));
        Assert.StartsWith("filename ", between.Header("Upload-Metadata"));
        Assert.Equal(last.Header("Upload-File-Id"), after.Header("Upload-File-Id"));
        Assert.Equal(("poem.txt", "text/plain"), ((string?)file["name"], (string?)file["contentType"]));
        Assert.Equal(Poem, await fixture.Ada.Http.GetByteArrayAsync((string?)file["url"]));
    }

    [Fact]
    public async Task A_chunk_for_another_place_is_refused()
    {
        var upload = await Tus.Begin(fixture.Ada, 10);

        using var response = await Tus.Patch(fixture.Ada, upload, 3, [1]);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Fact]
    public async Task Two_cannot_write_to_one_upload_at_once()
    {
        var upload = await Tus.Begin(fixture.Ada, 10);
        var slow = new SlowContent([1, 2, 3]);
        var writing = Tus.Patch(fixture.Ada, upload, 0, slow);
        await slow.Begun;

        using var response = await Tus.Patch(fixture.Ada, upload, 0, [9]);
        slow.End();
        using var written = await writing;

        Assert.Equal(HttpStatusCode.Locked, response.StatusCode);
        Assert.Equal("3", written.Header("Upload-Offset"));
    }

    [Fact]
    public async Task A_chunk_that_is_not_what_its_checksum_says_was_never_sent()
    {
        var upload = await Tus.Begin(fixture.Ada, Poem.Length);
        var sum = $"sha1 {Convert.ToBase64String(SHA1.HashData(Poem))}";

        using var wrong = await Tus.Patch(fixture.Ada, upload, 0, [.. Poem[..^1], (byte)'!'], sum);
        using var right = await Tus.Patch(fixture.Ada, upload, 0, Poem, sum);

        Assert.Equal(460, (int)wrong.StatusCode);
        Assert.NotNull(right.Header("Upload-File-Id"));
    }

    [Fact]
    public async Task More_than_was_announced_is_refused_and_not_kept()
    {
        var upload = await Tus.Begin(fixture.Ada, 3);

        using var response = await Tus.Patch(fixture.Ada, upload, 0, [1, 2, 3, 4]);
        using var head = await Tus.Head(fixture.Ada, upload);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("0", head.Header("Upload-Offset"));
    }

    [Fact]
    public async Task An_upload_that_was_ended_is_gone_with_its_bytes()
    {
        var upload = await Tus.Begin(fixture.Ada, 10);
        await Tus.Patch(fixture.Ada, upload, 0, [1, 2, 3]);
        var part = Path.Combine(fixture.Server.DataFolder, "uploads/temp", $"{upload}");
        var was = File.Exists(part);

        using var ended = await Tus.Delete(fixture.Ada, upload);
        using var head = await Tus.Head(fixture.Ada, upload);

        Assert.True(was);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (ended.StatusCode, head.StatusCode));
        Assert.False(File.Exists(part));
    }

    [Fact]
    public async Task A_finished_file_that_was_not_sent_can_be_given_up_and_a_sent_one_stays()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        var (unsent, sent) = (await Tus.Whole(fixture.Ada, Poem), await Tus.Whole(fixture.Ada, Poem));
        await fixture.Ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, fileIds = new[] { sent } });

        await Tus.Delete(fixture.Ada, unsent);
        await Tus.Delete(fixture.Ada, sent);

        Assert.Equal("NOT_FOUND", (await fixture.Ada.Get($"/api/files/{unsent}/link")).Code);
        Assert.True((await bo.Get($"/api/files/{sent}/link")).IsSuccess);
    }

    [Theory]
    [InlineData("Upload-Metadata", "filename !!!")]
    [InlineData("Upload-Metadata", "duration OTk5OTk5OTk=")]
    [InlineData("Upload-Metadata", "waveform MzAw")]
    [InlineData("Upload-Length", "-1")]
    [InlineData("Upload-Length", "many")]
    public async Task What_cannot_be_understood_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/files/tus") { Headers = { { "Tus-Resumable", "1.0.0" } } };
        request.Headers.Add(header, value);
        if (header != "Upload-Length")
        {
            request.Headers.Add("Upload-Length", "1");
        }

        using var response = await fixture.Ada.Http.SendAsync(request);

        Assert.Equal("VALIDATION_FAILED", (await response.ToAnswer()).Code);
    }

    [Fact]
    public async Task Another_version_of_tus_is_told_which_one_is_spoken()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/files/tus") { Headers = { { "Tus-Resumable", "0.2.2" } } };

        using var response = await fixture.Ada.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.PreconditionFailed, "1.0.0"), (response.StatusCode, response.Header("Tus-Version")));
    }

    [Fact]
    public async Task A_recording_is_sent_as_a_voice_message_with_its_waveform()
    {
        using var bo = await fixture.Somebody();
        var chatId = await fixture.Ada.PrivateChat(bo);
        byte[] sound = [.. "OggS"u8, .. new byte[60], .. "OpusHead"u8];
        var file = await Tus.Whole(fixture.Ada, sound, ("voice", "true"), ("duration", "2.5"), ("waveform", "0,128,255"));

        var message = (await fixture.Ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, fileIds = new[] { file } })).Data;

        Assert.Equal("VOICE", (string?)message["type"]);
        Assert.Equal(2.5, (double)message["files"]![0]!["duration"]!);
        Assert.Equal("[0,128,255]", message["files"]![0]!["waveform"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_no_sound_is_no_voice_message()
    {
        var upload = await Tus.Begin(fixture.Ada, Poem.Length, ("voice", "true"));

        using var response = await Tus.Patch(fixture.Ada, upload, 0, Poem);
        using var head = await Tus.Head(fixture.Ada, upload);

        Assert.NotNull((await response.ToAnswer()).Details!["voice"]);
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
    }

    private sealed class SlowContent(byte[] bytes) : HttpContent
    {
        private readonly TaskCompletionSource begun = new(), end = new();

        public Task Begun => begun.Task;

        public void End() => end.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes);
            await stream.FlushAsync();
            await Task.Delay(300);
            begun.SetResult();
            await end.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
