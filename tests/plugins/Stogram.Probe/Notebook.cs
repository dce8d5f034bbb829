using Stogram.Plugins;

namespace Stogram.Probe;

public sealed class Notebook(IPluginDatabase database)
{
    public async ValueTask Saw(string kind, Guid chatId, long? seq, CancellationToken cancellation) =>
        await Write("insert into seen (kind, chat_id, seq) values ($1, $2, $3)", cancellation, kind, chatId, (object?)seq ?? DBNull.Value);

    public async ValueTask Switched(Guid organizationId, string what, CancellationToken cancellation) =>
        await Write("insert into switches (organization_id, what) values ($1, $2)", cancellation, organizationId, what);

    public async Task<long[]> Seen(Guid chatId, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(
            "select coalesce(array_agg(seq order by id), '{}') from seen where chat_id = $1 and kind = 'MessagePosted'");
        command.Parameters.Add(new() { Value = chatId });
        return (long[])(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>By a view of another schema and by a function of an extension.</summary>
    public async Task<long> Readers(Guid chatId, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(
            "select count(*) from reading.readers where chat_id = $1 and similarity('word', 'words') > 0.5");
        command.Parameters.Add(new() { Value = chatId });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task Write(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.Source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
