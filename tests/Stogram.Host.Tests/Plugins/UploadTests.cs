using System.IO.Compression;
using System.Text.Json.Nodes;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>What is uploaded is looked at from all sides before anything of it is kept.</summary>
public sealed class UploadTests(TroubledServer scene) : IClassFixture<TroubledServer>
{
    private const int Link = unchecked((int)0xA1FF0000);

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/outside.txt")]
    [InlineData("web/../../outside.txt")]
    [InlineData("web\\outside.txt")]
    [InlineData("C:/outside.txt")]
    [InlineData("web/con .")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name) =>
        await Refused(TestPackages.Zip("probe", "2.0.0", more: zip => zip.Write(name, "x")), "not a name a package may have in it");

    [Fact]
    public async Task A_link_is_refused() =>
        await Refused(
            TestPackages.Zip("probe", "2.0.0", more: zip => zip.Write("web/link.js", "/etc/passwd").ExternalAttributes = Link), "web/link.js: a link");

    [Fact]
    public async Task The_same_file_twice_is_refused() =>
        await Refused(TestPackages.Zip("probe", "2.0.0", more: zip => zip.Write("WEB/probe.js", "x")), "twice");

    [Theory]
    [InlineData("runtimes/linux-x64/native/libevil.so", "\u007fELF0000", "a Linux binary")]
    [InlineData("evil.dll", "MZ0000", "a Windows binary")]
    public async Task Native_code_is_refused_whatever_it_is_called(string name, string content, string what) =>
        await Refused(TestPackages.Zip("probe", "2.0.0", more: zip => zip.Write(name, content)), $"{name}: {what}");

    [Fact]
    public async Task What_is_packed_too_tightly_is_refused_before_it_fills_the_disk() =>
        await Refused(
            TestPackages.Zip("probe", "2.0.0", more: zip =>
            {
                using var stream = zip.CreateEntry("zeros.bin").Open();
                for (var i = 0; i < 64; i++)
                {
                    stream.Write(new byte[1 << 20]);
                }
            }),
            "zeros.bin: packed too tightly");

    [Fact]
    public async Task What_is_larger_than_any_plugin_is_refused_before_it_comes_and_while_it_comes()
    {
        var announced = await Send(new ByteArrayContent([]) { Headers = { ContentLength = 1L << 30 } }, isChunked: false);
        var came = await Send(new ByteArrayContent(new byte[(32 << 20) + 1]), isChunked: true);

        Assert.Equal("At most 32 MiB.", announced.Details!["package"]!.GetValue<string>());
        Assert.Equal("PAYLOAD_TOO_LARGE", came.Code);
    }

    [Fact]
    public async Task What_fills_the_disk_without_being_packed_too_tightly_is_refused_as_well() =>
        await Refused(
            TestPackages.Zip("probe", "2.0.0", more: zip =>
            {
                // A twentieth of it does not repeat itself, as in honest text.
                var part = new byte[20 << 10];
                using var stream = zip.CreateEntry("words.txt", CompressionLevel.Fastest).Open();
                for (var written = 0; written <= 128 << 20; written += part.Length)
                {
                    Random.Shared.NextBytes(part.AsSpan(0, 1 << 10));
                    stream.Write(part);
                }
            }),
            "larger than 128 MiB when unpacked");

    [Fact]
    public async Task More_files_than_any_plugin_has_are_refused() =>
        await Refused(
            TestPackages.Zip("probe", "2.0.0", more: zip =>
            {
                for (var i = 0; i < 2001; i++)
                {
                    zip.CreateEntry($"web/{i}.js");
                }
            }),
            "more than 2000 files");

    [Fact]
    public async Task The_contract_is_not_brought_along() =>
        await Refused(
            TestPackages.Zip("probe", "2.0.0", more: zip => zip.CreateEntryFromFile(typeof(Stogram.Plugins.IPlugin).Assembly.Location, "Stogram.Plugins.dll")),
            "a package must not bring the contract");

    [Theory]
    [InlineData("id", "../probe", "id: Must match")]
    [InlineData("id", "chats", "id: chats belongs to Stogram itself.")]
    [InlineData("entry", "Other.dll", "entry: the package has no file Other.dll.")]
    [InlineData("contract", "^9.0", "contract: it was built for ^9.0")]
    public async Task A_manifest_that_does_not_hold_is_refused_with_its_field(string field, string value, string fault) =>
        await Refused(TestPackages.Zip("probe", "2.0.0", manifest => manifest[field] = value), fault);

    [Fact]
    public async Task What_is_no_zip_is_refused()
    {
        await Refused([], "not a zip");
        await Refused("hello"u8.ToArray(), "not a zip");
        await Refused(TestPackages.Zip("probe", "2.0.0")[..2000], "not a zip");
    }

    [Fact]
    public async Task A_prefix_that_another_plugin_has_is_refused() =>
        await Refused(
            TestPackages.Zip("bystander", "2.0.0", manifest =>
            {
                manifest["id"] = "mine";
                manifest["contributes"]!["prefix"] = "troubled";
            }),
            "contributes.prefix: troubled belongs to the plugin troubled.");

    [Fact]
    public async Task What_is_sound_is_kept_and_shown_and_nothing_of_it_runs()
    {
        var uploaded = await scene.Ada.Upload(TestPackages.Zip("probe", "1.0.0"));

        Assert.True(uploaded.IsSuccess, uploaded.Envelope.ToJsonString());
        Assert.Null(uploaded.Data["version"]);
        var package = Assert.Single(uploaded.Data["packages"]!.AsArray())!;
        Assert.Equal(5, package["missing"]!.AsArray().Count);
        Assert.DoesNotContain((await scene.Ada.Get("/api/admin/plugins")).Data.AsArray(), one => one!["id"]!.GetValue<string>() == "probe");
        Assert.Equal("VALIDATION_FAILED", (await scene.Ada.Put("/api/operator/plugins/probe", new { version = "1.0.0", permissions = Array.Empty<string>(), password = "wrong" })).Code);
        Assert.Contains("Not agreed to: ", (await scene.Ada.Install("probe", "1.0.0", "chats.read")).Envelope.ToJsonString());
        Assert.Equal("CONFLICT", (await scene.Ada.Upload(TestPackages.Zip("probe", "1.0.0", manifest => manifest["name"] = "Other"))).Code);
    }

    private async Task<Answer> Send(HttpContent content, bool isChunked)
    {
        content.Headers.ContentType = new("application/zip");
        // Nothing of it is sent before the server wants it.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/operator/plugins")
        {
            Content = content, Headers = { ExpectContinue = true, TransferEncodingChunked = isChunked },
        };
        using var response = await scene.Ada.Http.SendAsync(request);
        return await response.ToAnswer();
    }

    private async Task Refused(byte[] zip, string fault)
    {
        var answer = await scene.Ada.Upload(zip);

        Assert.Equal("VALIDATION_FAILED", answer.Code);
        Assert.Contains(fault, answer.Envelope["error"]!["details"]!["package"]!.GetValue<string>());
        Assert.Equal(0L, await scene.Server.Query("select count(*) from core.plugin_packages where version = '2.0.0'"));
    }
}
