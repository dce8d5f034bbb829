using System.Text.Json;
using System.Text.Json.Serialization;
using Stogram.Core.Shared;
using Stogram.Host.Admin;
using Stogram.Host.Plugins.Activations;
using Stogram.Host.Plugins.Settings;
using Stogram.Host.Plugins.State;
using Stogram.Host.Plugins.Web;
using Stogram.Plugins;

namespace Stogram.Host.Plugins;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, ReadCommentHandling = JsonCommentHandling.Disallow)]
[JsonSerializable(typeof(PluginInfo))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(HookCost[]))]
[JsonSerializable(typeof(SuccessEnvelope<PluginView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<SwitchedView>))]
[JsonSerializable(typeof(SuccessEnvelope<SettingsView>))]
[JsonSerializable(typeof(SuccessEnvelope<EnabledPluginView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<HealthView>))]
[JsonSerializable(typeof(SuccessEnvelope<JobView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<ServerPluginView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<ServerPluginView>))]
[JsonSerializable(typeof(InstallPluginRequest))]
[JsonSerializable(typeof(RemovePluginRequest))]
[JsonSerializable(typeof(JournalPage))]
[JsonSerializable(typeof(PluginChanged))]
[JsonSerializable(typeof(SwitchPluginRequest))]
internal sealed partial class PluginJson : JsonSerializerContext;
