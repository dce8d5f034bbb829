using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Stogram.Plugins;

internal static class AnswerJson
{
    public static int Status(RefusalCode? code) => code switch
    {
        null => 200,
        RefusalCode.ValidationFailed => 400,
        RefusalCode.Forbidden => 403,
        RefusalCode.NotFound => 404,
        RefusalCode.Conflict => 409,
        RefusalCode.Rejected => 422,
        RefusalCode.RateLimited => 429,
        _ => 503,
    };

    public static async Task Write(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = Status(answer.Code);
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(Bytes(json => Envelope(json, answer)), context.RequestAborted);
    }

    public static JsonElement ToElement(Answer answer) => Element(json => Envelope(json, answer));

    public static JsonElement Object(string name, string value) => Element(json =>
    {
        json.WriteStartObject();
        json.WriteString(name, value);
        json.WriteEndObject();
    });

    public static JsonElement Element(Action<Utf8JsonWriter> write) => JsonElement.Parse(Bytes(write).Span);

    private static void Envelope(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject();
        json.WriteBoolean("success", answer.Code is null);
        if (answer.Code is { } code)
        {
            json.WriteStartObject("error");
            json.WriteString("code", JsonNamingPolicy.SnakeCaseUpper.ConvertName(code.ToString()));
            json.WriteString("message", answer.Message);
            Property(json, "details", answer.Details);
            json.WriteEndObject();
        }
        else if (answer.Data is null)
        {
            json.WriteNull("data");
        }
        else
        {
            Property(json, "data", answer.Data);
        }

        json.WriteEndObject();
    }

    private static void Property(Utf8JsonWriter json, string name, JsonElement? value)
    {
        if (value is { } element)
        {
            json.WritePropertyName(name);
            element.WriteTo(json);
        }
    }

    private static ReadOnlyMemory<byte> Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return buffer.WrittenMemory;
    }
}
