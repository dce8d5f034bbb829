using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Stogram.Host.Startup;

/// <summary>How much there may be of what: <c>Stogram__Limits__…</c>, whole numbers, each within its own bounds.</summary>
internal static class AmountSettings
{
    public static T Read<T>(IConfiguration limits)
        where T : class, new()
    {
        var read = new T();
        foreach (var property in typeof(T).GetProperties())
        {
            var (text, range) = (limits[property.Name], property.GetCustomAttribute<RangeAttribute>()!);
            if (string.IsNullOrEmpty(text))
            {
                continue;
            }

            property.SetValue(
                read,
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && range.IsValid(number)
                    ? number
                    : throw new StartupError($"Stogram__Limits__{property.Name} is '{text}': write a number from {range.Minimum} to {range.Maximum}."));
        }

        return read;
    }
}
