using Stogram.Core.Shared;

namespace Stogram.Host.Plugins.Endpoints;

internal static class PluginRefusals
{
    public static readonly Refusal Stopping = new(ErrorCode.Unavailable, "This plugin is just being switched. Try again in a moment.");

    public static readonly Refusal Slow = new(ErrorCode.Unavailable, "This plugin took too long. Try again in a moment.");

    public static Refusal IsOff(string pluginId) =>
        new(ErrorCode.PluginDisabled, "This plugin is not on here.", new Dictionary<string, string> { ["plugin"] = pluginId });

    public static Task Disabled(HttpContext context, string pluginId) => EnvelopeWriter.Write(context, IsOff(pluginId));

    public static Task Draining(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return EnvelopeWriter.Write(context, Stopping);
    }
}
