using System.Security.Cryptography;
using Stogram.Host.Startup;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

public sealed class SignatureTests : IAsyncLifetime
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("stogram-keys-");
    private readonly ECDsa _harbour = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private TestServer _server = null!;
    private TestPerson _ada = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.Start(publishers: new()
        {
            ["Publishers:Harbour"] = Key("harbour.pem", _harbour.ExportSubjectPublicKeyInfoPem()), ["RequireSignature"] = "true",
        });
        _ada = await _server.SignUp("ada");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _keys.Delete(recursive: true);
        _harbour.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task A_package_that_a_trusted_publisher_signed_is_taken_and_says_by_whom()
    {
        var zip = TestPackages.Zip("bystander", "1.0.0");

        var uploaded = await _ada.Upload(zip, Sign(_harbour, zip));

        Assert.True(uploaded.IsSuccess, uploaded.Envelope.ToJsonString());
        Assert.Equal("Harbour", (string?)uploaded.Data["packages"]![0]!["signedBy"]);
        Assert.Equal(200, (await _ada.Install("bystander", "1.0.0")).Status);
        Assert.Equal("Harbour", (string?)(await _ada.ServerPlugin("bystander"))!["packages"]![0]!["signedBy"]);
    }

    [Fact]
    public async Task One_that_was_changed_or_signed_by_a_stranger_or_by_nobody_is_refused_and_not_kept()
    {
        var (zip, other) = (TestPackages.Zip("greeter", "1.0.0"), TestPackages.Zip("greeter", "2.0.0"));

        await Refused(zip, Sign(_harbour, other), "does not fit");
        await Refused(zip, Sign(_stranger, zip), "does not fit");
        await Refused(zip, Convert.ToBase64String([1, 2, 3]), "does not fit");
        await Refused(zip, "not base64", "Not a signature");
        await Refused(zip, Convert.ToBase64String(new byte[1000]), "Not a signature");
        await Refused(zip, null, "signed packages alone");

        Assert.Null(await _ada.ServerPlugin("greeter"));
    }

    [Fact]
    public async Task Where_signatures_are_not_demanded_one_may_do_without_and_a_wrong_one_is_refused_all_the_same()
    {
        await using var server = await TestServer.Start(publishers: new() { ["Publishers:Harbour"] = Path.Combine(_keys.FullName, "harbour.pem") });
        using var ada = await server.SignUp("ada");
        var zip = TestPackages.Zip("bystander", "1.0.0");

        Assert.Equal(400, (await ada.Upload(zip, Sign(_stranger, zip))).Status);
        var unsigned = await ada.Upload(zip);
        var signed = await ada.Upload(zip, Sign(_harbour, zip));

        Assert.Null((string?)unsigned.Data["packages"]![0]!["signedBy"]);
        Assert.True((bool)unsigned.Data["packages"]![0]!["isUploaded"]!);
        Assert.Equal("Harbour", (string?)signed.Data["packages"]![0]!["signedBy"]);
    }

    [Fact]
    public async Task Who_signed_it_is_asked_of_those_who_are_trusted_now_and_what_runs_goes_on()
    {
        await Bring("1.0.0");
        await _ada.On("bystander");
        await Upload("1.1.0");
        await Trust("Pier", _stranger);

        var view = (await _ada.ServerPlugin("bystander"))!["packages"]![0]!;
        Assert.Equal((true, null), ((bool)view["isSigned"]!, (string?)view["signedBy"]));
        await _ada.Until("bystander", "RUNNING");
        IsRefused(await _ada.Install("bystander", "1.1.0"), "UNTRUSTED", "Stogram__Plugins__Publishers__<Name>");
        Assert.False((bool)(await _ada.Switch("bystander", false))["enabled"]!);
        IsRefused(await _ada.Put("/api/admin/plugins/bystander", new { enabled = true }), "UNTRUSTED", "bystander 1.0.0");

        await Trust("Harbour again", _harbour);
        Assert.Equal("Harbour again", (string?)(await _ada.ServerPlugin("bystander"))!["packages"]![0]!["signedBy"]);
        Assert.Equal(200, (await _ada.Install("bystander", "1.1.0")).Status);
        await _ada.On("bystander");
    }

    [Fact]
    public async Task What_nobody_signed_is_not_installed_once_signatures_are_demanded()
    {
        await _server.Restart();
        await Again();
        var zip = TestPackages.Zip("bystander", "1.0.0");
        await _ada.Upload(zip);
        await Trust("Harbour", _harbour);

        IsRefused(await _ada.Install("bystander", "1.0.0"), "UNSIGNED", ".zip.sig");

        await _ada.Upload(zip, Sign(_harbour, zip));
        Assert.Equal(200, (await _ada.Install("bystander", "1.0.0")).Status);
    }

    [Fact]
    public async Task A_server_does_not_start_with_a_key_that_is_none_or_with_a_demand_that_nobody_can_meet()
    {
        var wrong = await Assert.ThrowsAsync<StartupError>(() => TestServer.Start(publishers: new() { ["Publishers:Harbour"] = Key("wrong.pem", "hello") }));
        var nobody = await Assert.ThrowsAsync<StartupError>(() => TestServer.Start(publishers: new() { ["RequireSignature"] = "true" }));

        Assert.Contains("Publishers__Harbour", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("nobody is trusted", nobody.Message, StringComparison.Ordinal);
    }

    private async Task Trust(string name, ECDsa key)
    {
        await _server.Restart(publishers: new()
        {
            [$"Publishers:{name}"] = Key($"{name}.pem", key.ExportSubjectPublicKeyInfoPem()), ["RequireSignature"] = "true",
        });
        await Again();
    }

    private async Task Again()
    {
        _ada.Dispose();
        _ada = await _server.SignIn("ada");
    }

    private Task<Answer> Upload(string version)
    {
        var zip = TestPackages.Zip("bystander", version);
        return _ada.Upload(zip, Sign(_harbour, zip));
    }

    private async Task Bring(string version)
    {
        await Upload(version);
        Assert.Equal(200, (await _ada.Install("bystander", version)).Status);
    }

    private static void IsRefused(Answer answer, string reason, string words)
    {
        Assert.Equal(("CONFLICT", reason), (answer.Code, (string?)answer.Details!["reason"]));
        Assert.Contains(words, (string)answer.Envelope["error"]!["message"]!, StringComparison.Ordinal);
    }

    private async Task Refused(byte[] zip, string? signature, string why)
    {
        var answer = await _ada.Upload(zip, signature);
        Assert.Equal(400, answer.Status);
        Assert.Contains(why, answer.Envelope["error"]!["details"]!["signature"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static string Sign(ECDsa key, byte[] zip) =>
        Convert.ToBase64String(key.SignData(zip, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    private string Key(string name, string pem)
    {
        var path = Path.Combine(_keys.FullName, name);
        File.WriteAllText(path, pem);
        return path;
    }
}
