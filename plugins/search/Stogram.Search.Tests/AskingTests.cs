using System.Globalization;

namespace Stogram.Search.Tests;

public sealed class AskingTests(SearchServer search) : IClassFixture<SearchServer>
{
    [Theory]
    [InlineData("quarterly", "The quarterly report is late")]
    [InlineData("REPORTS", "The quarterly report is late")]
    [InlineData("отчёты", "Отчет за квартал")]
    [InlineData("quart", "The quarterly report is late")]
    [InlineData("отче", "Отчет за квартал")]
    [InlineData("lunch quart", "A quarterly lunch")]
    [InlineData("cafe", "Café Müller at noon")]
    [InlineData("muller", "Café Müller at noon")]
    [InlineData("京大", "我在北京大学工作")]
    [InlineData("北京大学", "我在北京大学工作")]
    [InlineData("学", "我在北京大学工作")]
    [InlineData("workbench", "myworkbenchmark.xlsx")]
    [InlineData("restuarant", "Which restaurant shall we take?")]
    [InlineData("ресторна", "Какой ресторан выберем?")]
    [InlineData("\"is late\"", "The quarterly report is late")]
    [InlineData("-report quarterly", "A quarterly lunch")]
    [InlineData("#launch", "We are #Launch ready")]
    [InlineData("C++", "I like C++ most")]
    public async Task It_is_found(string query, string said)
    {
        var atrium = await search.Ada.Group($"Words {Guid.NewGuid()}");
        foreach (var text in new[]
        {
            "The quarterly report is late", "A quarterly lunch", "Отчет за квартал", "Café Müller at noon", "我在北京大学工作", "myworkbenchmark.xlsx",
            "Which restaurant shall we take?", "Какой ресторан выберем?", "We are #Launch ready", "I like C++ most", "Late is this not",
        })
        {
            await search.Ada.Send(atrium, text);
        }

        Assert.Contains(said, (await search.Find(search.Ada, query, $"&in={atrium}")));
    }

    [Theory]
    [InlineData("\"report quarterly\"")]
    [InlineData("\"late the\"")]
    [InlineData("\"reports\"")]
    [InlineData("大京")]
    [InlineData("report -late")]
    [InlineData("a%b")]
    [InlineData("a_b")]
    [InlineData("l.te")]
    public async Task It_is_not_found(string query)
    {
        var atrium = await search.Ada.Group($"Words {Guid.NewGuid()}");
        await search.Ada.Send(atrium, "The quarterly report is late");
        await search.Ada.Send(atrium, "我在北京大学工作");
        await search.Ada.Send(atrium, "axb in 1000 lines");

        Assert.Empty(await search.Find(search.Ada, query, $"&in={atrium}"));
    }

    [Fact]
    public async Task Operators_narrow_it_down()
    {
        using var bo = await search.Somebody();
        var me = (await bo.Get("/api/auth/me")).Data;
        var atrium = await search.Ada.Group("Operators", bo);
        var first = (Guid)(await search.Ada.Send(atrium, "apple one")).Data["id"]!;
        await bo.Send(atrium, "apple two https://example.org/x");
        await search.Ada.Post("/api/messages", new { id = Guid.CreateVersion7(), chatId = atrium, content = "apple three", fileIds = new[] { await Upload(search.Ada, "orchard_plan.pdf") } });
        await search.Ada.Post($"/api/chats/{atrium}/pins", new { messageId = first });
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Task<string[]> Find(TestPerson person, string query) => search.Find(person, query, $"&in={atrium}&order=newest");

        Assert.Equal(["apple three", "apple two https://example.org/x", "apple one"], (await Find(bo, "apple")));
        Assert.Equal(["apple two https://example.org/x"], await Find(search.Ada, $"apple from:{me["username"]}"));
        Assert.Equal(["apple two https://example.org/x"], await Find(search.Ada, $"from:\"{me["displayName"]}\""));
        Assert.Equal(["apple two https://example.org/x"], await Find(bo, "apple is:mine"));
        Assert.Equal(["apple two https://example.org/x"], await Find(bo, "from:me"));
        Assert.Equal(["apple two https://example.org/x"], await Find(bo, "has:link"));
        Assert.Equal(["apple three"], await Find(bo, "has:file"));
        Assert.Equal(["apple three"], await Find(bo, "orchard"));
        Assert.Equal(["apple three"], await Find(bo, "plan.pdf"));
        Assert.Equal(["apple one"], await Find(bo, "is:pinned"));
        Assert.Equal(["apple three", "apple one"], await Find(bo, "apple is:unread"));
        Assert.Equal(3, (await Find(bo, $"apple on:{today}")).Length);
        Assert.Empty(await Find(bo, $"apple after:{today}"));
        Assert.Empty(await Find(bo, $"apple before:{today}"));
        Assert.Equal(3, (await Find(bo, "apple after:2020-01-01")).Length);
        Assert.Equal(3, (await bo.Search("apple in:operators")).Data["messages"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("has:everything")]
    [InlineData("is:good")]
    [InlineData("before:yesterday")]
    [InlineData("on:2026-13-45")]
    [InlineData("-from:ada word")]
    [InlineData("...")]
    public async Task What_cannot_be_asked_is_refused_by_name(string query)
    {
        var refused = await search.Ada.Search(query);

        Assert.Equal("VALIDATION_FAILED", refused.Code);
        Assert.NotNull(refused.Details!["q"]);
    }

    [Theory]
    [InlineData("&cursor=abc", "cursor")]
    [InlineData("&cursor=eyJhc09mIjotMX0", "cursor")]
    [InlineData("&limit=0", "limit")]
    [InlineData("&limit=51", "limit")]
    [InlineData("&order=worst", "order")]
    [InlineData("&zone=Nowhere/At-all", "zone")]
    [InlineData("&zone=../../../dev/zero", "zone")]
    [InlineData("&zone=/dev/zero", "zone")]
    public async Task A_wrong_parameter_is_refused_by_name(string parameter, string field)
    {
        var refused = await search.Ada.Search("word", parameter);

        Assert.Equal("VALIDATION_FAILED", refused.Code);
        Assert.NotNull(refused.Details![field]);
    }

    [Theory]
    [InlineData("'; drop table documents; --")]
    [InlineData("a & b | !c <-> (d")]
    [InlineData("word:* & 'x'")]
    [InlineData("\\ \\' \\\" word\\")]
    [InlineData("\"unclosed quotation")]
    [InlineData("\0zero")]
    [InlineData("%%%___%%% word")]
    [InlineData("‮right to left‬ word")]
    [InlineData("😀 🎉")]
    [InlineData("ⅷ ß ﬁ İ ı")]
    [InlineData("👩‍👩‍👧‍👦family")]
    [InlineData("from: in: has: word")]
    [InlineData("http://x.org:80/a?b=c#d user@example.org 10.0.0.1 a-b-c/d_e")]
    public async Task Hostile_words_are_words(string query)
    {
        Assert.True((await search.Ada.Search(query)).IsSuccess);
    }

    [Fact]
    public async Task Too_much_is_refused()
    {
        Assert.Equal("VALIDATION_FAILED", (await search.Ada.Search(new string('x', 401))).Code);
        Assert.Equal("VALIDATION_FAILED", (await search.Ada.Search(string.Join(' ', Enumerable.Range(0, 17).Select(i => $"w{i}")))).Code);
        Assert.True((await search.Ada.Search(string.Join(' ', Enumerable.Range(0, 16).Select(i => $"word{i}")))).IsSuccess);
    }

    [Fact]
    public async Task It_shows_why_it_was_found()
    {
        var atrium = await search.Ada.Group("Marked");
        await search.Ada.Send(atrium, $"{new string('x', 300)} then came the Zeppelin 🎈 and zeppelins after it {new string('y', 300)}");
        await search.Indexed();

        var hit = (await search.Ada.Search("zeppelin")).Data["messages"]!.AsArray().Single()!;

        var text = (string)hit["text"]!;
        Assert.Equal(["Zeppelin", "zeppelins"], hit["ranges"]!.AsArray().Select(range => text.Substring((int)range!["start"]!, (int)range["length"]!)));
        Assert.InRange(text.Length, 200, 245);
        Assert.Equal("Marked", (string?)hit["chatName"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_while_people_write()
    {
        var atrium = await search.Ada.Group("Pages");
        for (var i = 0; i < 25; i++)
        {
            await search.Ada.Send(atrium, $"cobalt number {i}");
        }

        await search.Indexed();
        foreach (var order in new[] { "best", "newest" })
        {
            var first = (await search.Ada.Search("\"cobalt\"", $"&limit=10&in={atrium}&order={order}")).Data;
            await search.Ada.Send(atrium, $"cobalt, said later, {order}");
            await search.Indexed();
            var rest = new List<long>();
            for (var cursor = (string?)first["cursor"]; cursor is not null;)
            {
                var page = (await search.Ada.Search("\"cobalt\"", $"&limit=10&in={atrium}&order={order}&cursor={cursor}")).Data;
                rest.AddRange(page["messages"]!.AsArray().Select(hit => (long)hit!["seq"]!));
                cursor = (string?)page["cursor"];
            }

            var all = first["messages"]!.AsArray().Select(hit => (long)hit!["seq"]!).Concat(rest).ToArray();
            Assert.Equal(all.Length, all.Distinct().Count());
            Assert.True(all.Length >= 25);
        }
    }

    [Fact]
    public async Task Chats_and_people_are_found_by_their_names()
    {
        using var bo = await search.Somebody("zbigniew");
        var atrium = await search.Ada.Group("Żółta łódź", bo);
        await using var hub = await search.Ada.Connect();

        var chats = (await search.Ada.Search("zolta")).Data["chats"]!.AsArray();
        var people = (await search.Ada.Search("zbign")).Data["people"]!.AsArray();
        var suggested = await hub.Dispatch("search:suggest", new { key = "from", text = "zbig" });
        var wrong = await hub.Dispatch("search:suggest", new { key = "over", text = "zbig" });

        Assert.Equal([atrium], chats.Select(chat => (Guid)chat!["id"]!));
        Assert.Contains(bo.Id, people.Select(person => (Guid)person!["id"]!));
        Assert.Contains(bo.Id, suggested.Data.AsArray().Select(one => (Guid)one!["id"]!));
        Assert.Equal("VALIDATION_FAILED", wrong.Code);
    }

    private static async Task<Guid> Upload(TestPerson person, string name)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent("%PDF-1.4 a plan"u8.ToArray());
        form.Add(file, "file", name);
        using var response = await person.Http.PostAsync("/api/files/upload", form);
        return (Guid)(await response.ToAnswer()).Data["id"]!;
    }
}
