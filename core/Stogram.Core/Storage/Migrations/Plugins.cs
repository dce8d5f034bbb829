using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stogram.Core.Storage.Migrations;

[DbContext(typeof(StogramContext))]
[Migration("0002_plugins")]
internal sealed class Plugins : SqlMigration;
