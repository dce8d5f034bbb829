using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Stogram.Testing;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Plugins;

/// <summary>Packages as an operator would upload them, made of the built ones.</summary>
internal static class TestPackages
{
    public static byte[] Zip(string plugin, string version, Action<JsonNode>? change = null, Action<ZipArchive>? more = null)
    {
        var folder = Repository.Path("artifacts", "test-plugins", plugin, "1.0.0");
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "plugin.json"))
            {
                zip.CreateEntryFromFile(file, Path.GetRelativePath(folder, file), CompressionLevel.Fastest);
            }

            var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "plugin.json")))!;
            manifest["version"] = version;
            change?.Invoke(manifest);
            zip.Write("plugin.json", manifest.ToJsonString());
            more?.Invoke(zip);
        }

        return bytes.ToArray();
    }

    public static ZipArchiveEntry Write(this ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
        return entry;
    }

    public static async Task<Answer> Upload(this TestPerson ada, byte[] zip, string? signature = null)
    {
        using var content = new ByteArrayContent(zip) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/operator/plugins") { Content = content };
        if (signature is not null)
        {
            request.Headers.Add("Stogram-Signature", signature);
        }

        using var response = await ada.Http.SendAsync(request);
        return await response.ToAnswer();
    }

    public static Task<Answer> Install(this TestPerson ada, string id, string version, params string[] permissions) =>
        ada.Put($"/api/operator/plugins/{id}", new { version, permissions, password = TestPerson.Password });

    /// <summary>Uploaded, and everything agreed to that it wants.</summary>
    public static async Task<Answer> Bring(this TestPerson ada, byte[] zip)
    {
        var uploaded = await ada.Upload(zip);
        Assert.True(uploaded.IsSuccess, uploaded.Envelope.ToJsonString());
        var newest = uploaded.Data["packages"]![0]!;
        return await ada.Install(
            uploaded.Data["id"]!.GetValue<string>(), newest["version"]!.GetValue<string>(),
            [.. newest["missing"]!.AsArray().Select(permission => permission!.GetValue<string>())]);
    }

    public static Task<Answer> Remove(this TestPerson ada, string id, bool purge, string? typed = null) =>
        ada.Http.Call(HttpMethod.Delete, $"/api/operator/plugins/{id}", new { purge, id = typed, password = TestPerson.Password });

    public static async Task<JsonNode?> ServerPlugin(this TestPerson ada, string id) =>
        (await ada.Get("/api/operator/plugins")).Data.AsArray().SingleOrDefault(one => one!["id"]!.GetValue<string>() == id);
}
