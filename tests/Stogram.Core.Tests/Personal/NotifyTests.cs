using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Notify;
using Stogram.Core.Users;

namespace Stogram.Core.Tests.Personal;

/// <summary>Lesson 4: mute and notification levels were stored and never enforced.</summary>
public sealed class NotifyTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    //                                  level, mention, muted for hours, status, silent, sender, blocked
    [Theory]
    [InlineData("Loud", NotifyLevel.All, false, 0, UserStatus.Online, false, false, false)]
    [InlineData("Loud", NotifyLevel.All, false, 0, UserStatus.Offline, false, false, false)]
    [InlineData("Quiet", NotifyLevel.All, false, 0, UserStatus.Online, true, false, false)]
    [InlineData("None", NotifyLevel.All, false, 1, UserStatus.Online, false, false, false)]
    [InlineData("None", NotifyLevel.All, true, 1, UserStatus.Online, false, false, false)]
    [InlineData("Loud", NotifyLevel.All, false, -1, UserStatus.Online, false, false, false)]
    [InlineData("None", NotifyLevel.Mentions, false, 0, UserStatus.Online, false, false, false)]
    [InlineData("Loud", NotifyLevel.Mentions, true, 0, UserStatus.Online, false, false, false)]
    [InlineData("None", NotifyLevel.None, true, 0, UserStatus.Online, false, false, false)]
    [InlineData("None", NotifyLevel.All, true, 0, UserStatus.Dnd, false, false, false)]
    [InlineData("None", NotifyLevel.All, true, 0, UserStatus.Online, false, true, false)]
    [InlineData("None", NotifyLevel.All, true, 0, UserStatus.Online, false, false, true)]
    public void Who_is_told_of_a_message_follows_from_what_they_decided(
        string notice, NotifyLevel level, bool isMention, int hours, UserStatus status, bool isSilent, bool isSender, bool isBlocked)
    {
        DateTimeOffset? muted = hours == 0 ? null : Now.AddHours(hours);

        var decided = DecideNotice.For(new(isSender, isMention, isBlocked, level, muted, status), isSilent, Now);

        Assert.Equal(notice, $"{decided}");
    }

    [Fact]
    public async Task Of_a_message_in_a_group_each_member_is_told_as_they_decided()
    {
        using var bo = await fixture.Somebody();
        using var mira = await fixture.Somebody("mira");
        using var eve = await fixture.Somebody("eve");
        var chatId = await fixture.Ada.Group("Atrium", bo, mira, eve);
        var (question, answer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await mira.Send(chatId, "Who has the key?", question);
        await bo.Patch($"/api/chats/{chatId}/mine", new { mute = "HOUR" });
        await mira.Patch($"/api/chats/{chatId}/mine", new { notify = "MENTIONS" });
        await eve.Patch($"/api/chats/{chatId}/mine", new { notify = "NONE" });
        await fixture.Ada.Post("/api/messages", new { id = answer, chatId, content = "I do", replyToId = question, isSilent = true });

        await using var scope = fixture.Server.Services.CreateAsyncScope();
        var organizationId = (Guid)(await fixture.Ada.Get("/api/auth/me")).Data["organization"]!["id"]!;
        var verb = scope.ServiceProvider.GetRequiredService<WhomToTell>();
        var told = await verb.Run(organizationId, chatId, answer, Guid.Empty, CancellationToken.None);
        var foreign = await verb.Run(Guid.NewGuid(), chatId, answer, Guid.Empty, CancellationToken.None);

        Assert.Equal(
            new[] { (bo.Id, Notice.None), (mira.Id, Notice.Quiet), (eve.Id, Notice.None), (fixture.Ada.Id, Notice.None) }.Order(),
            told.Select(one => (one.UserId, one.Notice)).Order());
        Assert.Empty(foreign);
    }
}
