using System.Text.Json;
using Npgsql;
using Stogram.Core.Messages;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Activations;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

/// <summary>A plugin's door to the verbs on messages: the same ones as people's.</summary>
internal sealed class PluginMessages(PluginInfo info, Leases leases, NpgsqlDataSource database, IServiceScopeFactory scopes) : IMessages
{
    private const int MostBytes = 16_384;

    private static readonly string Page =
        $"""
         select {MessageSql.Columns} from core.chats c
         join core.messages m on m.chat_id = c.id and m.seq < $3 and ($4 is null or m.id = $4) and not m.is_deleted
         {MessageSql.Joins()}
         where c.organization_id = $1 and c.id = $2 order by m.seq desc limit $5
         """;

    public async ValueTask<PostResult> PostAsync(PluginMessage message, CancellationToken cancellation)
    {
        Permissions.Demand(info, "messages.write", "Posting messages");
        if (message.Kind is { } kind && !info.Contributes.MessageKinds.Contains(kind))
        {
            throw new UndeclaredException($"The kind {kind}", $"\"messageKinds\": [\"{kind}\"]");
        }

        Check(message.Text, message.Extra);
        if (message.Kind is null && string.IsNullOrWhiteSpace(message.Text))
        {
            throw new ArgumentException("An ordinary message needs text.");
        }

        var depth = PluginDepth.Next();
        if (!leases.IsAdmitted(message.OrganizationId))
        {
            return Off;
        }

        await using var scope = scopes.CreateAsyncScope();
        var posted = await scope.ServiceProvider.GetRequiredService<PostMessage>().Run(
            new(message.OrganizationId, message.ChatId, message.MessageId, message.SenderId, message.Text, null, [], message.IsSilent)
            {
                Special = new(Type: message.Kind, Extra: message.Extra is { } extra ? Own(extra) : null, Plugin: info.Id, Depth: depth),
            },
            cancellation);
        return Result(posted);
    }

    public async ValueTask<PostResult> EditAsync(
        Guid organizationId, Guid chatId, Guid messageId, string? text, JsonElement? extra, CancellationToken cancellation)
    {
        Permissions.Demand(info, "messages.write", "Editing messages");
        Check(text ?? "", extra);
        var depth = PluginDepth.Next();
        if (!leases.IsAdmitted(organizationId))
        {
            return Off;
        }

        await using var scope = scopes.CreateAsyncScope();
        return Result(await scope.ServiceProvider.GetRequiredService<EditPosted>().Run(
            new(organizationId, chatId, messageId, info.Id, depth), text, extra?.GetRawText(), cancellation));
    }

    public async ValueTask<ChatMessage?> FindAsync(Guid organizationId, Guid chatId, Guid messageId, CancellationToken cancellation) =>
        (await Read(organizationId, chatId, long.MaxValue, messageId, 1, cancellation)).FirstOrDefault();

    public async ValueTask<IReadOnlyList<ChatMessage>> ReadAsync(
        Guid organizationId, Guid chatId, long before, int limit, CancellationToken cancellation) =>
        await Read(organizationId, chatId, before, null, Math.Clamp(limit, 1, 100), cancellation);

    private static PostResult Off => new() { Code = "PLUGIN_DISABLED", Reason = "The plugin is off here." };

    private async Task<List<ChatMessage>> Read(
        Guid organizationId, Guid chatId, long before, Guid? messageId, int limit, CancellationToken cancellation)
    {
        Permissions.Demand(info, "messages.read", "Reading messages");
        if (!leases.IsAdmitted(organizationId))
        {
            return [];
        }

        await using var command = database.CreateCommand(Page);
        command.Parameters.Add(new() { Value = organizationId });
        command.Parameters.Add(new() { Value = chatId });
        command.Parameters.Add(new() { Value = before });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid, Value = messageId ?? (object)DBNull.Value });
        command.Parameters.Add(new() { Value = limit });
        return [.. (await MessageSql.Read(command, cancellation)).Select(View)];
    }

    private static void Check(string text, JsonElement? extra)
    {
        if (text.Length > SendMessage.MaxLength || !Validation.IsStorable(text))
        {
            throw new ArgumentException($"Its text cannot be stored ({text.Length} characters).");
        }

        if (extra is { } json && (json.GetRawText().Length > MostBytes || !StorableJson.Is(json)))
        {
            throw new ArgumentException($"Its extra cannot be stored; it may have {MostBytes} bytes.");
        }
    }

    private JsonElement Own(JsonElement extra) => AnswerJson.Element(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName(info.Id);
        extra.WriteTo(json);
        json.WriteEndObject();
    });

    private static PostResult Result(Outcome<MessageView> outcome) => outcome.Refusal is { } refusal
        ? new() { Code = UpperSnake.Write(refusal.Code), Reason = refusal.Message }
        : new() { Message = View(outcome.Value) };

    private static ChatMessage View(MessageView message) => new()
    {
        ChatId = message.ChatId,
        MessageId = message.Id,
        Seq = message.Seq!.Value,
        SenderId = message.SenderId,
        Kind = message.Type,
        Text = message.Content ?? "",
        Files = [.. message.Files.Select(file => file.Id)],
        Extra = message.Extra,
        CreatedAt = message.CreatedAt,
    };
}
