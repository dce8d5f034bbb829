using System.Globalization;

namespace Stogram.Core.Tests.Limits;

/// <summary>On a server where everything may be done a fifth as often.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private const double Factor = 0.2;

    private TestServer server = null!;

    private TestPerson ada = null!;

    [Theory]
    [InlineData("ada")]
    [InlineData("nobody_here")]
    public async Task Guessing_at_one_account_is_refused_wherever_it_comes_from_and_whether_it_is_there_or_not(string login)
    {
        await using var behindProxy = await TestServer.Start(limits: Factor, proxies: "127.0.0.1");
        using var owner = await behindProxy.SignUp("ada");

        var answers = await Guess(behindProxy, 6, _ => login);

        Assert.Equal([401, 401, 429, 429, 429, 429], answers.Select(answer => answer.Status));
    }

    /// <summary>Lesson 16: the rate limiter trusted X-Forwarded-For.</summary>
    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("127.0.0.1", false)]
    public async Task Lesson_16_a_made_up_address_starts_no_count_of_its_own(string proxy, bool isRefused)
    {
        await using var behindProxy = await TestServer.Start(limits: Factor, proxies: proxy);

        var answers = await Guess(behindProxy, 9, i => $"nobody_{i}");

        Assert.Equal(isRefused, answers.Any(answer => answer.Code == "RATE_LIMITED"));
    }

    [Fact]
    public async Task A_refusal_says_in_how_many_seconds_to_come_back()
    {
        using var http = server.Anonymous();
        HttpResponseMessage response;
        do
        {
            response = await http.PostAsync("/api/auth/password/forgot", Json("""{"login":"mira"}"""));
        }
        while (response.IsSuccessStatusCode);

        var answer = await response.ToAnswer();
        var seconds = (int)answer.Details!["retryAfter"]!;

        Assert.Equal((429, "RATE_LIMITED"), (answer.Status, answer.Code));
        Assert.InRange(seconds, 1, 300);
        Assert.Equal(seconds.ToString(CultureInfo.InvariantCulture), response.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task Messages_by_the_hub_and_by_rest_are_one_count_and_other_people_and_commands_have_their_own()
    {
        using var bo = await server.SignUp("bo");
        var atrium = await ada.Group("atrium", bo);
        await using var adas = await ada.Connect();
        await using var bos = await bo.Connect();

        var refused = await UntilRefused(() => adas.Send(atrium, "Again"), most: 60);
        var byRest = await ada.Send(atrium, "And again");
        var typing = await adas.Dispatch("typing:start", new { chatId = atrium });
        var others = await bos.Send(atrium, "Slowly");

        Assert.InRange((int)refused.Details!["retryAfter"]!, 1, 60);
        Assert.Equal(429, byRest.Status);
        Assert.True(typing.IsSuccess);
        Assert.True(others.IsSuccess);
    }

    [Fact]
    public async Task Typing_and_other_commands_are_counted_each_for_itself()
    {
        var atrium = await ada.Group("atrium");
        await using var adas = await ada.Connect();

        await UntilRefused(() => adas.Dispatch("typing:stop", new { chatId = atrium }), most: 60);
        await UntilRefused(() => adas.Dispatch("no:such", new { }), most: 400);
        var sent = await adas.Send(atrium, "Still heard");

        Assert.True(sent.IsSuccess);
    }

    [Fact]
    public async Task A_route_without_words_of_its_own_is_counted_by_account()
    {
        using var bo = await server.SignUp("bo");

        await UntilRefused(() => ada.Get("/api/auth/me"), most: 600);

        Assert.True((await bo.Get("/api/auth/me")).IsSuccess);
    }

    public async Task InitializeAsync()
    {
        server = await TestServer.Start(limits: Factor);
        ada = await server.SignUp("ada");
    }

    public async Task DisposeAsync()
    {
        ada.Dispose();
        await server.DisposeAsync();
    }

    private static StringContent Json(string text) => new(text, null, "application/json");

    private static async Task<Answer> UntilRefused(Func<Task<Answer>> call, int most)
    {
        for (var i = 0; i < most; i++)
        {
            var answer = await call();
            if (answer.Code == "RATE_LIMITED")
            {
                return answer;
            }
        }

        throw new InvalidOperationException($"Not refused in {most} calls.");
    }

    private static async Task<List<Answer>> Guess(TestServer server, int times, Func<int, string> login)
    {
        var answers = new List<Answer>();
        for (var i = 0; i < times; i++)
        {
            using var http = server.Anonymous();
            http.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i + 1}");
            answers.Add(await http.Call(HttpMethod.Post, "/api/auth/login", new { login = login(i), password = "a guess" }));
        }

        return answers;
    }
}
