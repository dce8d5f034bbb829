using Stogram.Core.Files;
using Stogram.Core.Outside;
using Stogram.Core.Shared;

namespace Stogram.Core.Previews;

/// <summary>Makes a file of a picture from outside, like any that somebody uploads: counted, and its type told from its content.</summary>
internal sealed class KeepPicture(
    CoreOptions options, ReserveSpace reserve, FinishUpload finish, DropUpload drop, TimeProvider time) : IVerb
{
    // Every reader unpacks it: a small file can be a huge picture.
    private const long MostPixels = 40_000_000;

    /// <summary>Null if it is none that can be shown, or if there is no room.</summary>
    public async Task<Guid?> Run(Caller owner, OutsideBody picture, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream(picture.Bytes);
        var type = ContentTypes.Of(picture.Bytes.AsSpan(0, Math.Min(picture.Bytes.Length, ContentTypes.HeadLength)));
        if (PictureSize.Read(bytes, type) is not var (width, height) || (long)width * height > MostPixels)
        {
            return null;
        }

        bytes.Position = 0;
        var name = new NewFile(FileNames.Clean(FetchPreview.Name(picture.Address)), IsVoice: false, Duration: null, Waveform: null);
        var upload = name.ToUpload(owner, time.GetUtcNow() + RemoveLeftovers.Grace);
        try
        {
            if (await reserve.Run(upload, bytes.Length, cancellation) is not null)
            {
                return null;
            }

            await new PartFile(options, upload.Id).Append(bytes, _ => Task.FromResult(upload.Size), hash: null, cancellation);
            return (await finish.Run(upload)).Value.Id;
        }
        finally
        {
            await drop.Run(upload.Id);
        }
    }
}
