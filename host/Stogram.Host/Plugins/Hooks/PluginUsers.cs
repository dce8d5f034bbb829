using Npgsql;
using Stogram.Host.Plugins.Activations;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Hooks;

internal sealed class PluginUsers(PluginInfo info, Leases leases, NpgsqlDataSource database) : IUsers
{
    public async ValueTask<bool> MayReachAsync(
        Guid organizationId, Guid fromUserId, Guid toUserId, CancellationToken cancellation)
    {
        Permissions.Demand(info, "users.read", "Asking about people");
        if (!leases.IsAdmitted(organizationId))
        {
            return false;
        }

        await using var command = database.CreateCommand(
            """
            select from core.users sender join core.users recipient on recipient.organization_id = sender.organization_id
            where sender.organization_id = $1 and sender.id = $2 and recipient.id = $3
              and sender.deactivated_at is null and recipient.deactivated_at is null
              and (sender.role <> 'GUEST' or exists (
                select from core.acquaintances a where a.user_id = sender.id and a.other_id = recipient.id))
              and (select refusal from core.reach(sender.id, recipient.id)) is null
            """);
        command.Parameters.Add(new() { Value = organizationId });
        command.Parameters.Add(new() { Value = fromUserId });
        command.Parameters.Add(new() { Value = toUserId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation);
    }
}
