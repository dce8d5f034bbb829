using Stogram.Core.Shared;

namespace Stogram.Core.Files.Tus;

/// <summary>tus 1.0, creation and creation-with-upload: sets the space aside and says where to send the bytes.</summary>
internal sealed class CreateUpload(ReserveSpace reserve, AppendToUpload append, TimeProvider time) : IVerb
{
    public async Task<TusAnswer> Run(Caller caller, TusRequest request, CancellationToken cancellation)
    {
        if (request.Length is not { } length)
        {
            return TusAnswer.Invalid("Upload-Length", "Say how long the file is.");
        }

        if (request.Metadata.Length > TusMetadata.Longest || TusMetadata.Read(request.Metadata) is not { } metadata)
        {
            return TusAnswer.Invalid("Upload-Metadata", $"Keys and Base64, at most {TusMetadata.Longest} characters.");
        }

        var said = NewFile.Read(metadata.GetValueOrDefault("filename") ?? metadata.GetValueOrDefault("name") ?? "", metadata);
        if (said.Refusal is { } wrong)
        {
            return TusAnswer.Of(wrong);
        }

        var upload = said.Value.ToUpload(caller, time.GetUtcNow() + RemoveLeftovers.Grace);
        upload.Metadata = request.Metadata;
        if (await reserve.Run(upload, length, cancellation) is { } refusal)
        {
            return TusAnswer.Of(refusal);
        }

        var begun = request.HasChunk || length == 0
            ? await append.Run(caller, upload.Id, 0, request, cancellation)
            : new TusAnswer(201) { Offset = 0, Expires = upload.ExpiresAt };
        return begun.Refusal is null ? begun with { Status = 201, Location = TusRoutes.Place + upload.Id } : begun;
    }
}
