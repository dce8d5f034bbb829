using System.Diagnostics;

namespace Stogram.Load.People;

/// <summary>One connected person: says things in their chat, and keeps count of what they hear.</summary>
internal sealed class Talker(Crowd crowd, int place, Chat chat)
{
    // The number of the last message heard of each sender: they come in order, each once.
    private readonly int[] heard = new int[crowd.Cast.People.Count];

    private HubSocket? socket;
    private int said;
    private int acknowledged;

    public int Place => place;

    public Chat Chat => chat;

    public int Acknowledged => acknowledged;

    public int Refused { get; private set; }

    public int Unanswered => said - acknowledged - Refused;

    public int Duplicates { get; private set; }

    public int Gaps { get; private set; }

    public async Task Connect(Uri url, CancellationToken cancellation) => socket = await HubSocket.Open(url, Take, cancellation);

    public void Say() => Say(Stopwatch.GetTimestamp());

    /// <param name="due">When it was to be said: a client that is late itself does not hide it.</param>
    public void Say(long due) =>
        _ = socket!.Send(Frames.Say(chat.Id, new(due, place, Interlocked.Increment(ref said))));

    public Task KeepAlive() => socket!.KeepAlive();

    /// <summary>How far this person has heard somebody.</summary>
    public int HeardOf(int sender) => Volatile.Read(ref heard[sender]);

    public ValueTask Leave() => socket?.DisposeAsync() ?? default;

    private void Take(ReadOnlySpan<byte> frame)
    {
        switch (Frames.Kind(frame))
        {
            case FrameKind.Heard:
                Hear(MessageId.Find(frame));
                break;
            case FrameKind.Acknowledged:
                Interlocked.Increment(ref acknowledged);
                crowd.Acknowledged(MessageId.Find(frame));
                break;
            case FrameKind.Refused:
                Refused++;
                crowd.Refused(place, frame);
                break;
        }
    }

    private void Hear(MessageId id)
    {
        var last = heard[id.Sender];
        if (id.Number <= last)
        {
            Duplicates++;
            return;
        }

        Gaps += id.Number - last - 1;
        Volatile.Write(ref heard[id.Sender], id.Number);
        crowd.Heard(id);
    }
}
