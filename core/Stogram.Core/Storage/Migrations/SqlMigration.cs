using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stogram.Core.Storage.Migrations;

/// <summary>
/// Runs the SQL file beside it that bears the migration's id. Forward only: an expand-then-contract change
/// needs no way down, and a restored backup is a better one.
/// </summary>
internal abstract class SqlMigration : Migration
{
    protected override void Up(MigrationBuilder migration) => migration.Sql(Script());

    private string Script()
    {
        var id = GetType().GetCustomAttribute<MigrationAttribute>()!.Id;
        var name = $"{typeof(SqlMigration).Namespace}.{id}.sql";
        using var stream = typeof(SqlMigration).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The migration {name} is not embedded.");
        return new StreamReader(stream).ReadToEnd();
    }
}
