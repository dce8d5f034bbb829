using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Host.Plugins.Packages;
using Stogram.Testing;

namespace Stogram.Host.Tests.Plugins;

public sealed class LeakRisksTests
{
    [Fact]
    public void What_keeps_code_in_memory_is_named()
    {
        var found = LeakRisks.In(typeof(LeakRisksTests).Assembly.Location);

        Assert.Superset(
            new HashSet<string>
            {
                "JsonSerializer.Serialize by reflection", "Validator.TryValidateObject", "TypeDescriptor.GetConverter", "DispatchProxy.Create",
                "HttpClientFactoryServiceCollectionExtensions.AddHttpClient<T>", "EntityFrameworkServiceCollectionExtensions.AddDbContext",
                "EndpointRouteBuilderExtensions.MapGet without EnableRequestDelegateGenerator",
            },
            found.ToHashSet());
    }

    [Fact]
    public void Plugins_that_leave_memory_have_nothing_of_it()
    {
        var packages = new[] { "plugins", "test-plugins" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.Path("artifacts", folder), "plugin.json", SearchOption.AllDirectories))
            .Select(manifest => ReadPackage.From(Path.GetDirectoryName(manifest)!)).ToArray();

        Assert.Contains(packages, package => package.Info.Id == "search");
        Assert.Equal([], packages.SelectMany(package => package.LeakRisks.Select(risk => $"{package.Info.Id}: {risk}")));
    }

    // Never called: that it is compiled is what is read.
    private static void Careless(object any, IServiceCollection services, IEndpointRouteBuilder routes)
    {
        _ = JsonSerializer.Serialize(any);
        _ = Validator.TryValidateObject(any, new ValidationContext(any), null);
        _ = TypeDescriptor.GetConverter(any);
        _ = DispatchProxy.Create<IDisposable, DispatchProxy>();
        services.AddHttpClient<LeakRisksTests>();
        services.AddDbContext<DbContext>();
        routes.MapGet("/", (string word) => word);
    }
}
