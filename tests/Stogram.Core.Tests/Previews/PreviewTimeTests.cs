using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Files;

namespace Stogram.Core.Tests.Previews;

/// <summary>Each with a server of its own: the clock goes forward only.</summary>
public sealed class PreviewTimeTests : IAsyncLifetime
{
    private readonly PreviewScene scene = new();

    private Guid chatId;

    public async Task InitializeAsync()
    {
        await scene.InitializeAsync();
        chatId = await scene.Ada.PrivateChat(scene.Bo);
    }

    public Task DisposeAsync() => scene.DisposeAsync();

    [Fact]
    public async Task A_page_is_asked_once_however_many_link_to_it_and_again_a_day_later()
    {
        await using var socket = await scene.Ada.Connect();
        var page = scene.Site.Roof();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? scene.Ada : scene.Bo).Send(chatId, $"{page}#part{n}")));
        for (var n = 0; n < 6; n++)
        {
            await socket.Next("message:preview");
        }

        var asked = (scene.Site.CountOf("/roof"), scene.Site.CountOf("/roof.png"));
        scene.Clock.Jump(TimeSpan.FromHours(25));
        using var later = await scene.Ada.Again();
        await later.Send(chatId, $"{page}");
        await PreviewScene.Until(() => Task.FromResult(scene.Site.CountOf("/roof") == 2));

        Assert.Equal((1, 1), asked);
    }

    [Fact]
    public async Task Of_a_message_that_ends_nothing_is_left_of_the_preview_either()
    {
        await using var socket = await scene.Bo.Connect();
        await scene.Ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId, content = $"{scene.Site.Roof()}", expiresIn = 60 });
        var told = await socket.Next("message:preview");
        var picture = (Guid)told["preview"]!["image"]!["id"]!;
        var before = (await Kept(), scene.IsOnDisk(picture));

        scene.Clock.Jump(TimeSpan.FromSeconds(61));
        await socket.Next("message:deleted");
        await PreviewScene.Until(() => Task.FromResult(!scene.IsOnDisk(picture)));

        Assert.Equal((0L, true), before);
        Assert.DoesNotContain("roof", (await scene.Bo.Get($"/api/messages/chat/{chatId}")).Data.ToJsonString());
    }

    [Fact]
    public async Task What_was_found_is_forgotten_when_it_is_over_and_the_message_keeps_it()
    {
        var shown = await scene.Shown(chatId, $"{scene.Site.Roof()}");
        var before = await Kept();

        scene.Clock.Jump(TimeSpan.FromHours(25));
        await using (var scope = scene.Server.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<RemoveLeftovers>().Run(CancellationToken.None);
        }

        Assert.Equal((1L, 0L), (before, await Kept()));
        Assert.True(scene.IsOnDisk((Guid)shown["preview"]!["image"]!["id"]!));
    }

    private async Task<long> Kept() => (long)(await scene.Sql("select count(*) from core.link_previews"))!;
}
