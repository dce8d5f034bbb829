using System.Text.Json;
using Stogram.Core.Shared;
using Stogram.Plugins;
using Role = Stogram.Plugins.ChatRole;

namespace Stogram.Core.Messages;

/// <summary>
/// Lets plugins change or refuse a message before it is stored. Not one that is stored already, nor one by somebody
/// who is not in the chat: the store answers those.
/// </summary>
internal sealed class InterceptMessage(Interceptors interceptors, FindSenders senders) : IVerb
{
    public async Task<Outcome<NewMessage>> Run(NewMessage message, CancellationToken cancellation)
    {
        if (interceptors.InOrder.Count == 0)
        {
            return message;
        }

        var asked = interceptors.InOrder.Where(one => one.IsOn(message.OrganizationId)).ToArray();
        if (asked.Length == 0 || await senders.Role(message).WaitAsync(cancellation) is not { } role)
        {
            return message;
        }

        var draft = Draft(message, role);
        foreach (var interceptor in asked)
        {
            switch (await interceptor.Ask(draft, cancellation))
            {
                case Verdict.Rejected rejected:
                    return new Refusal(ErrorCode.Rejected, rejected.Message, Details(interceptor.PluginId, rejected));
                case Verdict.Replaced replaced:
                    draft = draft with { Text = replaced.Draft.Text };
                    break;
            }
        }

        return message with { Content = draft.Text };
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
    };

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
