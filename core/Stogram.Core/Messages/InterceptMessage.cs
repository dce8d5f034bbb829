using System.Text.Json;
using Npgsql;
using Stogram.Core.Shared;
using Stogram.Plugins;
using Role = Stogram.Plugins.ChatRole;

namespace Stogram.Core.Messages;

/// <summary>
/// Lets plugins change or refuse a message before it is stored. Not one that is stored already, nor one by somebody
/// who is not in the chat: the store answers those.
/// </summary>
internal sealed class InterceptMessage(
    Interceptors interceptors, KnownSenders known, FindSenders senders, NpgsqlDataSource database) : IVerb
{
    public async Task<Outcome<NewMessage>> Run(NewMessage message, CancellationToken cancellation)
    {
        if (message.Special?.Twin is not null)
        {
            var copied = await Copy(message, cancellation);
            return copied.Refusal is { } no ? no : message with { Content = copied.Value };
        }

        var asked = Asked(message.OrganizationId, message.Special?.Plugin);
        if (asked.Length == 0)
        {
            return message;
        }

        var remembered = known.Find(message);
        var role = remembered ?? await LookUp(message, cancellation);
        while (role is { } judgedAs)
        {
            var said = await Ask(asked, Draft(message, judgedAs), cancellation);
            if (said.Refusal is not { } refusal)
            {
                return message with { Content = said.Value, JudgedAs = judgedAs };
            }

            if (remembered is null)
            {
                return refusal;
            }

            // Nobody looks at it after a refusal, so that one must not rest on what was only remembered.
            remembered = null;
            role = await LookUp(message, cancellation);
            if (role == judgedAs)
            {
                return refusal;
            }
        }

        return message;
    }

    /// <summary>The copy of a post says in a group what a channel says: as its owner, whoever wrote it.</summary>
    public Task<Outcome<string>> Copy(NewMessage copy, CancellationToken cancellation) =>
        Ask(Asked(copy.OrganizationId, copy.Special?.Plugin), Draft(copy, Role.Owner), cancellation);

    /// <summary>What the message is to say; what cannot be edited is left to the verb to refuse.</summary>
    public async Task<Outcome<string>> Edit(Caller caller, Guid chatId, Guid id, string content, CancellationToken cancellation)
    {
        var asked = Asked(caller.OrganizationId);
        return asked.Length == 0 || await Own(caller, chatId, id, cancellation) is not var (role, files)
            ? content
            : await Ask(asked, new()
            {
                OrganizationId = caller.OrganizationId,
                ChatId = chatId,
                SenderId = caller.UserId,
                SenderRole = role,
                MessageId = id,
                Text = content,
                IsEdit = true,
                Files = files,
            }, cancellation);
    }

    private async Task<Role?> LookUp(NewMessage message, CancellationToken cancellation)
    {
        var role = await senders.Role(message).WaitAsync(cancellation);
        known.Remember(message, role);
        return role;
    }

    private static MessageDraft Draft(NewMessage message, Role role) => new()
    {
        OrganizationId = message.OrganizationId,
        ChatId = message.ChatId,
        SenderId = message.SenderId,
        SenderRole = role,
        MessageId = message.Id,
        Text = message.Content,
        Files = message.FileIds,
        Kind = message.Special?.Type,
        Extra = message.Special?.Extra,
        IsEncrypted = message.Special?.EncryptedContent is not null,
        IsForward = message.Special?.ForwardedFrom is not null,
        Origin = message.Special is { Plugin: { } plugin, Depth: { } depth } ? new() { PluginId = plugin, Depth = depth } : null,
    };

    /// <param name="poster">A plugin is not asked about its own.</param>
    private Interceptor[] Asked(Guid organizationId, string? poster = null)
    {
        while (true)
        {
            var all = interceptors.InOrder;
            Interceptor[] asked = all.Count == 0 ? [] : [.. all.Where(one => one.IsOn(organizationId) && one.PluginId != poster)];
            // What is off in these may be on in those of now.
            if (all == interceptors.InOrder)
            {
                return asked;
            }
        }
    }

    private async Task<Outcome<string>> Ask(Interceptor[] asked, MessageDraft draft, CancellationToken cancellation)
    {
        foreach (var interceptor in asked)
        {
            switch (await Ask(interceptor, draft, cancellation))
            {
                case Verdict.Rejected rejected:
                    return new Refusal(ErrorCode.Rejected, rejected.Message, Details(interceptor.PluginId, rejected));
                case Verdict.Replaced replaced:
                    draft = draft with { Text = replaced.Draft.Text };
                    break;
            }
        }

        return draft.Text;
    }

    /// <summary>Where another version has just taken over, that one is asked: no message goes unchecked because of an upgrade.</summary>
    private async Task<Verdict> Ask(Interceptor interceptor, MessageDraft draft, CancellationToken cancellation)
    {
        for (var one = interceptor; one is not null; one = Successor(one))
        {
            if (await one.Ask(draft, cancellation) is { } verdict)
            {
                return verdict;
            }
        }

        return Verdict.Pass;
    }

    private Interceptor? Successor(Interceptor one)
    {
        var now = interceptors.InOrder;
        return now.Contains(one) ? null : now.FirstOrDefault(other => (other.PluginId, other.Name) == (one.PluginId, one.Name));
    }

    /// <summary>The caller's role and the message's files, if it is a message of theirs in a chat that is theirs.</summary>
    private async Task<(Role Role, Guid[] Files)?> Own(Caller caller, Guid chatId, Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            select m.role, x.file_ids
            from core.memberships m
            join core.messages x on x.chat_id = m.chat_id and x.id = $4 and x.sender_id = m.user_id and not x.is_deleted
            where m.chat_id = $1 and m.user_id = $2 and m.organization_id = $3
            """);
        command.Parameters.Add(new() { Value = chatId });
        command.Parameters.Add(new() { Value = caller.UserId });
        command.Parameters.Add(new() { Value = caller.OrganizationId });
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (UpperSnake.Read<Role>(reader.GetString(0)), reader.GetFieldValue<Guid[]>(1))
            : null;
    }

    private static JsonElement Details(string pluginId, Verdict.Rejected rejected) => AnswerJson.Element(json =>
    {
        json.WriteStartObject();
        json.WriteString("code", rejected.Code);
        json.WriteString("plugin", pluginId);
        foreach (var detail in rejected.Details is { ValueKind: JsonValueKind.Object } details ? details.EnumerateObject() : default)
        {
            if (detail.Name is not ("code" or "plugin"))
            {
                detail.WriteTo(json);
            }
        }

        json.WriteEndObject();
    });
}
