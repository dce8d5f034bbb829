using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Stogram.Core.Storage;

/// <summary>Tables and columns bear their C# names in snake_case unless the model says otherwise.</summary>
internal static class SnakeCaseNames
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(type => !type.IsMappedToJson()))
        {
            entity.SetTableName(Snake(entity.GetTableName()!));
            foreach (var property in entity.GetProperties().Where(HasNoNameOfItsOwn))
            {
                property.SetColumnName(Snake(property.Name));
            }
        }
    }

    private static bool HasNoNameOfItsOwn(IMutableProperty property) =>
        property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null;

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
