namespace Stogram.Host.Plugins.Activations;

internal static class Cancelling
{
    /// <summary>
    /// Cancels plugin code. What that registered with its token runs elsewhere: it may throw or never return, and whoever
    /// cancels goes on.
    /// </summary>
    public static void CancelApart(this CancellationTokenSource source)
    {
        try
        {
            _ = source.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The call came back this instant.
        }
    }
}
