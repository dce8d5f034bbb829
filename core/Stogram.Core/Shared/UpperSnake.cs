using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Stogram.Core.Shared;

/// <summary>Words of the wire and of the database: <c>ChatType.Private</c> is <c>PRIVATE</c> in both.</summary>
internal static class UpperSnake
{
    public static string Write<T>(T value) where T : struct, Enum =>
        JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    public static T Read<T>(string word) where T : struct, Enum =>
        Enum.Parse<T>(word.Replace("_", ""), ignoreCase: true);
}

internal sealed class UpperSnakeJson<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false)
    where T : struct, Enum;

internal sealed class UpperSnakeColumn<T>() : ValueConverter<T, string>(
    value => UpperSnake.Write(value), word => UpperSnake.Read<T>(word))
    where T : struct, Enum;
