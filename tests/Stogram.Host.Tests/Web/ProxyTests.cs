using Stogram.Host.Startup;
using Stogram.Host.Tests.Startup;
using Stogram.Host.Web;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Web;

public sealed class ProxyTests
{
    /// <summary>Lesson 16: the rate limiter trusted X-Forwarded-For.</summary>
    [Theory]
    [InlineData("", "127.0.0.1")]
    [InlineData("10.1.2.3", "127.0.0.1")]
    [InlineData("127.0.0.1,::1", "203.0.113.7")]
    [InlineData("127.0.0.0/8,::1/128,10.0.0.0/8", "198.51.100.9")]
    public async Task Lesson_16_who_asks_is_told_by_trusted_proxies_alone(string trusted, string expected)
    {
        using var home = new HostHome();
        await using var host = await HostProcess.Start(
            home, environment: new() { ["Stogram__TrustedProxies"] = trusted });
        using var http = new HttpClient { BaseAddress = new Uri(home.Url) };
        var signedUp = await http.Call(HttpMethod.Post, "/api/auth/register", new
        {
            email = "ada@example.org",
            username = "ada",
            password = TestPerson.Password,
        });
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string?)signedUp.Data["accessToken"]);
        var harbour = await http.Call(HttpMethod.Post, "/api/operator/organizations", new { slug = "harbour", name = "Harbour" });
        await http.Call(HttpMethod.Patch, $"/api/operator/organizations/{harbour.Data["id"]}", new { hosts = new[] { "harbour.example.org" } });
        http.DefaultRequestHeaders.Add("X-Forwarded-For", expected.StartsWith("198") ? "6.6.6.6, 198.51.100.9, 10.7.7.7" : "203.0.113.7");
        await http.Call(HttpMethod.Post, "/api/auth/login", new { login = "ada", password = TestPerson.Password, organization = "main" });

        var latest = (await http.Call(HttpMethod.Get, "/api/auth/sessions")).Data[0]!;
        http.DefaultRequestHeaders.Add("X-Forwarded-Host", "harbour.example.org");
        var policy = (await http.Call(HttpMethod.Get, "/api/auth/policy")).Data;

        Assert.Equal(expected, ((string)latest["ip"]!).Replace("::ffff:", "").Replace("::1", "127.0.0.1"));
        Assert.Equal(expected == "127.0.0.1" ? null : "harbour", (string?)policy["organization"]?["slug"]);
    }

    [Fact]
    public void What_is_no_address_is_refused_at_start()
    {
        var error = Assert.Throws<StartupError>(() => Proxies.Read(["proxy.local"]));

        Assert.Contains("Stogram__TrustedProxies", error.Message);
    }
}
