using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using Stogram.Host.Realtime.Redis;

namespace Stogram.Host.Web;

internal sealed class Readiness
{
    public volatile bool IsReady;
}

/// <param name="Redis">Missing on a server that has none; a server is ready without it.</param>
internal sealed record ReadyView(
    string Database, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Redis);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReadyView))]
internal sealed partial class HealthJson : JsonSerializerContext;

internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var redis = app.ServiceProvider.GetService<Relay>();
        app.MapGet("/health/live", () => Results.Ok()).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", async (Readiness readiness, NpgsqlDataSource database, CancellationToken cancellation) =>
        {
            if (!readiness.IsReady)
            {
                return Results.StatusCode(503);
            }

            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellation);
            var view = new ReadyView("CONNECTED", redis is null ? null : redis.Up is null ? "UNREACHABLE" : "CONNECTED");
            return Results.Json(view, HealthJson.Default.ReadyView);
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
