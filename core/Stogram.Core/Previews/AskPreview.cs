using Stogram.Core.Shared;

namespace Stogram.Core.Previews;

/// <summary>For somebody who is writing. Without the picture, which is for those who will see the message.</summary>
internal sealed class AskPreview(FindPreview find) : IVerb
{
    public async Task<Outcome<PreviewView?>> Run(Caller caller, AskPreviewRequest request, CancellationToken cancellation)
    {
        if (FirstLink.Address(request.Url!) is not { } link)
        {
            return Refusal.Invalid("url", "An address of the web, with http or https.");
        }

        var found = await find.Run(caller, link, isKept: true, cancellation);
        return found?.View();
    }
}
