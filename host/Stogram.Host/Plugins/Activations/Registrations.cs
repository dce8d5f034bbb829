using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Activations;

/// <summary>What a plugin registered, in words that the host can call.</summary>
internal sealed class Registrations
{
    public List<Action<IEndpointRouteBuilder>> Endpoints { get; } = [];

    public List<RegisteredInterceptor> Interceptors { get; } = [];

    public Dictionary<string, Func<IServiceProvider, IRealtimeCommand>> Commands { get; } = [];

    public Dictionary<string, Func<IServiceProvider, IBackgroundJob>> Jobs { get; } = [];

    /// <summary>By the role: an interface of the contract.</summary>
    public Dictionary<Type, Func<IServiceProvider, IProvidedService>> Provided { get; } = [];

    /// <summary>By the event's name; a plugin may have several handlers for one event.</summary>
    public Dictionary<string, ImmutableArray<Func<IChatEvent, IServiceProvider, CancellationToken, ValueTask>>> Handlers { get; } = [];

    /// <summary>Declared and never registered: worth a warning, since the administrators' page promises it.</summary>
    public IEnumerable<string> Missing(PluginInfo info) =>
    [
        .. info.Contributes.Endpoints && Endpoints.Count == 0 ? ["endpoints"] : Array.Empty<string>(),
        .. info.Contributes.Commands.Where(name => !Commands.ContainsKey(name)),
        .. info.Contributes.Handles.Where(name => !Handlers.ContainsKey(name)),
        .. info.Contributes.Jobs.Select(one => one.Name).Where(name => !Jobs.ContainsKey(name)),
        .. info.Contributes.Provides.Select(one => one.Name).Where(name => Provided.Keys.All(role => role.Name != name)),
        .. info.Contributes.Interceptors.Select(one => one.Name).Where(name => Interceptors.All(one => one.Name != name)),
    ];
}

internal sealed record RegisteredInterceptor(
    string Name, OnFailure OnFailure, Func<IServiceProvider, IMessageInterceptor> Make);
