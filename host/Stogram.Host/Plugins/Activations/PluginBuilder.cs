using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stogram.Host.Plugins.Manifests;
using Stogram.Host.Plugins.Settings;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Activations;

/// <summary>Takes registrations and holds each against the manifest.</summary>
internal sealed class PluginBuilder(PluginInfo info, IServiceCollection services, PluginValues values) : IPluginBuilder
{
    public PluginInfo Info => info;

    public IServiceCollection Services => services;

    public Registrations Registrations { get; } = new();

    public IPluginBuilder Endpoints(Action<IEndpointRouteBuilder> map)
    {
        Demand(info.Contributes.Endpoints, "An endpoint", "\"contributes\": { \"endpoints\": true }");
        Registrations.Endpoints.Add(map);
        return this;
    }

    public IPluginBuilder On<TEvent>(PluginEventHandler<TEvent> handler)
        where TEvent : IChatEvent
    {
        var name = typeof(TEvent).Name;
        Demand(info.Contributes.Handles.Contains(name), $"A handler of {name}", $"\"handles\": [\"{name}\"]");
        Registrations.Handlers[name] =
        [
            .. Registrations.Handlers.GetValueOrDefault(name, []),
            (e, scope, cancellation) => handler((TEvent)e, scope, cancellation),
        ];
        return this;
    }

    public IPluginBuilder Intercept<TInterceptor>()
        where TInterceptor : class, IMessageInterceptor
    {
        var name = typeof(TInterceptor).Name;
        var declared = info.Contributes.Interceptors.FirstOrDefault(one => one.Name == name);
        Demand(declared is not null, $"The interceptor {name}", $"\"interceptors\": [{{ \"name\": \"{name}\" }}]");
        services.TryAddScoped<TInterceptor>();
        Registrations.Interceptors.Add(new(
            name, declared!.OnFailure, scope => scope.GetRequiredService<TInterceptor>()));
        return this;
    }

    public IPluginBuilder Command<TCommand>(string name)
        where TCommand : class, IRealtimeCommand
    {
        Demand(info.Contributes.Commands.Contains(name), $"The command {name}", $"\"commands\": [\"{name}\"]");
        services.TryAddScoped<TCommand>();
        Registrations.Commands.Add(name, scope => scope.GetRequiredService<TCommand>());
        return this;
    }

    public IPluginBuilder Job<TJob>(string name)
        where TJob : class, IBackgroundJob
    {
        Demand(info.Contributes.Jobs.Any(one => one.Name == name), $"The job {name}", $"\"jobs\": [{{ \"name\": \"{name}\" }}]");
        services.TryAddScoped<TJob>();
        Registrations.Jobs.Add(name, scope => scope.GetRequiredService<TJob>());
        return this;
    }

    public IPluginBuilder Provide<TService, TImplementation>()
        where TService : class, IProvidedService
        where TImplementation : class, TService
    {
        var name = typeof(TService).Name;
        Demand(info.Contributes.Provides.Any(one => one.Name == name), $"The role {name}", $"\"provides\": [{{ \"name\": \"{name}\" }}]");
        services.TryAddScoped<TImplementation>();
        Registrations.Provided.Add(typeof(TService), scope => scope.GetRequiredService<TImplementation>());
        return this;
    }

    public IPluginBuilder Settings<TSettings>(JsonTypeInfo<TSettings> type)
        where TSettings : class
    {
        Demand(info.Contributes.Settings is not null, "The class of its settings", "\"contributes\": { \"settings\": \"settings.schema.json\" }");
        services.AddSingleton<IPluginSettings<TSettings>>(new PluginSettings<TSettings>(values, type));
        return this;
    }

    private static void Demand(bool declared, string what, string line)
    {
        if (!declared)
        {
            throw new UndeclaredException(what, line);
        }
    }
}
