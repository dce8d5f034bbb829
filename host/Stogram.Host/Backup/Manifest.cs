using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Stogram.Host.Startup;

namespace Stogram.Host.Backup;

/// <summary>The first entry of a backup: what it holds, and what a restored copy is compared with.</summary>
/// <param name="Format">Of the archive; a reader refuses those it does not know.</param>
/// <param name="Server">Major version of the PostgreSQL it was taken from.</param>
/// <param name="Migrations">Of the core that have run; a Stogram that lacks one of them is too old to restore it.</param>
/// <param name="Schemas">Of plugins.</param>
/// <param name="Tables">Rows of each table, by schema and name.</param>
/// <param name="MissingFiles">Were lost before the backup was made: the database names them, the disk has them not.</param>
/// <param name="SigningKey">Tells one key from another without telling the key.</param>
internal sealed record Manifest(
    int Format,
    DateTimeOffset MadeAt,
    string Stogram,
    DatabaseForm Database,
    int Server,
    string[] Migrations,
    string[] Schemas,
    SortedDictionary<string, long> Tables,
    string[] MissingFiles,
    string SigningKey)
{
    public const int NewestFormat = 1;

    public const string Entry = "manifest.json";

    public static string KeyId(DataFolder data) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(File.ReadAllBytes(data.At("keys/signing.key")), "stogram backup"u8))[..16];
}

[JsonConverter(typeof(JsonStringEnumConverter<DatabaseForm>))]
internal enum DatabaseForm
{
    /// <summary>Made by pg_dump: goes into any PostgreSQL that is not older.</summary>
    Dump,

    /// <summary>The cluster's own files: goes into an embedded cluster of the same major version.</summary>
    Cluster,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
