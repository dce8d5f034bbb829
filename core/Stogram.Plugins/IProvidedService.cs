namespace Stogram.Plugins;

/// <summary>
/// A role: something that the server needs done and that any plugin may offer to do, such as <see cref="ISearchIndex"/>.
/// Offered with <see cref="IPluginBuilder.Provide{TService, TImplementation}"/>, asked through <see cref="IProviders"/>.
/// </summary>
public interface IProvidedService;
