using System.Text;
using Npgsql;

namespace Stogram.Search.Finding;

/// <summary>SQL that is put together; what comes from people is always a parameter.</summary>
internal sealed class Statement
{
    private readonly StringBuilder sql = new();

    private readonly List<NpgsqlParameter> parameters = [];

    public Statement Add(string part)
    {
        sql.Append(part).Append('\n');
        return this;
    }

    /// <summary>Stands in the SQL for a value.</summary>
    public string Value(object value)
    {
        parameters.Add(new() { Value = value });
        return $"${parameters.Count}";
    }

    public NpgsqlBatchCommand Command()
    {
        var command = new NpgsqlBatchCommand(sql.ToString());
        parameters.ForEach(parameter => command.Parameters.Add(parameter));
        return command;
    }
}
