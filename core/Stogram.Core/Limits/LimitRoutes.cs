using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Core.Shared;

namespace Stogram.Core.Limits;

internal static class LimitRoutes
{
    public static TBuilder WithLimit<TBuilder>(this TBuilder routes, Limit limit)
        where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(limit);

    /// <summary>The part that only the body tells; address and caller are counted before it is read.</summary>
    public static async ValueTask<object?> CountAccount(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<Limit>() is { } limit
            && context.Arguments.OfType<INamesAccount>().FirstOrDefault()?.AccountOf(http.Request) is { } account
            && await http.RequestServices.GetRequiredService<ILimits>().Take(limit, account, http.RequestAborted) is { } refusal)
        {
            return (Outcome<Nothing?>)refusal;
        }

        return await next(context);
    }
}
