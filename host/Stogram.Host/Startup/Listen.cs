using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Stogram.Host.Startup;

internal static class ListenExtensions
{
    public static void Listen(this ConfigureWebHostBuilder web, HostSettings settings)
    {
        web.UseUrls([.. settings.Urls]);
        if (settings.Cert is not null)
        {
            var certificate = Load(settings.Cert, settings.Key);
            web.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        }
    }

    private static X509Certificate2 Load(string cert, string? key)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(cert, key);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new StartupError($"The certificate {cert} cannot be used: {error.Message}");
        }
    }
}
