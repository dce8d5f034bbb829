using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stogram.Core.Storage.Migrations;

[DbContext(typeof(StogramContext))]
[Migration("0014_personal")]
internal sealed class Personal : SqlMigration;
