using Stogram.Plugins;

namespace Stogram.Greeter;

internal sealed class Counts(IPluginDatabase database, IChats chats, IRealtime realtime)
{
    public async ValueTask Add(MessagePosted e, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(
            """
            insert into counts (chat_id, organization_id, messages, seq) values ($1, $2, 1, $3)
            on conflict (chat_id) do update set messages = counts.messages + 1, seq = excluded.seq
            where counts.seq < excluded.seq
            """);
        command.Parameters.Add(new() { Value = e.ChatId });
        command.Parameters.Add(new() { Value = e.OrganizationId });
        command.Parameters.Add(new() { Value = e.Seq });
        await command.ExecuteNonQueryAsync(cancellation);
        await realtime.ToChatAsync(
            e.OrganizationId, e.ChatId, "greeter:counted", await Read(e.ChatId, cancellation),
            GreeterJson.Default.CountView, cancellation);
    }

    public async Task<Answer> Tell(PluginCaller caller, Guid chatId, CancellationToken cancellation) =>
        await chats.FindMemberAsync(caller, chatId, cancellation) is null
            ? Answer.NotFound()
            : Answer.Ok(await Read(chatId, cancellation), GreeterJson.Default.CountView);

    private async Task<CountView> Read(Guid chatId, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand("select messages from counts where chat_id = $1");
        command.Parameters.Add(new() { Value = chatId });
        return new(chatId, await command.ExecuteScalarAsync(cancellation) as long? ?? 0);
    }
}
