using System.Globalization;
using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Convergence;

/// <summary>What only concerns one person, as one of their devices holds it.</summary>
internal sealed class OwnCopy
{
    private readonly Dictionary<Guid, JsonNode> choices = [];

    private readonly Dictionary<Guid, JsonNode> drafts = [];

    private JsonNode? folders;

    /// <summary>In words that are the same however it came; what brought a chat back follows from its messages.</summary>
    public string Of(Guid chatId)
    {
        var chosen = choices.GetValueOrDefault(chatId);
        var names = folders?["folders"]!.AsArray().Select(folder => $"{folder!["name"]}") ?? [];
        return $"{chosen?["pinnedAt"]} {chosen?["notify"]} {chosen?["isMarkedUnread"]}, {drafts.GetValueOrDefault(chatId)?["text"]}, {string.Join(' ', names)}";
    }

    public void Sync(JsonNode answer)
    {
        foreach (var row in answer["chats"]!.AsArray())
        {
            Choose((Guid)row!["chat"]!["id"]!, row["member"]!["choices"]!);
        }

        foreach (var row in answer["me"]!["chats"]!.AsArray())
        {
            Choose((Guid)row!["chatId"]!, row["choices"]!);
        }

        foreach (var draft in answer["me"]!["drafts"]!.AsArray())
        {
            Write(draft!);
        }

        Fold(answer["me"]!["folders"]);
    }

    public void Take(HubEvent e)
    {
        switch (e.Name)
        {
            case "chat:mine":
                Choose((Guid)e.Payload["chatId"]!, e.Payload["choices"]!);
                break;
            case "chat:draft":
                Write(e.Payload);
                break;
            case "folders:changed":
                Fold(e.Payload);
                break;
        }
    }

    private void Choose(Guid chatId, JsonNode chosen)
    {
        if (!choices.TryGetValue(chatId, out var held) || (long)held["rev"]! <= (long)chosen["rev"]!)
        {
            choices[chatId] = chosen;
        }
    }

    private void Write(JsonNode draft)
    {
        var chatId = (Guid)draft["chatId"]!;
        if (!drafts.TryGetValue(chatId, out var held) || At(held) <= At(draft))
        {
            drafts[chatId] = draft;
        }
    }

    private void Fold(JsonNode? all)
    {
        if (all is not null && (folders is null || (long)folders["rev"]! <= (long)all["rev"]!))
        {
            folders = all;
        }
    }

    private static DateTimeOffset At(JsonNode draft) => DateTimeOffset.Parse((string)draft["at"]!, CultureInfo.InvariantCulture);
}
