namespace Stogram.Plugins;

/// <summary>Reaches the plugin that has a role in an organization. Which one that is may change from one call to the next.</summary>
public interface IProviders
{
    /// <summary>
    /// Asks the one that has the role: of the plugins that provide it and are on there, one that is no
    /// <see cref="PluginRole.Default"/>, and of several the one that was switched on last. If it throws or takes longer than
    /// 15 s, which counts as its fault, the next one is asked. Null where there is none, where all have failed, and where your
    /// own plugin is off. Take what you need of the answer within <paramref name="ask"/>: afterwards the one who gave it may be
    /// gone. <see cref="ISearchIndex"/> needs permission <c>messages.read</c>, else this throws <see cref="UndeclaredException"/>.
    /// </summary>
    ValueTask<TAnswer?> AskAsync<TService, TAnswer>(
        Guid organizationId, Func<TService, CancellationToken, ValueTask<TAnswer>> ask, CancellationToken cancellation = default)
        where TService : class, IProvidedService
        where TAnswer : class;
}
