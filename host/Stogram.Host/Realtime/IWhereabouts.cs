namespace Stogram.Host.Realtime;

/// <summary>Whether somebody has a socket on any node.</summary>
internal interface IWhereabouts
{
    Task Arrived(Guid userId);

    /// <summary>The last socket on this node is closed. False if they are on another one, or if that cannot be told.</summary>
    Task<bool> IsGone(Guid userId);
}
