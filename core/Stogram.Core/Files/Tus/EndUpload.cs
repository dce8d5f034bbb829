using Microsoft.EntityFrameworkCore;
using Stogram.Core.Shared;
using Stogram.Core.Storage;

namespace Stogram.Core.Files.Tus;

/// <summary>tus 1.0, termination: also of a file that was not sent after all.</summary>
internal sealed class EndUpload(
    IDbContextFactory<StogramContext> contexts, FindUpload find, DropUpload drop, DeleteFiles delete, TimeProvider time) : IVerb
{
    public async Task<TusAnswer> Run(Caller caller, Guid id, CancellationToken cancellation)
    {
        if (await find.Open(caller, id, cancellation) is not null)
        {
            await using var lease = await UploadLease.Take(contexts, time, id, cancellation);
            if (lease is null)
            {
                return TusAnswer.Locked;
            }

            await drop.Run(id);
            return new TusAnswer(204);
        }

        if (await find.Finished(caller, id, cancellation) is null)
        {
            return TusAnswer.NotFound;
        }

        await delete.Unreferenced([id]);
        return new TusAnswer(204);
    }
}
