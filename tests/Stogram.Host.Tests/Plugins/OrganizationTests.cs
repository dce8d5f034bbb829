using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>On for one organization is nothing to another on the same server.</summary>
public sealed class OrganizationTests
{
    [Fact]
    public async Task A_second_organization_sees_nothing_of_it()
    {
        using var plugins = PluginFolder.With("probe");
        await using var server = await TestServer.Start(plugins.Path);
        using var ada = await server.SignUp("ada");
        Assert.True((await ada.Post("/api/operator/organizations", new { slug = "south", name = "South" })).IsSuccess);
        using var cy = await server.SignUp("cy", "south");
        var annex = await cy.Group("annex");
        await using var hub = await cy.Connect();

        await ada.On("probe");
        await cy.Send(annex, "shout quietly");
        await ada.Send(await ada.Group("atrium"), "shout loudly");

        Assert.Equal("PLUGIN_DISABLED", (await cy.Get("/api/probe/hello")).Code);
        Assert.Equal("PLUGIN_DISABLED", (await hub.Dispatch("probe:ping", new { text = "a" })).Code);
        Assert.Empty((await cy.Get("/api/plugins")).Data.AsArray());
        Assert.Equal("shout quietly", (await cy.Get($"/api/messages/chat/{annex}")).Data[0]!["content"]!.GetValue<string>());
        await PluginCalls.Until(
            async () => (long)(await server.Query("select count(*) from plugin_probe.seen where kind = 'MessagePosted'"))! == 1, "the one message was seen");
        Assert.Equal(0L, await server.Query($"select count(*) from plugin_probe.seen where chat_id = '{annex}'"));
        Assert.DoesNotContain(hub.Drain(), one => one.Name is "plugin:changed" or "probe:seen");
    }

    [Fact]
    public async Task It_is_loaded_while_any_organization_has_it_on_and_told_of_each()
    {
        using var plugins = PluginFolder.With("probe");
        await using var server = await TestServer.Start(plugins.Path);
        using var ada = await server.SignUp("ada");
        await ada.Post("/api/operator/organizations", new { slug = "south", name = "South" });
        using var cy = await server.SignUp("cy", "south");

        await ada.On("probe");
        await cy.On("probe");
        await ada.Switch("probe", false);

        Assert.Equal("RUNNING", (await cy.Plugin("probe"))["state"]!.GetValue<string>());
        Assert.Equal(200, (await cy.Get("/api/probe/hello")).Status);
        Assert.Equal("PLUGIN_DISABLED", (await ada.Get("/api/probe/hello")).Code);
        await cy.Switch("probe", false);
        await cy.Until("probe", "UNLOADED");
        Assert.Equal("on,on,off,off", await server.Query("select string_agg(what, ',' order by id) from plugin_probe.switches"));
    }

    [Fact]
    public async Task Only_operators_make_organizations()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");

        Assert.Equal("FORBIDDEN", (await bo.Post("/api/operator/organizations", new { slug = "south", name = "South" })).Code);
        Assert.Equal(201, (await ada.Post("/api/operator/organizations", new { slug = "south", name = "South" })).Status);
        Assert.Equal("CONFLICT", (await ada.Post("/api/operator/organizations", new { slug = "south", name = "South" })).Code);
        Assert.Equal("VALIDATION_FAILED", (await ada.Post("/api/operator/organizations", new { slug = "No", name = " " })).Code);
    }

    [Fact]
    public async Task The_first_account_of_a_new_organization_owns_it_and_from_elsewhere_needs_the_code()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        using var elsewhere = server.Anonymous();
        elsewhere.DefaultRequestHeaders.Host = "chat.example.org";
        var made = (await ada.Post("/api/operator/organizations", new { slug = "south", name = "South" })).Data;

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
            organization = "south",
            setup,
        });
    }
}
