using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stogram.Core.Storage.Migrations;

[DbContext(typeof(StogramContext))]
[Migration("0024_link_previews")]
internal sealed class LinkPreviews : SqlMigration;
