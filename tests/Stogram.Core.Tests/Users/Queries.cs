using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Stogram.Core.Tests.Users;

/// <summary>What the server asks its database, to be explained afterwards as it was asked.</summary>
internal sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string database;
    private readonly ConcurrentQueue<(string Sql, NpgsqlParameter[] Parameters)> asked = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    public Queries(string connectionString)
    {
        database = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void Forget() => asked.Clear();

    /// <summary>The plans of all that was asked since, one text each.</summary>
    public async Task<string[]> Explain(NpgsqlConnection connection)
    {
        var plans = new List<string>();
        foreach (var (sql, parameters) in asked)
        {
            await using var command = new NpgsqlCommand($"explain {sql}", connection);
            command.Parameters.AddRange(parameters);
            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(0));
            }

            plans.Add(string.Join('\n', lines));
        }

        return [.. plans];
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(listener.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> happened)
    {
        if (happened.Value is CommandEventData { Command: NpgsqlCommand command } && command.Connection?.Database == database
            && command.CommandText.Contains("SELECT", StringComparison.OrdinalIgnoreCase))
        {
            asked.Enqueue((command.CommandText, [.. command.Parameters.Select(parameter => parameter.Clone())]));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }
}
