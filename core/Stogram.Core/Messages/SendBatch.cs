using System.Threading.Channels;

namespace Stogram.Core.Messages;

/// <summary>
/// Takes whatever waits, up to a size. One statement cannot store the same id twice, so a repeat that arrives with its
/// original stays for the next batch, where it is found stored.
/// </summary>
internal sealed class SendBatch(int most)
{
    private List<PendingSend> leftOver = [];

    public bool IsLeftOver => leftOver.Count > 0;

    public IReadOnlyList<PendingSend> Take(ChannelReader<PendingSend> lane)
    {
        var batch = new List<PendingSend>();
        var repeats = new List<PendingSend>();
        var ids = new HashSet<(Guid, Guid)>();
        foreach (var pending in leftOver)
        {
            Add(pending);
        }

        while (batch.Count < most && repeats.Count < most && lane.TryRead(out var pending))
        {
            Add(pending);
        }

        leftOver = repeats;
        return batch;

        void Add(PendingSend pending) =>
            (ids.Add((pending.Message.ChatId, pending.Message.Id)) ? batch : repeats).Add(pending);
    }
}
