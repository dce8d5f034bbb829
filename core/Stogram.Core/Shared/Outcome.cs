using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Stogram.Core.Shared;

/// <summary>
/// What a verb answers: a value or a refusal. Every door writes it the same way, so a route may return it
/// as it is: the envelope, the status and the OpenAPI description follow.
/// </summary>
public sealed class Outcome<T> : IOutcome, IResult, IEndpointMetadataProvider
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal, bool created) =>
        (this.value, Refusal, Created) = (value, refusal, created);

    public Refusal? Refusal { get; }

    public bool Created { get; }

    public PageInfo? Page { get; init; }

    /// <summary>The value; a bug if the verb refused.</summary>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException(Refusal.Message);

    public static implicit operator Outcome<T>(T value) => new(value, null, false);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal, false);

    public Outcome<T> WithPage(string? next) => new(value, Refusal, Created) { Page = new(next) };

    /// <summary>What becomes of the value, if there is one.</summary>
    public Outcome<T> Then(Func<T, T> make) => Refusal is null ? new(make(value!), null, Created) { Page = Page } : this;

    public static Outcome<T> New(T value) => new(value, null, true);

    public Envelope ToEnvelope() => Refusal is { } no
        ? no.ToEnvelope()
        : new SuccessEnvelope<T>(value, Page);

    public Task ExecuteAsync(HttpContext context) =>
        EnvelopeWriter.Write(context, Refusal?.Code.Status() ?? (Created ? 201 : 200), ToEnvelope());

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(SuccessEnvelope<T>), ["application/json"]));
}

public interface IOutcome
{
    Envelope ToEnvelope();
}

/// <summary>For a verb with nothing to say but that it is done: <c>data</c> is null.</summary>
public sealed record Nothing
{
    private Nothing()
    {
    }

    public static readonly Outcome<Nothing?> Done = (Nothing?)null;
}
