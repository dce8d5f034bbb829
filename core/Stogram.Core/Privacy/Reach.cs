using Npgsql;
using Stogram.Core.Chats;
using Stogram.Core.Shared;

namespace Stogram.Core.Privacy;

/// <summary>
/// Whether somebody may write to somebody else, or add them to a group. <c>core.reach</c> decides; storing a message asks
/// it within its own statement.
/// </summary>
internal sealed class Reach(NpgsqlDataSource database)
{
    public static readonly Refusal Blocked = new(
        ErrorCode.Forbidden, "You have blocked this person. Unblock them to write.", Reason("BLOCKED"));

    /// <summary>The same for who is blocked and for who is kept out by a setting.</summary>
    public static readonly Refusal Unreachable = new(
        ErrorCode.Forbidden, "This person does not take messages from you.", Reason("UNREACHABLE"));

    /// <summary>In a chat of more than two everybody may.</summary>
    public async Task<Refusal?> RefuseIn(Chat chat, Guid sender, CancellationToken cancellation) =>
        chat.PartnerOf(sender) is { } partner ? await Refuse(sender, partner, cancellation) : null;

    public async Task<Refusal?> Refuse(Guid sender, Guid recipient, CancellationToken cancellation)
    {
        await using var command = Command("select refusal from core.reach($1, $2)", sender, recipient);
        return await command.ExecuteScalarAsync(cancellation) switch
        {
            nameof(Blocked) => Blocked,
            nameof(Unreachable) => Unreachable,
            _ => null,
        };
    }

    /// <summary>Names those who cannot be added; without them the others can.</summary>
    public async Task<Refusal?> RefuseAdding(Guid adder, Guid[] people, CancellationToken cancellation)
    {
        await using var command = Command(
            "select u.id, u.display_name from core.closed_to($1, $2) c join core.users u on u.id = c.user_id order by u.display_name",
            adder, people);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancellation))
        {
            names.Add(reader.GetGuid(0).ToString(), reader.GetString(1));
        }

        return names.Count == 0
            ? null
            : new(ErrorCode.Forbidden, $"You cannot add {string.Join(", ", names.Values)}. Send an invitation link instead.", names);
    }

    private NpgsqlCommand Command(string sql, Guid first, object second)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = first });
        command.Parameters.Add(new() { Value = second });
        return command;
    }

    private static Dictionary<string, string> Reason(string reason) => new() { ["reason"] = reason };
}
