using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Hooks;
using Stogram.Host.Web;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Endpoints;

/// <summary>One request to a plugin: let in by the organization's switch, with the plugin's services, time and faults its own.</summary>
internal sealed class RunEndpoint(PluginEndpointSource current, TimeProvider time, ILogger<RunEndpoint> log)
{
    private const long MaxBody = 1 << 20;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);

    public async Task Run(HttpContext context, Activation activation, RequestDelegate inner)
    {
        var caller = context.Features.Get<Caller>()!;
        var entry = activation.Leases.TryEnter(caller.OrganizationId, out var lease);
        if (entry != Entry.Entered && Successor(context.GetEndpoint() as RouteEndpoint) is { } successor)
        {
            context.SetEndpoint(successor);
            await successor.RequestDelegate!(context);
            return;
        }

        switch (entry)
        {
            case Entry.Off:
                await PluginRefusals.Disabled(context, activation.Id);
                return;
            case Entry.Draining:
                await PluginRefusals.Draining(context);
                return;
        }

        try
        {
            await Inside(context, caller, activation, lease!, inner);
        }
        finally
        {
            lease!.Exit();
            // A connection that nobody uses again keeps its last request, and so would keep the plugin in memory.
            context.SetEndpoint(null);
        }
    }

    /// <summary>The same route of the version that took over after this request had been matched, if one did.</summary>
    private RouteEndpoint? Successor(RouteEndpoint? matched)
    {
        var now = current.Endpoints;
        return matched is null || now.Contains(matched)
            ? null
            : now.OfType<RouteEndpoint>().FirstOrDefault(other =>
                other.RoutePattern.RawText == matched.RoutePattern.RawText && Methods(other).SequenceEqual(Methods(matched)));
    }

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private async Task Inside(
        HttpContext context, Caller caller, Activation activation, OrganizationLease lease, RequestDelegate inner)
    {
        Activity.Current?.SetTag("stogram.plugin", activation.Id);
        var (services, aborted) = (context.RequestServices, context.RequestAborted);
        var hook = $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";
        await using var limit = new RequestTime(context, Hook(context), activation, lease, Budget, time);
        await using var scope = activation.Scope();
        var (started, failed) = (time.GetTimestamp(), false);
        try
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = MaxBody;
            }

            context.Features.Set(Callers.Of(caller));
            (context.RequestServices, context.RequestAborted) = (scope.ServiceProvider, limit.Over);
            await activation.Guard.Run(
                hook,
                async _ =>
                {
                    await inner(context);
                    return true;
                },
                limit.Over);
        }
        catch (Exception e)
        {
            failed = e is not (BadHttpRequestException or OperationCanceledException);
            await Answer(context, activation, e, limit.Over.IsCancellationRequested && !aborted.IsCancellationRequested, aborted);
        }
        finally
        {
            (context.RequestServices, context.RequestAborted) = (services, aborted);
            context.Features.Set<PluginCaller>(null);
            activation.Costs.Add(hook, time.GetElapsedTime(started), failed);
        }
    }

    private async Task Answer(HttpContext context, Activation activation, Exception e, bool outOfTime, CancellationToken aborted)
    {
        var refusal = Refuse(context, activation, e, outOfTime, aborted);
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.RequestAborted = aborted;
        context.Response.Clear();
        if (refusal.Code == ErrorCode.Unavailable)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        await EnvelopeWriter.Write(context, refusal);
    }

    private Refusal Refuse(HttpContext context, Activation activation, Exception e, bool outOfTime, CancellationToken aborted)
    {
        if (outOfTime)
        {
            if (!activation.Leases.IsOpen(context.Features.Get<Caller>()!.OrganizationId))
            {
                return PluginRefusals.Stopping;
            }

            activation.Guard.Fault(Hook(context), $"took longer than {Budget.TotalSeconds:0} s");
            return PluginRefusals.Slow;
        }

        var traceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        if (aborted.IsCancellationRequested || e is BadHttpRequestException)
        {
            return Faults.Explain(e is BadHttpRequestException ? e : new OperationCanceledException(), traceId, log);
        }

        activation.Guard.Fault(Hook(context), e);
        return new(ErrorCode.Internal, "Something went wrong in a plugin.",
            new Dictionary<string, string> { ["traceId"] = traceId, ["plugin"] = activation.Id });
    }

    private static string Hook(HttpContext context) => $"{context.Request.Method} {context.Request.Path}";
}
