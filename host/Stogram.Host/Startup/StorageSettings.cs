using System.Globalization;
using Stogram.Core.Files.Blobs;

namespace Stogram.Host.Startup;

/// <summary>Where files go and how much of them: <c>Stogram__Storage__…</c>.</summary>
internal static class StorageSettings
{
    public static BucketOptions? From(IConfiguration s3)
    {
        if (!s3.GetChildren().Any(child => !string.IsNullOrWhiteSpace(child.Value)))
        {
            return null;
        }

        if (s3["AccessKey"] is null != s3["SecretKey"] is null)
        {
            throw new StartupError("Stogram__Storage__S3__AccessKey and __SecretKey belong together: set both, or none for the machine's own role.");
        }

        return new(
            s3["Bucket"] ?? throw new StartupError("Stogram__Storage__S3__Bucket is missing: name the bucket that files go to."),
            Endpoint(s3["Endpoint"]),
            s3["Region"] ?? "us-east-1",
            s3["AccessKey"],
            s3["SecretKey"],
            s3.GetValue<bool?>("PathStyle") ?? s3["Endpoint"] is not null);
    }

    public static long? Megabytes(IConfiguration settings, string key) => settings[key] switch
    {
        null or "" => null,
        var text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1L << 40
            ? number
            : throw new StartupError($"Stogram__{key.Replace(":", "__")} is '{text}': write a number of megabytes."),
    };

    private static string? Endpoint(string? text) =>
        text is null || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            ? text
            : throw new StartupError($"'{text}' in Stogram__Storage__S3__Endpoint is no address: write for example https://s3.example.org.");
}
