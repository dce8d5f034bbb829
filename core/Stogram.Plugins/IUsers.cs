namespace Stogram.Plugins;

/// <summary>Asks about people. Needs permission <c>users.read</c>, else throws <see cref="UndeclaredException"/>.</summary>
public interface IUsers
{
    /// <summary>
    /// Whether somebody may turn to somebody else: write to them, call them, show up where they look. False where one has
    /// blocked the other, where the other keeps them out, if either is not of that organization or gone, or if the
    /// plugin is off there. Ask each time and keep nothing: it holds from the moment a person decides it.
    /// </summary>
    ValueTask<bool> MayReachAsync(Guid organizationId, Guid fromUserId, Guid toUserId, CancellationToken cancellation = default);

    /// <summary>The same for who asks.</summary>
    ValueTask<bool> MayReachAsync(PluginCaller caller, Guid toUserId, CancellationToken cancellation = default) =>
        MayReachAsync(caller.OrganizationId, caller.UserId, toUserId, cancellation);
}
