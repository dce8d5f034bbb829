namespace Stogram.Core.Messages;

/// <summary>A message that waits for its commit.</summary>
internal sealed class PendingSend(NewMessage message)
{
    private readonly TaskCompletionSource<StoredMessage> stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public NewMessage Message => message;

    public Task<StoredMessage> Stored => stored.Task;

    public void Complete(StoredMessage result) => stored.SetResult(result);

    public void Fail(Exception e) => stored.SetException(e);
}
