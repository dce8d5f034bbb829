using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Files;

namespace Stogram.Core.Tests.Files;

public sealed class StorageTests : IAsyncLifetime
{
    private readonly JumpingClock clock = new();

    private TestServer server = null!;

    private TestPerson ada = null!;

    public async Task InitializeAsync()
    {
        server = await TestServer.Start(time: clock);
        ada = await server.SignUp("ada");
    }

    public Task DisposeAsync() => server.DisposeAsync().AsTask();

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_the_limit_before_a_byte_is_taken()
    {
        await Limit(new { maxFileSize = 1000 });

        using var tus = await Tus.Create(ada, 1001);
        var form = await Upload.Send(ada, "large.bin", new byte[70_000]);
        var exact = await Upload.Send(ada, "exact.bin", new byte[1000]);

        foreach (var answer in new[] { await tus.ToAnswer(), form })
        {
            Assert.Equal(("PAYLOAD_TOO_LARGE", 1000), (answer.Code, (long)answer.Details!["limit"]!));
        }

        Assert.True(exact.IsSuccess);
        Assert.Empty(Parts());
    }

    [Fact]
    public async Task Of_two_who_race_for_the_last_of_the_quota_one_gets_it()
    {
        using var bo = await server.SignUp("bo");
        await Limit(new { quota = 1000 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Tus.Create(i % 2 == 0 ? ada : bo, 600)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        var refused = await answers.First(answer => answer.StatusCode != HttpStatusCode.Created).ToAnswer();
        Assert.Equal(("QUOTA_EXCEEDED", "ORGANIZATION"), (refused.Code, (string?)refused.Details!["whose"]));
    }

    [Fact]
    public async Task One_person_cannot_fill_what_is_everybodys_and_deleting_makes_room()
    {
        using var bo = await server.SignUp("bo");
        var chatId = await ada.PrivateChat(bo);
        await Limit(new { personQuota = 1000 });
        var file = await Tus.Whole(ada, new byte[900]);
        var message = (await ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, fileIds = new[] { file } })).Data;

        using var full = await Tus.Create(ada, 200);
        using var other = await Tus.Create(bo, 200);
        await ada.Delete($"/api/messages/{message["id"]}?for=everyone");
        using var again = await Tus.Create(ada, 200);

        Assert.Equal("PERSON", (string?)(await full.ToAnswer()).Details!["whose"]);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (other.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Administrators_see_what_is_used_and_by_whom_and_people_what_is_left()
    {
        await Limit(new { maxFileSize = 5000, quota = 10_000, personQuota = 2000 });
        await Tus.Whole(ada, new byte[500]);

        var view = (await ada.Get("/api/admin/storage")).Data;
        var left = (await ada.Get("/api/files/limits")).Data;

        Assert.Equal((500, 500), ((long)view["used"]!, (long)view["people"]![0]!["used"]!));
        Assert.Equal((5000, 1500), ((long)left["maxFileSize"]!, (long)left["left"]!));
        Assert.Equal("VALIDATION_FAILED", (await ada.Http.Call(HttpMethod.Put, "/api/admin/storage", new { quota = -1 })).Code);
    }

    [Fact]
    public async Task What_was_not_finished_or_not_sent_is_gone_after_a_day_and_what_was_sent_stays()
    {
        using var bo = await server.SignUp("bo");
        var chatId = await ada.PrivateChat(bo);
        var (unsent, sent) = (await Tus.Whole(ada, new byte[10]), await Tus.Whole(ada, new byte[20]));
        await ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, fileIds = new[] { sent } });
        await Tus.Patch(ada, await Tus.Begin(ada, 100), 0, [1, 2, 3]);

        await CleanUp();
        var before = Parts().Length;
        clock.Jump(RemoveLeftovers.Grace + TimeSpan.FromMinutes(1));
        await Task.WhenAll(CleanUp(), CleanUp());
        using var later = await ada.Again();

        Assert.Equal(1, before);
        Assert.Empty(Parts());
        Assert.Equal("NOT_FOUND", (await later.Get($"/api/files/{unsent}/link")).Code);
        Assert.True((await later.Get($"/api/files/{sent}/link")).IsSuccess);
        Assert.Equal(20, (long)(await later.Get("/api/admin/storage")).Data["used"]!);
    }

    [Fact]
    public async Task What_a_server_that_was_killed_has_left_is_gone_after_clean_up()
    {
        var parts = Directory.CreateDirectory(Path.Combine(server.DataFolder, "uploads/temp"));
        var orphan = Path.Combine(parts.FullName, $"{Guid.NewGuid()}");
        await File.WriteAllBytesAsync(orphan, [1]);
        File.SetLastWriteTimeUtc(orphan, DateTime.UtcNow.AddDays(-3));

        await CleanUp();

        Assert.False(File.Exists(orphan));
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_said_clearly_and_nothing_is_half_stored()
    {
        Directory.CreateDirectory(Path.Combine(server.DataFolder, "uploads"));
        var way = Path.Combine(server.DataFolder, "uploads/messages");
        await File.WriteAllTextAsync(way, "in the way");

        var answer = await Upload.Send(ada, "roof.png", Upload.Png);
        var used = (await ada.Get("/api/admin/storage")).Data["used"];
        File.Delete(way);
        var again = await Upload.Send(ada, "roof.png", Upload.Png);

        Assert.Equal("UNAVAILABLE", answer.Code);
        Assert.Equal(0, (long)used!);
        Assert.Empty(Parts());
        Assert.True(again.IsSuccess);
    }

    private Task<Answer> Limit(object limits) => ada.Http.Call(HttpMethod.Put, "/api/admin/storage", limits);

    private FileInfo[] Parts() => new DirectoryInfo(Path.Combine(server.DataFolder, "uploads/temp")) is { Exists: true } folder
        ? folder.GetFiles() : [];

    private async Task CleanUp()
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RemoveLeftovers>().Run(CancellationToken.None);
    }
}
