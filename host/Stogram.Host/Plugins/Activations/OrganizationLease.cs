namespace Stogram.Host.Plugins.Activations;

/// <summary>Counts the calls inside one plugin on behalf of one organization.</summary>
internal sealed class OrganizationLease
{
    // What a cancelled call gets to notice it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();

    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly CancellationTokenSource cancelled = new();

    private int inside;

    private bool draining;

    /// <summary>Cancelled when patience with the calls inside has ended.</summary>
    public CancellationToken Cancelled => cancelled.Token;

    public bool IsDraining
    {
        get
        {
            lock (gate)
            {
                return draining;
            }
        }
    }

    public bool TryEnter()
    {
        lock (gate)
        {
            if (draining)
            {
                return false;
            }

            inside++;
            return true;
        }
    }

    public void Exit()
    {
        lock (gate)
        {
            inside--;
            if (draining && inside == 0)
            {
                empty.TrySetResult();
            }
        }
    }

    public async Task<bool> Drain(TimeSpan patience)
    {
        lock (gate)
        {
            draining = true;
            if (inside == 0)
            {
                empty.TrySetResult();
            }
        }

        if (await Emptied(patience))
        {
            return true;
        }

        Cancel();
        await Emptied(Grace);
        return false;
    }

    public void Cancel() => cancelled.Cancel();

    private async Task<bool> Emptied(TimeSpan patience)
    {
        try
        {
            await empty.Task.WaitAsync(patience);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
