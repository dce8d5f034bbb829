namespace Stogram.Host.Web;

/// <summary>Collects routes; whoever made it takes out what they become.</summary>
internal sealed class CollectRoutes(IServiceProvider services) : IEndpointRouteBuilder
{
    public IServiceProvider ServiceProvider => services;

    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public IEnumerable<Endpoint> Endpoints => DataSources.SelectMany(source => source.Endpoints);

    public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
}
