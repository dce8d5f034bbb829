namespace Stogram.Load.People;

/// <summary>Somebody who is signed in.</summary>
internal sealed record Person(Guid Id, Guid SessionId);

/// <param name="Members">Places in the cast.</param>
internal sealed record Chat(Guid Id, int[] Members);

/// <summary>Who takes part in a scenario, and which chat each of them talks in.</summary>
internal sealed class Cast(Person[] people, Chat[] chats)
{
    private readonly Chat[] chatOf = Places(people.Length, chats);

    public IReadOnlyList<Person> People => people;

    public IReadOnlyList<Chat> Chats => chats;

    public Chat ChatOf(int person) => chatOf[person];

    private static Chat[] Places(int people, Chat[] chats)
    {
        var places = new Chat[people];
        foreach (var chat in chats)
        {
            foreach (var member in chat.Members)
            {
                places[member] = chat;
            }
        }

        return places;
    }
}
