using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Stogram.Testing.Server;

/// <summary>The envelope of an answer, and by REST its status.</summary>
public sealed record Answer(int Status, JsonNode Envelope)
{
    /// <summary>What was asked for; throws with the server's words if it refused.</summary>
    public JsonNode Data => IsSuccess
        ? Envelope["data"]!
        : throw new InvalidOperationException($"Refused: {Envelope.ToJsonString()}");

    public bool IsSuccess => Envelope["success"]!.GetValue<bool>();

    public string? Code => Envelope["error"]?["code"]?.GetValue<string>();

    public JsonNode? Details => Envelope["error"]?["details"];
}

public static class AnswerCalls
{
    public static async Task<Answer> Call(this HttpClient http, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        using var response = await http.SendAsync(request);
        return await response.ToAnswer();
    }

    public static async Task<Answer> ToAnswer(this HttpResponseMessage response) =>
        new((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
}
