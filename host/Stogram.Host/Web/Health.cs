using Npgsql;

namespace Stogram.Host.Web;

internal sealed class Readiness
{
    public volatile bool IsReady;
}

internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok()).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", async (Readiness readiness, NpgsqlDataSource database, CancellationToken cancellation) =>
        {
            if (!readiness.IsReady)
            {
                return Results.StatusCode(503);
            }

            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellation);
            return Results.Ok();
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
