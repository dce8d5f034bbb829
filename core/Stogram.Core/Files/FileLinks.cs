using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stogram.Core.Messages;
using Stogram.Core.Sessions;
using Stogram.Core.Shared;

namespace Stogram.Core.Files;

/// <summary>
/// Pictures and players cannot send a bearer token, so a link says for which session it was made, until when, and
/// carries an HMAC over both. It grants nothing by itself: session and membership are checked when it is read.
/// </summary>
internal sealed class FileLinks(Keys keys, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public const string Place = "/api/files/";

    public static string Bare(Guid fileId) => Place + fileId;

    public FileView Sign(Caller caller, FileView file)
    {
        var expires = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        var signature = Signature(file.Id, caller.SessionId, expires);
        return file with { Url = $"{Bare(file.Id)}?session={caller.SessionId}&expires={expires}&signature={signature}" };
    }

    public MessageView Sign(Caller caller, MessageView message) =>
        message.Files.Length == 0 && message.Preview?.Image is null
            ? message
            : message with
            {
                Files = [.. message.Files.Select(file => Sign(caller, file))],
                Preview = message.Preview?.Image is { } image ? message.Preview with { Image = Sign(caller, image) } : message.Preview,
            };

    public bool IsGood(Guid fileId, Guid sessionId, long expires, string signature) =>
        time.GetUtcNow().ToUnixTimeSeconds() < expires
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Signature(fileId, sessionId, expires)));

    private string Signature(Guid fileId, Guid sessionId, long expires)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{fileId}/{sessionId}/{expires}");
        return Base64Url.EncodeToString(HMACSHA256.HashData(keys.FileLinks, Encoding.ASCII.GetBytes(text)));
    }
}
