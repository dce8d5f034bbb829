using Stogram.Core.Tests.Files;

namespace Stogram.Core.Tests.Access;

/// <summary>Ada owns everything that is asked for; the others stand in every relation to it that there is.</summary>
public sealed class AccessScene : IAsyncLifetime
{
    /// <summary>In the order of the letters in the tables.</summary>
    public static readonly string[] Who = ["anonymous", "revoked", "foreign", "stranger", "removed", "guest", "member", "admin"];

    private readonly Dictionary<string, TestPerson> people = [];

    private int count;

    private Guid folderId;

    public TestServer Server { get; private set; } = null!;

    private TestPerson Ada { get; set; } = null!;

    public TestPerson Person(string who) => people[who];

    public HttpClient Http(string who) => who == "anonymous" ? Server.Anonymous() : people[who].Http;

    /// <summary>Puts in place of {names} what they stand for, made anew where it is used up.</summary>
    public async Task<string> Fill(string template)
    {
        var text = template.Replace("{ada}", $"{Ada.Id}").Replace("{colleague}", $"{people["stranger"].Id}")
            .Replace("{folder}", $"{folderId}").Replace("{new}", $"{Guid.CreateVersion7()}").Replace("{n}", $"{Interlocked.Increment(ref count)}");
        if (text.Contains("{chat}") || text.Contains("{message}") || text.Contains("{scheduled}") || text.Contains("{file}"))
        {
            text = await FillChat(text);
        }

        if (text.Contains("{victim}"))
        {
            var victim = await Server.SignUp($"victim{Interlocked.Increment(ref count)}");
            text = text.Replace("{victim}", $"{victim.Id}").Replace("{device}", await Session(victim));
        }

        text = await Fill(text, "{upload}", async () => await Tus.Begin(Ada, 3));
        text = text.Replace("{session}", await Session(Ada));
        return await Fill(text, "{invite}", async () => (Guid)(await Ada.Post("/api/admin/invites")).Data["invite"]!["id"]!);
    }

    public async Task InitializeAsync()
    {
        Server = await TestServer.Start();
        Ada = await Server.SignUp("ada");
        folderId = (Guid)(await Ada.Post("/api/folders", new { name = "Ada's" })).Data["folders"]![0]!["id"]!;
        await Ada.Post("/api/operator/organizations", new { slug = "harbour", name = "Harbour" });
        await Server.SignUp("harbourmaster", "harbour");
        people["foreign"] = await Server.SignUp("foreign", "harbour");
        foreach (var who in Who.Except(["anonymous", "foreign"]))
        {
            people[who] = await Server.SignUp(who);
        }

        await Ada.Patch($"/api/admin/people/{people["guest"].Id}", new { role = "GUEST" });
        await Ada.Patch($"/api/admin/people/{people["admin"].Id}", new { role = "ADMIN" });
        await people["revoked"].Post("/api/auth/logout");
    }

    public Task DisposeAsync() => Server.DisposeAsync().AsTask();

    private static async Task<string> Fill(string text, string name, Func<Task<Guid>> make) =>
        text.Contains(name) ? text.Replace(name, $"{await make()}") : text;

    private static async Task<string> Session(TestPerson person) => (string)(await person.Get("/api/auth/sessions")).Data[0]!["id"]!;

    private async Task<string> FillChat(string text)
    {
        var chatId = await Ada.Group("Atrium", people["member"], people["guest"], people["removed"]);
        await Ada.Delete($"/api/chats/{chatId}/members/{people["removed"].Id}");
        var (id, fileId) = (Guid.CreateVersion7(), await Upload.Picture(Ada));
        await Ada.Post("/api/messages", new { id, chatId, content = "Ours", fileIds = new[] { fileId } });
        var scheduled = Guid.CreateVersion7();
        await Ada.Post(
            "/api/messages", new { id = scheduled, chatId, content = "Later", scheduledAt = DateTimeOffset.UtcNow.AddDays(1) });
        return text.Replace("{scheduled}", $"{scheduled}").Replace("{chat}", $"{chatId}").Replace("{message}", $"{id}").Replace("{file}", $"{fileId}");
    }
}
