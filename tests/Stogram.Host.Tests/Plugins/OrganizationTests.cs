using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>On for one organization is nothing to another on the same server.</summary>
[Collection(ProbeCollection.Name)]
public sealed class OrganizationTests(ProbeServer place) : PluginScene(place)
{
    [Fact]
    public async Task A_second_organization_sees_nothing_of_it()
    {
        using var cy = await Foreigner();
        var annex = await cy.Group("annex");
        await using var hub = await cy.Connect();

        await _ada.On("probe");
        await cy.Send(annex, "shout quietly");
        await _ada.Send(await _ada.Group("atrium"), "shout loudly");

        Assert.Equal("PLUGIN_DISABLED", (await cy.Get("/api/probe/hello")).Code);
        Assert.Equal("PLUGIN_DISABLED", (await hub.Dispatch("probe:ping", new { text = "a" })).Code);
        Assert.Empty((await cy.Get("/api/plugins")).Data.AsArray());
        Assert.Equal("shout quietly", (await cy.Get($"/api/messages/chat/{annex}")).Data[0]!["content"]!.GetValue<string>());
        await PluginCalls.Until(
            async () => (long)(await _server.Query("select count(*) from plugin_probe.seen where kind = 'MessagePosted'"))! == 1, "the one message was seen");
        Assert.Equal(0L, await _server.Query($"select count(*) from plugin_probe.seen where chat_id = '{annex}'"));
        Assert.DoesNotContain(hub.Drain(), one => one.Name is "plugin:changed" or "probe:seen");
    }

    [Fact]
    public async Task It_is_loaded_while_any_organization_has_it_on_and_told_of_each()
    {
        using var cy = await Foreigner();

        await _ada.On("probe");
        await cy.On("probe");
        await _ada.Switch("probe", false);

        Assert.Equal("RUNNING", (await cy.Plugin("probe"))["state"]!.GetValue<string>());
        Assert.Equal(200, (await cy.Get("/api/probe/hello")).Status);
        Assert.Equal("PLUGIN_DISABLED", (await _ada.Get("/api/probe/hello")).Code);
        await cy.Switch("probe", false);
        await cy.Until("probe", "UNLOADED");
        Assert.Equal("on,on,off,off", await _server.Query("select string_agg(what, ',' order by id) from plugin_probe.switches"));
    }

    [Fact]
    public async Task Only_operators_make_organizations()
    {

        Assert.Equal("FORBIDDEN", (await _bo.Post("/api/operator/organizations", new { slug = "south", name = "South" })).Code);
        Assert.Equal(201, (await _ada.Post("/api/operator/organizations", new { slug = "south", name = "South" })).Status);
        Assert.Equal("CONFLICT", (await _ada.Post("/api/operator/organizations", new { slug = "south", name = "South" })).Code);
        Assert.Equal("VALIDATION_FAILED", (await _ada.Post("/api/operator/organizations", new { slug = "No", name = " " })).Code);
    }

    [Fact]
    public async Task The_first_account_of_a_new_organization_owns_it_and_from_elsewhere_needs_the_code()
    {
        using var elsewhere = _server.Anonymous();
        elsewhere.DefaultRequestHeaders.Host = "chat.example.org";
        var made = (await _ada.Post("/api/operator/organizations", new { slug = "north", name = "South" })).Data;

        var guessed = await SignUp("guessed");
        var owner = await SignUp(made["setup"]!.GetValue<string>());

        Assert.Equal("FORBIDDEN", guessed.Code);
        Assert.Equal("OWNER", (string?)owner.Data["user"]!["role"]);
        Assert.False((bool)owner.Data["user"]!["isOperator"]!);

        Task<Answer> SignUp(string setup) => elsewhere.Call(HttpMethod.Post, "/api/auth/register", new
        {
            email = "cy@example.org",
            username = "cy",
            password = TestPerson.Password,
            organization = "north",
            setup,
        });
    }
}
