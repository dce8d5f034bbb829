using Npgsql;
using Stogram.Core.Shared;
using Stogram.Host.Plugins.Activations;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

internal sealed class PluginChats(PluginInfo info, Leases leases, NpgsqlDataSource database) : IChats
{
    public async ValueTask<ChatMembership?> FindMemberAsync(
        Guid organizationId, Guid chatId, Guid userId, CancellationToken cancellation)
    {
        Permissions.Demand(info, "chats.read", "Reading chats");
        if (!leases.IsAdmitted(organizationId))
        {
            return null;
        }

        await using var command = database.CreateCommand(
            """
            select m.role, c.type from core.memberships m join core.chats c on c.id = m.chat_id
            where m.organization_id = $1 and m.chat_id = $2 and m.user_id = $3
            """);
        command.Parameters.Add(new() { Value = organizationId });
        command.Parameters.Add(new() { Value = chatId });
        command.Parameters.Add(new() { Value = userId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new()
            {
                ChatId = chatId,
                UserId = userId,
                Role = UpperSnake.Read<ChatRole>(reader.GetString(0)),
                Kind = UpperSnake.Read<ChatKind>(reader.GetString(1)),
            }
            : null;
    }
}
