using System.Globalization;
using Stogram.Core.Shared;

namespace Stogram.Core.Files;

/// <summary>What a sender says of a file: fields of the form, or tus's metadata. Its type is not among it.</summary>
/// <param name="Waveform">Loudness from start to end, for voice messages: what is heard is not decoded here.</param>
internal sealed record NewFile(string Name, bool IsVoice, double? Duration, short[]? Waveform)
{
    public const int MostPeaks = 100;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static Outcome<NewFile> Read(string name, IReadOnlyDictionary<string, string> said)
    {
        var isVoice = said.GetValueOrDefault("voice") is "true" or "1";
        if (!TryDuration(said.GetValueOrDefault("duration"), out var duration))
        {
            return Refusal.Invalid("duration", $"Seconds, from 0 to {Longest.TotalSeconds}.");
        }

        return TryWaveform(said.GetValueOrDefault("waveform"), out var waveform)
            ? new NewFile(FileNames.Clean(name), isVoice, isVoice ? duration : null, isVoice ? waveform : null)
            : Refusal.Invalid("waveform", $"At most {MostPeaks} numbers from 0 to 255, separated by commas.");
    }

    public Upload ToUpload(Caller caller, DateTimeOffset expiresAt) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganizationId = caller.OrganizationId,
        OwnerId = caller.UserId,
        Name = Name,
        IsVoice = IsVoice,
        Duration = Duration,
        Waveform = Waveform,
        ExpiresAt = expiresAt,
    };

    private static bool TryDuration(string? text, out double? duration)
    {
        duration = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
        return string.IsNullOrEmpty(text) || duration <= Longest.TotalSeconds;
    }

    private static bool TryWaveform(string? text, out short[]? peaks)
    {
        peaks = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var parts = text.Split(',', MostPeaks + 1);
        var read = parts.Select(part => byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var peak) ? peak : (short)-1).ToArray();
        peaks = read.Length <= MostPeaks && !read.Contains((short)-1) ? read : null;
        return peaks is not null;
    }
}
