namespace Stogram.Plugins;

/// <summary>What an organization's administrators have set, always valid by the plugin's schema.</summary>
public interface IPluginSettings<out T>
    where T : class
{
    /// <summary>
    /// The present values of an organization, with the schema's defaults where nothing was set. Cheap: ask each time
    /// and keep nothing.
    /// </summary>
    T For(Guid organizationId);
}
