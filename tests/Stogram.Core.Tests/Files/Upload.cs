using System.Net.Http.Headers;

namespace Stogram.Core.Tests.Files;

internal static class Upload
{
    public static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, .. "\n the rest of a picture"u8];

    public static async Task<Guid> Picture(TestPerson person) =>
        (Guid)(await Send(person, "roof.png", Png)).Data["id"]!;

    public static async Task<Answer> Send(TestPerson person, string name, byte[] bytes, string field = "file")
    {
        using var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent { { part, field, name } };
        using var response = await person.Http.PostAsync("/api/files/upload", form);
        return await response.ToAnswer();
    }
}
