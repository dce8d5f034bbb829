using Stogram.Core.Shared;

namespace Stogram.Core.Files.Tus;

/// <summary>tus 1.0, HEAD: how far it has got.</summary>
internal sealed class ReadUpload(CoreOptions options, FindUpload find, AppendToUpload append) : IVerb
{
    public async Task<TusAnswer> Run(Caller caller, Guid id, CancellationToken cancellation)
    {
        if (await find.Open(caller, id, cancellation) is not { } upload)
        {
            return await find.Finished(caller, id, cancellation) ?? TusAnswer.NotFound;
        }

        var offset = new PartFile(options, id).Length;
        var answer = offset == upload.Size ? await append.Finish(caller, id, cancellation) : new(200) { Offset = offset };
        return answer.Refusal is not null ? answer : answer with
        {
            Status = 200,
            Length = upload.Size,
            Metadata = upload.Metadata,
            Expires = answer.FileId is null ? upload.ExpiresAt : null,
        };
    }
}
