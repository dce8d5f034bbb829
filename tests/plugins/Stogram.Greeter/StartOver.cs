using Stogram.Plugins;

namespace Stogram.Greeter;

internal sealed class StartOver(IPluginDatabase database) : IBackgroundJob
{
    public async Task RunAsync(JobRun run, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand("delete from counts where organization_id = $1");
        command.Parameters.Add(new() { Value = run.OrganizationId });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
