using System.Net.Http.Headers;
using System.Text;

namespace Stogram.Core.Tests.Files;

/// <summary>What a client of tus 1.0 sends.</summary>
internal static class Tus
{
    public static async Task<Guid> Begin(TestPerson person, long length, params (string Key, string Value)[] metadata)
    {
        using var response = await Create(person, length, metadata);
        return Guid.Parse(response.EnsureSuccessStatusCode().Headers.Location!.OriginalString.Split('/')[^1]);
    }

    public static Task<HttpResponseMessage> Create(TestPerson person, long length, params (string Key, string Value)[] metadata) =>
        Send(person, HttpMethod.Post, "/api/files/tus", null,
            ("Upload-Length", $"{length}"),
            ("Upload-Metadata", string.Join(',', metadata.Select(pair => $"{pair.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value))}"))));

    public static Task<HttpResponseMessage> Patch(TestPerson person, Guid upload, long offset, byte[] bytes, string? checksum = null) =>
        Patch(person, upload, offset, new ByteArrayContent(bytes), checksum);

    public static Task<HttpResponseMessage> Patch(
        TestPerson person, Guid upload, long offset, HttpContent content, string? checksum = null)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        (string, string)[] headers = [("Upload-Offset", $"{offset}"), .. checksum is null ? [] : new[] { ("Upload-Checksum", checksum) }];
        return Send(person, HttpMethod.Patch, $"/api/files/tus/{upload}", content, headers);
    }

    public static Task<HttpResponseMessage> Head(TestPerson person, Guid upload) =>
        Send(person, HttpMethod.Head, $"/api/files/tus/{upload}", null);

    public static Task<HttpResponseMessage> Delete(TestPerson person, Guid upload) =>
        Send(person, HttpMethod.Delete, $"/api/files/tus/{upload}", null);

    public static async Task<Guid> Whole(TestPerson person, byte[] bytes, params (string Key, string Value)[] metadata)
    {
        using var response = await Patch(person, await Begin(person, bytes.Length, metadata), 0, bytes);
        return Guid.Parse(response.EnsureSuccessStatusCode().Header("Upload-File-Id")!);
    }

    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static async Task<HttpResponseMessage> Send(
        TestPerson person, HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content, Headers = { { "Tus-Resumable", "1.0.0" } } };
        foreach (var (name, value) in headers.Where(header => header.Value.Length > 0))
        {
            request.Headers.Add(name, value);
        }

        return await person.Http.SendAsync(request);
    }
}
