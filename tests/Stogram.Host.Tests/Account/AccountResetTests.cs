using System.Web;
using Stogram.Host.Tests.Backup;
using Stogram.Host.Tests.Startup;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Account;

/// <summary>The owner has lost the way in: only the machine can help.</summary>
public sealed class AccountResetTests : IDisposable
{
    private const string LockOut = "update core.users set two_factor_enabled = true, lockout_end = now() + interval '1 day' returning 1";

    private readonly HostHome _home = new();

    [Fact]
    public async Task Somebody_is_let_in_again_while_the_server_runs_and_while_it_does_not()
    {
        BackupRun linked;
        await using (await HostProcess.Start(_home))
        {
            using var ada = await Ada.SignUp(_home);
            await _home.Query(LockOut);
            Assert.Equal("RATE_LIMITED", (await LogIn(TestPerson.Password)).Code);

            linked = await Reset("Ada@Example.org", "--public-url", "https://chat.example.org");
            var code = HttpUtility.ParseQueryString(new Uri(linked.Output[^1].Split(' ')[^1]).Query)["reset"];
            var reset = await Call("/api/auth/password/reset", new { code, password = "a new long password" });

            Assert.True(reset.IsSuccess);
            Assert.Equal("TWO_FACTOR_REQUIRED", (await LogIn("a new long password")).Code);
        }

        var set = await Reset("ada", "--password", "--second-factor");
        var password = set.Output[^1].Split(' ')[4];
        await using var again = await HostProcess.Start(_home);

        linked.Succeeded();
        Assert.StartsWith("ada (@ada, ada@example.org), owner of Stogram: may try again at once.", linked.Output[^2]);
        Assert.Contains("within a day: https://chat.example.org/?reset=", linked.Output[^1]);
        set.Succeeded();
        Assert.True((await LogIn(password)).IsSuccess);
        Assert.Equal("UNAUTHORIZED", (await LogIn("a new long password")).Code);
        Assert.Equal(2L, await _home.Query("select count(*) from core.audit_log where action = 'account.recovered' and actor_id is null"));
        Assert.Equal(1L, await _home.Query("select count(*) from core.sessions where revoked_at is null"));
    }

    [Fact]
    public async Task What_cannot_be_reset_is_said_in_one_line()
    {
        (await Reset("ada")).Failed($"There is no database in {_home.Data}");
        await using var host = await HostProcess.Start(_home);
        using var ada = await Ada.SignUp(_home);

        (await Reset("bo")).Failed("There is nobody called 'bo' in Stogram.");
        (await Reset("ada", "--organization", "nowhere")).Failed("There is no organization 'nowhere'.");
        await _home.Query("insert into core.organizations (id, slug, name, created_at) values (gen_random_uuid(), 'quay', 'Quay', now()) returning 1");
        (await Reset("ada")).Failed("Name the organization with --organization: ");
        (await Reset("ada", "--organization", "main")).Succeeded();
        (await BackupRun.Run(_home, null, "account")).Failed("");
    }

    public void Dispose() => _home.Dispose();

    private Task<BackupRun> Reset(string login, params string[] options) =>
        BackupRun.Run(_home, null, ["account", "reset", login, "--data", _home.Data, .. options]);

    private Task<Answer> LogIn(string password) => Call("/api/auth/login", new { login = "ada", password });

    private async Task<Answer> Call(string path, object body)
    {
        using var http = new HttpClient { BaseAddress = new Uri(_home.Url) };
        return await http.Call(HttpMethod.Post, path, body);
    }
}
