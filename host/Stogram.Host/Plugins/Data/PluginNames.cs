using System.Security.Cryptography;
using System.Text;

namespace Stogram.Host.Plugins.Data;

/// <summary>What a plugin is called inside the database. Roles belong to the whole cluster, so theirs names the database too.</summary>
internal static class PluginNames
{
    public static string Schema(string pluginId) => $"plugin_{pluginId.Replace('-', '_')}";

    public static string Role(string database, string pluginId) =>
        $"stogram_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(database)))[..8]}_{pluginId.Replace('-', '_')}";
}
