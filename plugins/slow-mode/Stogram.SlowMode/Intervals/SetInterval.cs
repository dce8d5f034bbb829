using Stogram.Plugins;

namespace Stogram.SlowMode.Intervals;

internal sealed record SetIntervalRequest(int? Seconds);

internal sealed class SetInterval(IChats chats, IPluginDatabase database, IRealtime realtime, ReadInterval read)
{
    private const int Longest = 3600;

    public async Task<Answer> Run(
        PluginCaller caller, Guid chatId, SetIntervalRequest request, CancellationToken cancellation)
    {
        if (await chats.FindMemberAsync(caller, chatId, cancellation) is not { } member)
        {
            return Answer.NotFound();
        }

        if (member is not { Kind: ChatKind.Group, Role: ChatRole.Owner or ChatRole.Admin })
        {
            return Answer.Refuse(RefusalCode.Forbidden, "Only a group's owner and admins set its slow mode.");
        }

        if (request.Seconds is not { } seconds || seconds is < 0 or > Longest)
        {
            return Answer.Invalid("seconds", $"A whole number from 0 (off) to {Longest}.");
        }

        await Store(caller.OrganizationId, chatId, seconds, cancellation);
        await realtime.ToChatAsync(
            caller.OrganizationId, chatId, "slow-mode:changed", new IntervalChanged(chatId, seconds),
            SlowModeJson.Default.IntervalChanged, CancellationToken.None);
        return Answer.Ok(await read.For(member, caller.OrganizationId, cancellation), SlowModeJson.Default.IntervalView);
    }

    private async Task Store(Guid organizationId, Guid chatId, int seconds, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(seconds == 0
            ? """
              with interval_off as (delete from intervals where chat_id = $1)
              delete from turns where chat_id = $1
              """
            : """
              insert into intervals (chat_id, organization_id, seconds) values ($1, $2, $3)
              on conflict (chat_id) do update set seconds = excluded.seconds
              """);
        command.Parameters.Add(new() { Value = chatId });
        if (seconds > 0)
        {
            command.Parameters.Add(new() { Value = organizationId });
            command.Parameters.Add(new() { Value = seconds });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
