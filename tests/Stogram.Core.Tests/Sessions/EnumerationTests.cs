using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Sessions;

namespace Stogram.Core.Tests.Sessions;

/// <summary>
/// Nobody learns from an answer who or what is there. How long answers take is not measured here: what is counted is
/// the password hash, which is nearly all of that time.
/// </summary>
public sealed class EnumerationTests : IClassFixture<ServerFixture>, IDisposable
{
    private readonly ServerFixture fixture;

    private readonly MeterListener listener = new();

    private long hashes;

    public EnumerationTests(ServerFixture fixture)
    {
        this.fixture = fixture;
        var ours = fixture.Server.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == PasswordHashes.Counter && instrument.Meter.Scope == ours)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref hashes, count));
        listener.Start();
    }

    [Fact]
    public async Task A_login_is_answered_alike_and_costs_one_hash_whoever_is_named()
    {
        using var gone = await fixture.Somebody("gone");
        var name = (string)(await gone.Get("/api/auth/me")).Data["username"]!;
        await fixture.Ada.Patch($"/api/admin/people/{gone.Id}", new { active = false });
        // The first one makes the hash that nobody's password is compared with.
        await LogIn("nobody_at_all");

        var known = await Counted(() => LogIn("ada"));
        var unknown = await Counted(() => LogIn("nobody_here"));
        var deactivated = await Counted(() => LogIn(name));
        var elsewhere = await Counted(() => LogIn("ada", organization: "no-such-place"));

        Assert.All([known, unknown, deactivated, elsewhere], tried => Assert.Equal((known.Text, 1), tried));
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_out_somebody_and_nobody_alike()
    {
        using var bo = await fixture.Somebody();
        var name = (string)(await bo.Get("/api/auth/me")).Data["username"]!;

        var somebody = await Tries(name);
        var nobody = await Tries("nobody_in_particular");

        Assert.Equal([401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 429, 429], somebody);
        Assert.Equal(somebody, nobody);
    }

    [Fact]
    public async Task Guesses_that_come_at_once_are_all_counted()
    {
        using var bo = await fixture.Somebody();
        var name = (string)(await bo.Get("/api/auth/me")).Data["username"]!;

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => LogIn(name)));

        Assert.Equal("RATE_LIMITED", (await LogIn(name, TestPerson.Password)).Code);
    }

    [Fact]
    public async Task Asking_for_a_new_password_is_answered_alike_and_hashes_nothing()
    {
        var known = await Counted(() => Post("/api/auth/password/forgot", new { login = "ada" }));
        var unknown = await Counted(() => Post("/api/auth/password/forgot", new { login = "nobody_here" }));

        Assert.Equal(known, unknown);
    }

    [Fact]
    public async Task Who_may_not_sign_up_does_not_learn_which_addresses_are_taken()
    {
        await fixture.Ada.Patch("/api/admin/organization", new { signUp = "INVITE" });
        var taken = await Counted(() => SignUp("ada@example.org", "new_name"));
        var free = await Counted(() => SignUp("free@example.org", "new_name"));
        var takenByInvite = await Counted(() => SignUp("ada@example.org", "new_name", "no-such-invite"));
        var freeByInvite = await Counted(() => SignUp("free@example.org", "new_name", "no-such-invite"));
        await fixture.Ada.Patch("/api/admin/organization", new { signUp = "OPEN" });

        Assert.Equal(taken, free);
        Assert.Equal(takenByInvite, freeByInvite);
    }

    [Fact]
    public async Task Where_everybody_may_sign_up_a_taken_address_costs_the_same()
    {
        var free = await Counted(() => SignUp("somebody_new@example.org", "somebody_new"));
        var taken = await Counted(() => SignUp("somebody_new@example.org", "somebody_newer"));

        Assert.Equal(free.Hashes, taken.Hashes);
    }

    public void Dispose() => listener.Dispose();

    private async Task<(string Text, long Hashes)> Counted(Func<Task<Answer>> call)
    {
        var before = Interlocked.Read(ref hashes);
        var answer = await call();
        return (answer.Envelope.ToJsonString(), Interlocked.Read(ref hashes) - before);
    }

    private async Task<List<int>> Tries(string login)
    {
        var statuses = new List<int>();
        for (var i = 0; i < 12; i++)
        {
            statuses.Add((await LogIn(login)).Status);
        }

        return statuses;
    }

    private Task<Answer> LogIn(string login, string password = "a wrong password", string? organization = null) =>
        Post("/api/auth/login", new { login, password, organization });

    private Task<Answer> SignUp(string email, string username, string? invite = null) =>
        Post("/api/auth/register", new { email, username, password = TestPerson.Password, invite });

    private async Task<Answer> Post(string path, object body)
    {
        using var http = fixture.Server.Anonymous();
        return await http.Call(HttpMethod.Post, path, body);
    }
}
