namespace Stogram.Plugins;

/// <summary>
/// The entry of a plugin: the one public class with this interface in the manifest's <c>entry</c> assembly, with a
/// constructor without parameters. One instance lives per activation on each node.
/// </summary>
public interface IPlugin
{
    /// <summary>
    /// Called once per activation, before anything else, to register what the manifest declares. Does no I/O: the
    /// database may be behind and no service exists yet. Throwing, or registering what the manifest does not declare,
    /// ends the activation as Failed and leaves the chats alone.
    /// </summary>
    void Configure(IPluginBuilder plugin);

    /// <summary>
    /// Called once per activation, after the migrations and before the first call of any kind. Throwing or taking
    /// longer than 30 s ends the activation as Failed. <paramref name="services"/> is the plugin's own container.
    /// </summary>
    ValueTask StartAsync(IServiceProvider services, CancellationToken cancellation) => default;

    /// <summary>
    /// Called once per activation that started, after the last call has returned or was given up. Gets 5 s; what it
    /// throws is logged. What the host handed out is taken back whether or not this succeeds.
    /// </summary>
    ValueTask StopAsync(CancellationToken cancellation) => default;

    /// <summary>
    /// Called when an organization has the plugin on: after it was switched on, and again on every activation, so at
    /// least once. Calls for that organization begin after it returns. Gets 10 s; throwing counts as a fault and does
    /// not stop the switch.
    /// </summary>
    ValueTask EnabledAsync(OrganizationContext organization, CancellationToken cancellation) => default;

    /// <summary>
    /// Called when an organization no longer has the plugin on, after its last call; replayed after a restart that
    /// came between, so at least once. Gets 5 s; throwing counts as a fault and does not stop the switch.
    /// </summary>
    ValueTask DisabledAsync(OrganizationContext organization, DisableReason reason, CancellationToken cancellation) => default;

    /// <summary>
    /// Called when a plugin that the manifest names in <c>"optional"</c> is on in the organization as well, in a version of
    /// that range: after <see cref="EnabledAsync"/> where it is already, else when it comes. On each node, at least once; gets
    /// 10 s; throwing counts as a fault. Another version of it is another one: removed, then added.
    /// </summary>
    ValueTask OptionalAddedAsync(OrganizationContext organization, OptionalPlugin other, CancellationToken cancellation) => default;

    /// <summary>
    /// Called when one that was added is no longer on there: switched off, failed, or in a version outside the range. Not
    /// called where the plugin itself goes off: <see cref="DisabledAsync"/> says all. Gets 5 s; throwing counts as a fault.
    /// </summary>
    ValueTask OptionalRemovedAsync(OrganizationContext organization, OptionalPlugin other, CancellationToken cancellation) => default;

    /// <summary>
    /// Called before the next event, for each organization that has the plugin on, when events that happened since then
    /// were deleted before it had read them: it was in quarantine for seven days, or a million rows behind. Read anew what
    /// you keep from events. At least once; gets 10 s; throwing counts as a fault and it is not told again.
    /// </summary>
    ValueTask EventsLostAsync(OrganizationContext organization, DateTimeOffset since, CancellationToken cancellation) => default;
}
