using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Stogram.Host.Web;

/// <summary>The language that a request asks for becomes the one that texts are shown in; numbers and dates are never formatted by it.</summary>
internal static class Languages
{
    public static void UseLanguages(this WebApplication app) => app.UseRequestLocalization(new RequestLocalizationOptions
    {
        DefaultRequestCulture = new(CultureInfo.InvariantCulture),
        SupportedCultures = [CultureInfo.InvariantCulture],
        SupportedUICultures = CultureInfo.GetCultures(CultureTypes.AllCultures),
        RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()],
    });
}
