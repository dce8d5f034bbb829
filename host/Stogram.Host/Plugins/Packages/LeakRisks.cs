using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Stogram.Host.Plugins.Packages;

/// <summary>
/// What an assembly calls that is known to remember its types for as long as the process runs, read from its metadata without
/// loading it.
/// </summary>
internal static class LeakRisks
{
    private static readonly HashSet<string> Always =
    [
        "System.ComponentModel.DataAnnotations.Validator", "System.ComponentModel.TypeDescriptor", "System.Reflection.DispatchProxy",
        "Microsoft.Extensions.DependencyInjection.OptionsBuilderDataAnnotationsExtensions",
        "Microsoft.Extensions.DependencyInjection.EntityFrameworkServiceCollectionExtensions",
    ];

    // Not those of requests and responses: the generator's own code has them beside what it has generated.
    private static readonly HashSet<string> Json =
    [
        "System.Text.Json.JsonSerializer", "System.Net.Http.Json.HttpClientJsonExtensions", "System.Net.Http.Json.HttpContentJsonExtensions",
    ];

    public static IReadOnlyList<string> In(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.MemberReferences.Select(handle => Risk(metadata, metadata.GetMemberReference(handle)))
                .Concat(metadata.TypeReferences.Select(handle => metadata.GetTypeReference(handle)).Select(type => metadata.GetString(type.Namespace) == "Quartz" ? "Quartz" : null))
                .OfType<string>().Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static string? Risk(MetadataReader metadata, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeReference || member.GetKind() != MemberReferenceKind.Method)
        {
            return null;
        }

        var type = TypeNames.Of(metadata, (TypeReferenceHandle)member.Parent);
        var called = $"{type[(type.LastIndexOf('.') + 1)..]}.{metadata.GetString(member.Name)}";
        if (Always.Contains(type))
        {
            return called;
        }

        var signature = member.DecodeMethodSignature(new TypeNames(), null);
        return type switch
        {
            _ when Json.Contains(type) && !signature.ParameterTypes.Any(parameter => parameter.StartsWith("System.Text.Json.Serialization.", StringComparison.Ordinal))
                => $"{called} by reflection",
            "Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions" when signature.GenericParameterCount > 0 => $"{called}<T>",
            // What the generator has made takes the place of these calls.
            "Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions" when signature.ParameterTypes.Contains("System.Delegate")
                => $"{called} without EnableRequestDelegateGenerator",
            _ => null,
        };
    }

    /// <summary>Of generic types the name alone, and of what else there is nothing.</summary>
    private sealed class TypeNames : ISignatureTypeProvider<string, object?>
    {
        public static string Of(MetadataReader reader, TypeReferenceHandle handle) =>
            reader.GetTypeReference(handle) is var type ? $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}" : "";

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Of(reader, handle);

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => "";

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => "";

        public string GetArrayType(string elementType, ArrayShape shape) => "";

        public string GetByReferenceType(string elementType) => "";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "";

        public string GetGenericMethodParameter(object? genericContext, int index) => "";

        public string GetGenericTypeParameter(object? genericContext, int index) => "";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetPinnedType(string elementType) => elementType;

        public string GetPointerType(string elementType) => "";

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "";

        public string GetSZArrayType(string elementType) => "";
    }
}
