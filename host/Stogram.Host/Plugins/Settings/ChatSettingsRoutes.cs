using System.Text.Json;
using Stogram.Core.Shared;
using Stogram.Host.Web;

namespace Stogram.Host.Plugins.Settings;

internal static class ChatSettingsRoutes
{
    public static void MapChatSettings(this RouteGroupBuilder api)
    {
        var settings = api.MapGroup("/chats/{id:guid}/plugins/{plugin}/settings").WithTags("Plugins").InTheirLanguage();
        settings.MapGet("", (Caller caller, Guid id, string plugin, ChangeChatSettings verb, CancellationToken cancellation) =>
            verb.Read(caller, id, plugin, cancellation)).WithSummary("What a chat has set for a plugin; the schema's defaults are the organization's values");
        settings.MapPut("", (Caller caller, Guid id, string plugin, JsonElement values, ChangeChatSettings verb, CancellationToken cancellation) =>
            verb.Write(caller, id, plugin, values, cancellation)).WithSummary("Replace what a chat has set for a plugin; what is left out is as the organization has it");
    }
}
