namespace Stogram.Core.Tests.Sessions;

public sealed class DeviceTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string NewPassword = "another horse entirely";

    [Fact]
    public async Task All_devices_are_listed_and_the_one_that_asks_is_marked()
    {
        using var bo = await fixture.Somebody();
        using var phone = await bo.OnAnotherDevice();

        var devices = (await phone.Get("/api/auth/sessions")).Data.AsArray();

        Assert.Equal(2, devices.Count);
        Assert.Single(devices, device => (bool)device!["isCurrent"]!);
        Assert.All(devices, device => Assert.NotNull(device!["ip"]));
    }

    /// <summary>Lesson 3: revoked sessions kept their sockets.</summary>
    [Fact]
    public async Task Lesson_3_signing_a_device_out_cuts_its_socket_and_ends_its_tokens()
    {
        using var bo = await fixture.Somebody();
        using var phone = await bo.OnAnotherDevice();
        await using var socket = await phone.Connect();
        var id = await Current(phone);

        var done = await bo.Delete($"/api/auth/sessions/{id}");
        await socket.Next("session:revoked");
        await socket.Closed.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.True(done.IsSuccess);
        Assert.Equal("UNAUTHORIZED", (await phone.Get("/api/auth/me")).Code);
        Assert.True((await bo.Get("/api/auth/me")).IsSuccess);
    }

    [Fact]
    public async Task All_others_go_at_once_and_the_one_that_asks_stays()
    {
        using var bo = await fixture.Somebody();
        using var phone = await bo.OnAnotherDevice();
        using var tablet = await bo.OnAnotherDevice();

        await bo.Delete("/api/auth/sessions");

        Assert.Equal("UNAUTHORIZED", (await phone.Get("/api/auth/me")).Code);
        Assert.Equal("UNAUTHORIZED", (await tablet.Get("/api/auth/me")).Code);
        Assert.True((await bo.Get("/api/auth/me")).IsSuccess);
    }

    [Fact]
    public async Task Nobody_signs_out_a_device_of_somebody_else()
    {
        using var bo = await fixture.Somebody();

        var refused = await bo.Delete($"/api/auth/sessions/{await Current(fixture.Ada)}");

        Assert.Equal("NOT_FOUND", refused.Code);
        Assert.True((await fixture.Ada.Get("/api/auth/me")).IsSuccess);
    }

    [Fact]
    public async Task A_new_password_signs_all_others_out_and_the_old_one_is_good_for_nothing()
    {
        using var bo = await fixture.Somebody();
        using var phone = await bo.OnAnotherDevice();
        var login = (string)(await bo.Get("/api/auth/me")).Data["username"]!;

        var wrong = await bo.Post("/api/auth/password/change", new { currentPassword = "no", newPassword = NewPassword });
        var changed = await bo.Post("/api/auth/password/change", new { currentPassword = TestPerson.Password, newPassword = NewPassword });

        Assert.NotNull(wrong.Details?["currentPassword"]);
        Assert.True(changed.IsSuccess);
        Assert.Equal("UNAUTHORIZED", (await phone.Get("/api/auth/me")).Code);
        Assert.True((await bo.Get("/api/auth/me")).IsSuccess);
        Assert.Equal("UNAUTHORIZED", (await LogIn(login, TestPerson.Password)).Code);
        Assert.True((await LogIn(login, NewPassword)).IsSuccess);
    }

    private static async Task<Guid> Current(TestPerson person) =>
        (await person.Get("/api/auth/sessions")).Data.AsArray()
        .Where(device => (bool)device!["isCurrent"]!).Select(device => (Guid)device!["id"]!).Single();

    private async Task<Answer> LogIn(string login, string password)
    {
        using var http = fixture.Server.Anonymous();
        return await http.Call(HttpMethod.Post, "/api/auth/login", new { login, password });
    }
}
