using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Files;
using Stogram.Testing.Buckets;

namespace Stogram.Core.Tests.Files;

public sealed class BucketTests : IAsyncLifetime
{
    private TestBucket bucket = null!;

    private TestServer server = null!;

    private TestPerson ada = null!;

    public async Task InitializeAsync()
    {
        bucket = await TestBucket.Start();
        server = await TestServer.Start(bucket: bucket.Options);
        ada = await server.SignUp("ada");
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await bucket.DisposeAsync();
    }

    [Fact]
    public async Task A_file_lies_in_the_bucket_and_is_read_through_the_server_in_any_part()
    {
        // More than one part of those it goes up in.
        var bytes = new byte[40 << 20];
        Random.Shared.NextBytes(bytes);
        var file = await Tus.Whole(ada, bytes);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{file}") { Headers = { Range = new(35_000_000, 35_000_009) } };
        using var part = await ada.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[35_000_000..35_000_010], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(bytes, await ada.Http.GetByteArrayAsync($"/api/files/{file}"));
        Assert.Contains(bucket.Objects(), path => path.Contains($"messages/files/{file}"));
        Assert.Empty(Directory.GetFiles(Path.Combine(server.DataFolder, "uploads"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task With_its_last_message_it_is_gone_from_the_bucket()
    {
        using var bo = await server.SignUp("bo");
        var chatId = await ada.PrivateChat(bo);
        var file = await Upload.Picture(ada);
        var message = (await ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, fileIds = new[] { file } })).Data;
        var before = bucket.Objects();

        await ada.Delete($"/api/messages/{message["id"]}?for=everyone");

        Assert.Contains(before, path => path.Contains($"{file}"));
        Assert.DoesNotContain(bucket.Objects(), path => path.Contains($"{file}"));
    }

    [Fact]
    public async Task What_a_node_that_died_was_putting_there_is_gone_after_a_day()
    {
        bucket.Begin("messages/files/old", TimeSpan.FromHours(25));
        var fresh = bucket.Begin("messages/files/fresh", TimeSpan.FromHours(23));

        await using (var scope = server.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<RemoveLeftovers>().Run(CancellationToken.None);
        }

        Assert.Equal([fresh], bucket.Uploads());
    }

    [Fact]
    public async Task A_bucket_that_is_gone_is_said_clearly_and_everything_is_well_when_it_is_back()
    {
        var file = await Upload.Picture(ada);
        var upload = await Tus.Begin(ada, Upload.Png.Length);
        bucket.Kill();

        var read = await ada.Get($"/api/files/{file}");
        var form = await Upload.Send(ada, "roof.png", Upload.Png);
        using var tus = await Tus.Patch(ada, upload, 0, Upload.Png);
        await bucket.Run();
        using var again = await Tus.Head(ada, upload);

        Assert.Equal(("UNAVAILABLE", "UNAVAILABLE", "UNAVAILABLE"), (read.Code, form.Code, (await tus.ToAnswer()).Code));
        Assert.Equal($"{upload}", again.Header("Upload-File-Id"));
        Assert.Equal(2, bucket.Objects().Length);
    }
}
