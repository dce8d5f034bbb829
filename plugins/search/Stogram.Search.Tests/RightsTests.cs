namespace Stogram.Search.Tests;

public sealed class RightsTests(SearchServer search) : IClassFixture<SearchServer>
{
    private static readonly string[] Vocabulary = ["quorlim", "vastebuk", "dromnify", "zephanor", "kilbuthe"];

    /// <summary>What people find is what they would find by reading everything that the core lets them read.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Everybody_finds_exactly_what_they_may_read(int seed)
    {
        var random = new Random(seed);
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => search.Somebody($"p{seed}{i}")));
        TestPerson Any() => people[random.Next(people.Length)];
        var chats = new List<(Guid Id, TestPerson Owner)>();
        for (var i = 0; i < 6; i++)
        {
            var owner = Any();
            var id = await owner.Group($"Room {seed}{i}", [.. people.Where(person => person != owner && random.Next(3) > 0)]);
            await owner.Patch($"/api/chats/{id}", new { historyVisible = random.Next(2) == 0 });
            chats.Add((id, owner));
        }

        for (var step = 0; step < 220; step++)
        {
            await Do(random, chats[random.Next(chats.Count)], Any(), people);
        }

        await search.Indexed();
        var found = 0;
        foreach (var person in people)
        {
            var readable = await Readable(person);
            foreach (var word in Vocabulary)
            {
                var expected = readable.Where(said => said.Text.Split(' ').Contains(word)).Select(said => said.Id).Order().ToArray();
                foreach (var order in new[] { "newest", "best" })
                {
                    var hits = await person.SearchAll($"\"{word}\"", limit: 7, $"&order={order}");
                    Assert.Equal(expected, hits.Select(hit => (Guid)hit["messageId"]!).Order());
                }

                found += expected.Length;
            }
        }

        Assert.True(found > 100, $"Only {found} in all: this proves nothing.");
    }

    [Fact]
    public async Task Who_is_in_hundreds_of_chats_finds_what_they_may_read_too()
    {
        using var bo = await search.Somebody();
        var rooms = new List<Guid>();
        while (rooms.Count < 205)
        {
            rooms.Add(await search.Ada.Group($"Room {rooms.Count}", bo));
        }

        foreach (var room in rooms.Take(5).Append(await search.Ada.Group("Foreign")))
        {
            await search.Ada.Send(room, "godwit and godwits");
        }

        await search.Indexed();
        await search.Ada.Delete($"/api/chats/{rooms[0]}/members/{bo.Id}");

        foreach (var word in new[] { "godwit", "godw", "odwi", "goddwit", "\"godwit and\"" })
        {
            var hits = await bo.SearchAll(word, limit: 3);
            Assert.Equal(rooms[1..5].Order(), hits.Select(hit => (Guid)hit["chatId"]!).Order());
        }
    }

    [Fact]
    public async Task What_was_taken_away_is_not_found_even_before_the_index_knows()
    {
        using var bo = await search.Somebody();
        var atrium = await search.Ada.Group("Atrium", bo);
        var said = (Guid)(await search.Ada.Send(atrium, "plimsoll")).Data["id"]!;
        Assert.Equal(["plimsoll"], await search.Find(bo, "plimsoll"));

        await search.Ada.Delete($"/api/messages/{said}?for=everyone");
        Assert.Empty((await bo.Search("plimsoll")).Data["messages"]!.AsArray());

        var over = (Guid)(await search.Ada.Send(atrium, "plimsoll for a while")).Data["id"]!;
        Assert.Single(await search.Find(bo, "plimsoll"));
        await search.Sql($"update core.messages set expires_at = now() where id = '{over}'");
        Assert.Empty((await bo.Search("plimsoll")).Data["messages"]!.AsArray());

        await search.Ada.Send(atrium, "plimsoll again");
        Assert.Single(await search.Find(bo, "plimsoll"));
        await search.Ada.Delete($"/api/chats/{atrium}/members/{bo.Id}");
        Assert.Empty((await bo.Search("plimsoll")).Data["messages"]!.AsArray());
    }

    [Fact]
    public async Task A_foreign_chat_and_an_unknown_one_look_alike_and_so_do_their_days()
    {
        using var bo = await search.Somebody();
        using var stranger = await search.Somebody("stranger");
        using var nobody = search.Server.Anonymous();
        var atrium = await search.Ada.Group("Vault", bo);
        await search.Ada.Send(atrium, "the combination");
        await search.Indexed();

        Assert.Single((await bo.Search("combination", $"&in={atrium}")).Data["messages"]!.AsArray());
        foreach (var asked in new[] { $"in:{atrium}", $"in:{Guid.NewGuid()}", "in:Vault" })
        {
            Assert.Equal((404, "NOT_FOUND"), ((await stranger.Search($"combination {asked}")).Status, (await stranger.Search(asked)).Code));
        }

        Assert.Equal("NOT_FOUND", (await stranger.Search("combination", $"&in={atrium}")).Code);
        Assert.Equal("NOT_FOUND", (await stranger.Get($"/api/search/day/{atrium}?on=2026-01-01")).Code);
        Assert.True((await bo.Get($"/api/search/day/{atrium}?on=2026-01-01")).Data["seq"]!.GetValue<long>() > 0);
        Assert.Equal("UNAUTHORIZED", (await nobody.Call(HttpMethod.Get, "/api/search?q=combination")).Code);
        Assert.Equal("FORBIDDEN", (await bo.Get("/api/search/index")).Code);
        Assert.Equal("FORBIDDEN", (await bo.Post("/api/search/index/rebuild")).Code);
    }

    [Fact]
    public async Task Another_organization_finds_nothing_of_this_one()
    {
        await search.Ada.Post("/api/operator/organizations", new { slug = "harbour", name = "Harbour" });
        using var eve = await search.Somebody("eve", "harbour");
        var atrium = await search.Ada.Group("Mainsail", await search.Somebody());
        await search.Ada.Send(atrium, "mainsail ahoy");
        await search.Indexed();

        Assert.Equal("PLUGIN_DISABLED", (await eve.Search("mainsail")).Code);
        await search.Switch(true, eve);
        var found = (await eve.Search("mainsail")).Data;

        Assert.Empty(found["messages"]!.AsArray());
        Assert.Empty(found["chats"]!.AsArray());
        Assert.Equal("NOT_FOUND", (await eve.Search("mainsail", $"&in={atrium}")).Code);
        Assert.Empty((await eve.Search("ada")).Data["people"]!.AsArray());
    }

    private static async Task Do(Random random, (Guid Id, TestPerson Owner) chat, TestPerson person, TestPerson[] people)
    {
        var text = string.Join(' ', Enumerable.Range(0, 3).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
        switch (random.Next(12))
        {
            case 0:
                await chat.Owner.Post($"/api/chats/{chat.Id}/members", new { userIds = new[] { people[random.Next(people.Length)].Id } });
                break;
            case 1 when person != chat.Owner:
                await person.Delete($"/api/chats/{chat.Id}/members/{person.Id}");
                break;
            case 2:
                await person.Http.Call(HttpMethod.Put, $"/api/blocks/{people[random.Next(people.Length)].Id}");
                break;
            case 3 or 4 or 5:
                var mine = (await Read(person, chat.Id)).OrderBy(_ => random.Next()).FirstOrDefault();
                if (mine.Id != Guid.Empty)
                {
                    await (random.Next(3) switch
                    {
                        0 => person.Delete($"/api/messages/{mine.Id}?for=everyone"),
                        1 => person.Delete($"/api/messages/{mine.Id}?for=me"),
                        _ => person.Patch($"/api/messages/{mine.Id}", new { content = text }),
                    });
                }

                break;
            default:
                await person.Send(chat.Id, text);
                break;
        }
    }

    private static async Task<List<(Guid Id, string Text)>> Readable(TestPerson person)
    {
        var all = new List<(Guid, string)>();
        foreach (var chat in (await person.Get("/api/chats?limit=100")).Data.AsArray())
        {
            all.AddRange(await Read(person, (Guid)chat!["chat"]!["id"]!));
        }

        return all;
    }

    private static async Task<List<(Guid Id, string Text)>> Read(TestPerson person, Guid chatId)
    {
        var all = new List<(Guid, string)>();
        var before = long.MaxValue;
        while (true)
        {
            var page = await person.Get($"/api/messages/chat/{chatId}?limit=100&before={before}");
            if (!page.IsSuccess || page.Data.AsArray().Count == 0)
            {
                return all;
            }

            foreach (var message in page.Data.AsArray().Where(message => !(bool)message!["isDeleted"]!))
            {
                all.Add(((Guid)message!["id"]!, (string?)message["content"] ?? ""));
            }

            before = (long)page.Data.AsArray()[^1]!["seq"]!;
        }
    }
}
