using Stogram.Load.People;

namespace Stogram.Load.Drives;

/// <summary>
/// Each speaker says the next thing when the last is done: acknowledged, or (<paramref name="untilHeard"/>)
/// acknowledged and heard by everybody in the chat.
/// </summary>
internal sealed class ClosedLoop(Crowd crowd, IReadOnlyList<Talker> speakers, bool untilHeard)
{
    private readonly int[] open = new int[crowd.Talkers.Count];
    private readonly TaskCompletionSource silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isOver;
    private int speaking;

    public void Start()
    {
        crowd.OnAcknowledged = Step;
        crowd.OnHeard = untilHeard ? Step : null;
        speaking = speakers.Count;
        foreach (var speaker in speakers)
        {
            Say(speaker);
        }
    }

    public async Task Stop(CancellationToken cancellation)
    {
        isOver = true;
        await silent.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation);
        await crowd.Settle(cancellation);
        (crowd.OnAcknowledged, crowd.OnHeard) = (null, null);
    }

    private void Step(int sender)
    {
        if (Interlocked.Decrement(ref open[sender]) == 0)
        {
            Next(crowd.Talkers[sender]);
        }
    }

    private void Next(Talker speaker)
    {
        if (!isOver)
        {
            Say(speaker);
        }
        else if (Interlocked.Decrement(ref speaking) == 0)
        {
            silent.SetResult();
        }
    }

    private void Say(Talker speaker)
    {
        Volatile.Write(ref open[speaker.Place], untilHeard ? 1 + speaker.Chat.Members.Length : 1);
        speaker.Say();
    }
}
