using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stogram.Core.Storage.Migrations;

[DbContext(typeof(StogramContext))]
[Migration("0022_topics")]
internal sealed class Topics : SqlMigration;
