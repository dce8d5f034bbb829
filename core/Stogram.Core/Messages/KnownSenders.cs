using Role = Stogram.Plugins.ChatRole;

namespace Stogram.Core.Messages;

/// <summary>
/// What senders were when they were last looked up, so that interceptors need not wait for a query. A guess: the store
/// sends back what was judged for another role, and a refusal is looked up first.
/// </summary>
internal sealed class KnownSenders
{
    private const int MostRoles = 20_000;

    private const int MostSeen = 50_000;

    private readonly Lock gate = new();

    private readonly Recent<(Guid OrganizationId, Guid ChatId, Guid UserId), Role> roles = new(MostRoles);

    private readonly Recent<(Guid ChatId, Guid Id), bool> seen = new(MostSeen);

    /// <summary>Null where it must be looked up: a sender not known yet, or an id that came before and may be stored.</summary>
    public Role? Find(NewMessage message)
    {
        lock (gate)
        {
            var id = (message.ChatId, message.Id);
            if (seen.TryFind(id, out _))
            {
                return null;
            }

            seen.Set(id, true);
            return roles.TryFind(Sender(message), out var role) ? role : null;
        }
    }

    public void Remember(NewMessage message, Role? found)
    {
        lock (gate)
        {
            if (found is { } role)
            {
                roles.Set(Sender(message), role);
            }
            else
            {
                roles.Remove(Sender(message));
            }
        }
    }

    private static (Guid OrganizationId, Guid ChatId, Guid UserId) Sender(NewMessage message) =>
        (message.OrganizationId, message.ChatId, message.SenderId);

    /// <summary>Keeps what was used last, and between so many and twice as many of it.</summary>
    private sealed class Recent<TKey, TValue>(int most)
        where TKey : notnull
    {
        private Dictionary<TKey, TValue> young = [];

        private Dictionary<TKey, TValue> old = [];

        public bool TryFind(TKey key, out TValue value)
        {
            if (young.TryGetValue(key, out value!))
            {
                return true;
            }

            if (!old.TryGetValue(key, out value!))
            {
                return false;
            }

            Set(key, value);
            return true;
        }

        public void Set(TKey key, TValue value)
        {
            if (young.Count >= most)
            {
                (old, young) = (young, []);
            }

            young[key] = value;
        }

        public void Remove(TKey key)
        {
            young.Remove(key);
            old.Remove(key);
        }
    }
}
