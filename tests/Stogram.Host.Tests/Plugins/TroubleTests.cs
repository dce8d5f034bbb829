using System.IO.Pipelines;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.State;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Whatever a plugin does, chats go on, and the administrators' page says which and why.</summary>
public sealed class TroubleTests(TroubledServer place) : PluginScene(place), IClassFixture<TroubledServer>
{
    [Theory]
    [InlineData("throw", "TroubleException: thrown on purpose")]
    [InlineData("null", "null instead of a verdict")]
    [InlineData("flood", "cannot be stored (10000000 characters)")]
    [InlineData("hang", "took longer than 1 s")]
    [InlineData("late", "took longer than 1 s")]
    [InlineData("block", "took longer than 1 s")]
    public async Task An_interceptor_that_fails_lets_the_message_through(string trouble, string reason)
    {
        await _ada.On("troubled");
        await Set(trouble, "intercept");

        var sent = await _bo.Send(_atrium, "hello");

        Assert.Equal("hello", sent.Data["content"]!.GetValue<string>());
        Assert.Contains($"Trip: ", await LastFault());
        Assert.Contains(reason, await LastFault());
    }

    [Fact]
    public async Task An_interceptor_that_spins_is_stuck_and_taken_out()
    {
        await _ada.On("troubled");
        await Set("spin", "intercept");

        var sent = await _bo.Send(_atrium, "hello");

        Assert.True(sent.IsSuccess);
        var view = await _ada.Until("troubled", "QUARANTINED");
        Assert.Contains("Trip did not return 2 s after it was cancelled; restart node", view["reason"]!.GetValue<string>());
        Assert.Equal("PLUGIN_DISABLED", (await _bo.Get("/api/troubled/none")).Code);
        Assert.True((await _bo.Send(_atrium, "and on")).IsSuccess);
    }

    [Fact]
    public async Task Many_calls_that_never_return_take_few_of_the_servers_threads()
    {
        await _ada.On("troubled");
        await Set("deaf", "intercept");
        var activation = _server.Services.GetRequiredService<InstalledPlugins>().Find("troubled")!.Activation!;

        var sent = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _bo.Send(_atrium, "hello")));

        Assert.All(sent, one => Assert.True(one.IsSuccess));
        await _ada.Until("troubled", "QUARANTINED");
        Assert.InRange(activation.Costs.Read().Single(cost => cost.Hook == "Trip").Inside, 1, Guard.MostThreads);
    }

    [Fact]
    public async Task Twenty_faults_take_it_out_until_an_administrator_acts()
    {
        await _ada.On("troubled");
        for (var i = 0; i < 20; i++)
        {
            var answer = await _bo.Get("/api/troubled/throw");
            Assert.Contains(answer.Code, new[] { "INTERNAL", "PLUGIN_DISABLED" });
        }

        var view = await _ada.Until("troubled", "QUARANTINED");
        Assert.Contains("20 faults", view["reason"]!.GetValue<string>());
        Assert.Equal("PLUGIN_DISABLED", (await _bo.Get("/api/troubled/none")).Code);

        await _ada.On("troubled");

        Assert.Equal(200, (await _bo.Get("/api/troubled/none")).Status);
    }

    [Fact]
    public async Task A_route_that_it_opens_to_everybody_is_still_for_those_who_are_signed_in_and_have_it_on()
    {
        await _ada.On("troubled");
        using var anyone = _server.Anonymous();

        Assert.Equal(401, (await anyone.Call(HttpMethod.Get, "/api/troubled/open")).Status);
        Assert.Equal(200, (await _bo.Get("/api/troubled/open")).Status);
    }

    [Fact]
    public async Task A_command_that_fails_answers_so_and_holds_up_nothing_else()
    {
        await _ada.On("troubled");
        await using var hub = await _bo.Connect();

        var hanging = hub.Dispatch("troubled:do", new { trouble = "hang" });
        Assert.Equal("INTERNAL", (await hub.Dispatch("troubled:do", new { trouble = "throw" })).Code);
        Assert.True((await hub.Send(_atrium, "meanwhile")).IsSuccess);

        Assert.Equal("INTERNAL", (await hanging).Code);
        Assert.Contains("took longer than 5 s", await LastFault());
    }

    [Fact]
    public async Task An_event_that_fails_three_times_is_put_aside_and_the_next_one_comes()
    {
        await _ada.On("troubled");
        await Set("throw", "handle");

        await _bo.Send(_atrium, "poison");

        await PluginCalls.Until(async () => await Count("core.plugin_dead_letters") == 1, "the event was put aside");
        Assert.Equal(3, (await _ada.Plugin("troubled"))["faults"]!["count"]!.GetValue<int>());
        await Set("none", "none");
        await _bo.Send(_atrium, "harmless");
        await PluginCalls.Until(async () => await ReadAll(), "the next event was read");
        Assert.Equal(1, await Count("core.plugin_dead_letters"));
    }

    [Theory]
    [InlineData("throw", "enable")]
    [InlineData("throw", "disable")]
    [InlineData("hang", "disable")]
    public async Task The_switch_goes_where_it_was_put_whatever_the_plugin_does(string trouble, string at)
    {
        await Set(trouble, at);

        await _ada.On("troubled");
        Assert.Equal(200, (await _bo.Get("/api/troubled/none")).Status);
        await _ada.Switch("troubled", false);

        Assert.Equal("PLUGIN_DISABLED", (await _bo.Get("/api/troubled/none")).Code);
    }

    [Fact]
    public async Task Switched_off_in_the_middle_of_everything_it_lets_everything_come_to_its_end()
    {
        await _ada.On("troubled");
        await Set("patient", "handle");
        await using var hub = await _bo.Connect();
        var activation = _server.Services.GetRequiredService<InstalledPlugins>().Find("troubled")!.Activation!;
        var body = new Pipe();
        await body.Writer.WriteAsync(new byte[32 << 10]);
        using var endless = new StreamContent(body.Reader.AsStream());
        var asked = _bo.Get("/api/troubled/patient");
        var commanded = hub.Dispatch("troubled:do", new { trouble = "patient" });
        var uploaded = _bo.Http.PostAsync("/api/troubled/swallow", endless);
        Assert.True((await _bo.Send(_atrium, "an event")).IsSuccess);
        string[] hooks = ["GET /api/troubled/{trouble}", "troubled:do", "POST /api/troubled/swallow", "MessagePosted"];
        await PluginCalls.Until(
            () => Task.FromResult(hooks.Order().SequenceEqual(activation.Costs.Read().Where(cost => cost.Inside > 0).Select(cost => cost.Hook).Order())),
            "all of them are inside");

        var switching = _ada.Switch("troubled", false);
        await _ada.Until("troubled", "DRAINING");
        Assert.Equal("UNAVAILABLE", (await _bo.Get("/api/troubled/none")).Code);
        Assert.Equal("UNAVAILABLE", (await hub.Dispatch("troubled:do", new { trouble = "none" })).Code);
        await body.Writer.CompleteAsync();

        using var taken = await uploaded;
        Assert.True(taken.IsSuccessStatusCode && (await asked).IsSuccess && (await commanded).IsSuccess, "Somebody was cut off.");
        Assert.False((await switching)["enabled"]!.GetValue<bool>());
        Assert.Equal(0L, await Count("core.plugin_dead_letters"));
        Assert.Equal(0, activation.Faults.Total);
    }

    private async Task Set(string trouble, string at) =>
        Assert.True((await _ada.Put("/api/admin/plugins/troubled/settings", new { trouble, at })).IsSuccess);

    private async Task<string> LastFault() => (await _ada.Plugin("troubled"))["faults"]!["last"]?.GetValue<string>() ?? "";

    private async Task<bool> ReadAll() =>
        (bool)(await _server.Query("select outbox_id >= (select max(id) from core.outbox) from core.plugin_cursors"))!;

    private async Task<long> Count(string table) => (long)(await _server.Query($"select count(*) from {table}"))!;
}
