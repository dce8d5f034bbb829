using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Stogram.Plugins;

/// <summary>
/// Handed to <see cref="IPlugin.Configure"/>, and good only until that returns. The host owns every registration and
/// takes it back when the plugin stops. Registering what the manifest does not declare throws
/// <see cref="UndeclaredException"/> with the line to add.
/// </summary>
public interface IPluginBuilder
{
    /// <summary>The manifest this activation was made from.</summary>
    PluginInfo Info { get; }

    /// <summary>
    /// The plugin's own container, built after <see cref="IPlugin.Configure"/> and disposed after
    /// <see cref="IPlugin.StopAsync"/>. In it already: <see cref="IPluginDatabase"/> (with <c>data</c> in the
    /// manifest), <see cref="IPluginSettings{T}"/> (after <see cref="Settings{T}"/>), <see cref="IChats"/>, <see cref="IUsers"/>,
    /// <see cref="IMessages"/>, <see cref="IRealtime"/>, <see cref="IProviders"/>, <see cref="IJobs"/> (with <c>jobs</c> in the manifest), <see cref="TimeProvider"/> and <c>ILogger&lt;T&gt;</c>.
    /// </summary>
    IServiceCollection Services { get; }

    /// <summary>
    /// Maps routes below <c>/api/{plugin id}</c>. Each gets a signed-in <see cref="PluginCaller"/> whose organization
    /// has the plugin on, services of the plugin's container in a scope per request, 30 s, and an error envelope for
    /// what it throws. Needs <c>"endpoints": true</c>.
    /// </summary>
    IPluginBuilder Endpoints(Action<IEndpointRouteBuilder> map);

    /// <summary>
    /// Calls the handler after the commit, at least once, in order per chat, on one node of the cluster, with a scope
    /// per event. A handler that throws is called three times, then the event is put aside. Needs the event's name
    /// in <c>"handles"</c>.
    /// </summary>
    IPluginBuilder On<TEvent>(PluginEventHandler<TEvent> handler) where TEvent : IChatEvent;

    /// <summary>
    /// Has the class asked before a message is stored. Made anew, in a scope, for each message. Needs the class's
    /// name in <c>"interceptors"</c>, which also says what happens to the message when it fails.
    /// </summary>
    IPluginBuilder Intercept<TInterceptor>() where TInterceptor : class, IMessageInterceptor;

    /// <summary>Has the class called when a client dispatches <paramref name="name"/>. Made anew, in a scope, for each call. Needs the name in <c>"commands"</c>.</summary>
    IPluginBuilder Command<TCommand>(string name) where TCommand : class, IRealtimeCommand;

    /// <summary>Has the class do the work <paramref name="name"/>. Made anew, in a scope, for each run. Needs the name in <c>"jobs"</c>.</summary>
    IPluginBuilder Job<TJob>(string name) where TJob : class, IBackgroundJob;

    /// <summary>
    /// Offers to do <typeparamref name="TService"/>. The class is made anew, in a scope, for each call of
    /// <see cref="IProviders.AskAsync"/>. Needs the interface's name in <c>"provides"</c>, which also says whether it gives way
    /// to others.
    /// </summary>
    IPluginBuilder Provide<TService, TImplementation>()
        where TService : class, IProvidedService
        where TImplementation : class, TService;

    /// <summary>Makes <see cref="IPluginSettings{T}"/> available, read with generated JSON. Needs a schema in <c>"settings"</c>.</summary>
    IPluginBuilder Settings<TSettings>(JsonTypeInfo<TSettings> type) where TSettings : class;
}
