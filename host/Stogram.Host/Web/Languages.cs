using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Stogram.Host.Web;

/// <summary>
/// The language that a request asks for becomes the one that texts are shown in, on the routes that have texts; numbers and
/// dates are never formatted by it.
/// </summary>
internal static class Languages
{
    private static readonly AcceptLanguageHeaderRequestCultureProvider Header = new();

    private static readonly FrozenDictionary<string, CultureInfo> Known = CultureInfo.GetCultures(CultureTypes.AllCultures)
        .DistinctBy(culture => culture.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(culture => culture.Name, StringComparer.OrdinalIgnoreCase);

    public static TRoutes InTheirLanguage<TRoutes>(this TRoutes routes)
        where TRoutes : IEndpointConventionBuilder =>
        routes.AddEndpointFilter(async (context, next) =>
        {
            var asked = await Header.DetermineProviderCultureResult(context.HttpContext);
            CultureInfo.CurrentUICulture = asked?.UICultures.Select(language => Nearest(language.Value)).OfType<CultureInfo>().FirstOrDefault()
                ?? CultureInfo.InvariantCulture;
            return await next(context);
        });

    /// <summary>What .NET does not know of a language is left out, from its end: pt-XX is Portuguese.</summary>
    private static CultureInfo? Nearest(string? language)
    {
        for (var name = language; !string.IsNullOrEmpty(name); name = name[..Math.Max(0, name.LastIndexOf('-'))])
        {
            if (Known.TryGetValue(name, out var culture))
            {
                return culture;
            }
        }

        return null;
    }
}
