using System.Text.Json.Serialization;
using Stogram.Core.Shared;

namespace Stogram.Core.Privacy;

/// <summary>What somebody has decided; who has no row decided nothing.</summary>
public sealed class PrivacyRow
{
    public Guid UserId { get; set; }

    public Audience LastSeen { get; set; }

    public Audience Photo { get; set; }

    public Audience Messages { get; set; }

    public Audience Groups { get; set; }

    public bool ReadReceipts { get; set; } = true;

    /// <summary>When this or the block list last changed, among all that only concerns this person.</summary>
    public long MeRev { get; set; }

    public PrivacyView ToView() => new(LastSeen, Photo, Messages, Groups, ReadReceipts);
}

/// <summary>Contacts are those who share a chat.</summary>
[JsonConverter(typeof(UpperSnakeJson<Audience>))]
public enum Audience
{
    Everybody,
    Contacts,
    Nobody,
}

/// <param name="LastSeen">Who sees whether I am here and when I was last. Of whom I hide it from, I do not see it either.</param>
/// <param name="Photo">Who sees my picture.</param>
/// <param name="Messages">Who may begin a private chat with me and write in it.</param>
/// <param name="Groups">Who may add me to groups.</param>
/// <param name="ReadReceipts">Whether private chats show how far I have read; off, I do not see it of others.</param>
public sealed record PrivacyView(Audience LastSeen, Audience Photo, Audience Messages, Audience Groups, bool ReadReceipts);
