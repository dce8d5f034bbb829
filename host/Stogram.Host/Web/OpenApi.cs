using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Stogram.Core.Shared;

namespace Stogram.Host.Web;

/// <summary>OpenAPI 3.1 of the core at /openapi/v1.json, made from the routes.</summary>
internal static class OpenApi
{
    public static void AddStogramOpenApi(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.CreateSchemaReferenceId = type =>
                OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace("[]", "List", StringComparison.Ordinal);
            options.AddSchemaTransformer(RequireWhatIsAlwaysThere);
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "Stogram", Version = "v1" };
                document.Servers = [];
                document.Components ??= new();
                document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
                document.Components.SecuritySchemes["bearer"] =
                    new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" };
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                var metadata = context.Description.ActionDescriptor.EndpointMetadata;
                if (!metadata.OfType<IAllowAnonymous>().Any())
                {
                    operation.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
                }

                foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
                {
                    parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
                }

                return Task.CompletedTask;
            });
        });

    /// <summary>A request must carry what its rules demand; an answer carries all but what is left out when null.</summary>
    private static Task RequireWhatIsAlwaysThere(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object && schema.Required is not null)
        {
            var isRequest = context.JsonTypeInfo.Type.IsAssignableTo(typeof(IRequest));
            schema.Required = context.JsonTypeInfo.Properties
                .Where(property => isRequest ? Has<RequiredAttribute>(property) : !Has<JsonIgnoreAttribute>(property))
                .Select(property => property.Name).ToHashSet();
        }

        return Task.CompletedTask;
    }

    private static bool Has<T>(JsonPropertyInfo property) where T : Attribute =>
        property.AttributeProvider?.IsDefined(typeof(T), inherit: true) ?? false;
}
