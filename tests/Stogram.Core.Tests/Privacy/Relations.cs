using System.Text.Json.Nodes;

namespace Stogram.Core.Tests.Privacy;

/// <summary>How who looks stands to who is looked at.</summary>
public enum Relation
{
    Stranger,
    SharesAChat,
    IsBlocked,
    HasBlocked,
}

internal static class Relations
{
    public static readonly string[] Settings = ["EVERYBODY", "CONTACTS", "NOBODY"];

    /// <summary>Every setting × every relation.</summary>
    public static TheoryData<string, Relation> Table
    {
        get
        {
            var table = new TheoryData<string, Relation>();
            foreach (var setting in Settings)
            {
                foreach (var relation in Enum.GetValues<Relation>())
                {
                    table.Add(setting, relation);
                }
            }

            return table;
        }
    }

    public static bool Allows(string setting, Relation relation) => relation switch
    {
        Relation.Stranger => setting == "EVERYBODY",
        Relation.SharesAChat => setting != "NOBODY",
        _ => false,
    };

    /// <summary>The group that the two share, if they do.</summary>
    public static async Task<Guid?> Bring(this TestPerson looker, Relation relation, TestPerson owner)
    {
        Guid? chatId = relation == Relation.Stranger ? null : await owner.Group("Atrium", looker);
        if (relation is Relation.IsBlocked or Relation.HasBlocked)
        {
            var (who, whom) = relation == Relation.IsBlocked ? (owner, looker) : (looker, owner);
            Assert.True((await who.Block(whom)).IsSuccess);
        }

        return chatId;
    }

    public static Task<Answer> Block(this TestPerson person, TestPerson other) =>
        person.Http.Call(HttpMethod.Put, $"/api/blocks/{other.Id}");

    public static Task<Answer> Unblock(this TestPerson person, TestPerson other) => person.Delete($"/api/blocks/{other.Id}");

    public static Task<Answer> Sets(this TestPerson person, object privacy) => person.Patch("/api/users/me/privacy", privacy);

    /// <summary>The owner as each door that shows people shows them to who looks.</summary>
    public static async Task<List<JsonNode>> Views(this TestPerson looker, TestPerson owner, Guid? chatId)
    {
        var name = (string)(await owner.Get("/api/auth/me")).Data["username"]!;
        var views = new List<JsonNode> { (await looker.Get($"/api/users/{owner.Id}")).Data };
        views.Add((await looker.Get($"/api/users/search?q={name}")).Data.AsArray().Single(user => (Guid)user!["id"]! == owner.Id)!);
        views.Add((await looker.Everybody()).Single(user => (Guid)user["id"]! == owner.Id));
        if (chatId is not null)
        {
            var members = (await looker.Get($"/api/chats/{chatId}/members")).Data.AsArray();
            var synced = (await looker.Sync()).Data["chats"]!.AsArray().Single(chat => (Guid)chat!["chat"]!["id"]! == chatId)!;
            views.AddRange(members.Concat(synced["members"]!.AsArray())
                .Where(member => (Guid)member!["userId"]! == owner.Id).Select(member => member!["user"]!));
        }

        return views;
    }

    private static async Task<List<JsonNode>> Everybody(this TestPerson looker)
    {
        var all = new List<JsonNode>();
        for (var path = "/api/users?limit=100"; path is not null;)
        {
            var page = (await looker.Get(path)).Envelope;
            all.AddRange(page["data"]!.AsArray()!);
            path = page["page"]!["next"] is { } next ? $"/api/users?limit=100&cursor={next}" : null;
        }

        return all;
    }

    /// <summary>Comes by and goes, so that there is something to hide.</summary>
    public static async Task ComesBy(this TestPerson person)
    {
        await using var socket = await person.Connect();
        await socket.Dispatch("user:status-change", new { status = "AWAY" });
    }

    /// <summary>What came until an event of a name, in order.</summary>
    public static async Task<List<HubEvent>> Until(this HubClient hub, string name)
    {
        var heard = new List<HubEvent>();
        for (var i = 0; i < 1000 && heard.All(e => e.Name != name); i++)
        {
            heard.AddRange(hub.Drain());
            await Task.Delay(10);
        }

        Assert.Contains(heard, e => e.Name == name);
        return heard;
    }
}
