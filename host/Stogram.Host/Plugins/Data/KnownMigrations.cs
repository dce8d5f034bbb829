using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.Data;

/// <summary>Whether an older version knows the tables as they are: every file that ran is in it, unchanged.</summary>
internal sealed class KnownMigrations(NpgsqlDataSource database)
{
    /// <summary>The first file that ran and that the package does not have; null where it knows all.</summary>
    public async Task<string?> Unknown(PluginPackage package, CancellationToken cancellation)
    {
        await using var command = database.Command("select name, checksum from core.plugin_migrations where plugin_id = $1 order by name", package.Info.Id);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (Checksum(package, reader.GetString(0)) != reader.GetString(1))
            {
                return reader.GetString(0);
            }
        }

        return null;
    }

    public static string Checksum(string sql) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));

    private static string? Checksum(PluginPackage package, string name)
    {
        var path = package.Info.Data is { } data ? Path.Combine(package.Folder, data.Migrations, name) : null;
        return File.Exists(path) ? Checksum(File.ReadAllText(path)) : null;
    }
}
