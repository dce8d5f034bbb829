using Stogram.Core.Tests.Files;

namespace Stogram.Core.Tests.Sessions;

/// <summary>Ada's things, and the owner of another organization who asks for them.</summary>
public sealed class ForeignScene : IAsyncLifetime
{
    private readonly Dictionary<string, Guid> things = [];

    private TestServer server = null!;

    public TestPerson Outsider { get; private set; } = null!;

    /// <summary>Puts Ada's in place of {names}.</summary>
    public string Fill(string path) => things.Aggregate(path, (text, thing) => text.Replace($"{{{thing.Key}}}", $"{thing.Value}"));

    public static string FillWithNothing(string path) =>
        path[..path.IndexOf('{')] + Guid.CreateVersion7() + path[(path.IndexOf('}') + 1)..];

    public async Task InitializeAsync()
    {
        server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        (things["person"], things["chat"], things["message"]) = (ada.Id, await ada.Group("Atrium"), Guid.CreateVersion7());
        things["file"] = await Upload.Picture(ada);
        things["session"] = (Guid)(await ada.Get("/api/auth/sessions")).Data[0]!["id"]!;
        await ada.Post("/api/messages", new
        {
            id = things["message"],
            chatId = things["chat"],
            content = "Ours",
            fileIds = new[] { things["file"] },
        });
        await ada.Post("/api/operator/organizations", new { slug = "outside", name = "Outside" });
        Outsider = await server.SignUp("outsider", "outside");
    }

    public Task DisposeAsync() => server.DisposeAsync().AsTask();
}
