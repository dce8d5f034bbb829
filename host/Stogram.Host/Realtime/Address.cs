namespace Stogram.Host.Realtime;

/// <summary>Who an event is for: the name of a group of sockets here, and of a channel between nodes.</summary>
internal static class Address
{
    private const string Person = "user:";

    public static string Chat(Guid id) => $"chat:{id}";

    public static string User(Guid id) => $"{Person}{id}";

    public static string Organization(Guid id) => $"organization:{id}";

    public static Guid? UserOf(string address) =>
        address.StartsWith(Person, StringComparison.Ordinal) ? Guid.Parse(address.AsSpan(Person.Length)) : null;

    public static bool IsChat(string address) => address.StartsWith("chat:", StringComparison.Ordinal);
}
