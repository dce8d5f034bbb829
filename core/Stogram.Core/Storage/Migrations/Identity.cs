using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stogram.Core.Storage.Migrations;

[DbContext(typeof(StogramContext))]
[Migration("0006_identity")]
internal sealed class Identity : SqlMigration;
