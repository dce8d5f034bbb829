using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Stogram.Testing.Server;

/// <summary>A web server somewhere, with pages that tests write.</summary>
public sealed class TestSite : IAsyncDisposable
{
    /// <summary>A PNG of one pixel.</summary>
    public static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly WebApplication app;

    private readonly ConcurrentDictionary<string, RequestDelegate> pages = [];

    private TestSite(WebApplication app) => this.app = app;

    /// <summary>The requests that came, by path.</summary>
    public ConcurrentQueue<(string Path, IHeaderDictionary Headers)> Asked { get; } = [];

    public IPEndPoint Place => IPEndPoint.Parse(new Uri(app.Urls.First()).Authority);

    public static async Task<TestSite> Start(string at = "127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var site = new TestSite(builder.Build());
        site.app.Urls.Add($"http://{at}");
        site.app.Run(context =>
        {
            site.Asked.Enqueue((context.Request.Path, new HeaderDictionary(context.Request.Headers.ToDictionary())));
            return site.pages.TryGetValue(context.Request.Path, out var page) ? page(context) : Missing(context);
        });
        await site.app.StartAsync();
        return site;
    }

    public Uri At(string path) => new(new Uri(app.Urls.First()), path);

    public int CountOf(string path) => Asked.Count(request => request.Path == path);

    public Uri Page(string path, RequestDelegate page)
    {
        pages[path] = page;
        return At(path);
    }

    public Uri Html(string path, string html, string type = "text/html; charset=utf-8") =>
        Page(path, context => Write(context, type, System.Text.Encoding.UTF8.GetBytes(html)));

    public Uri Bytes(string path, string type, byte[] bytes) => Page(path, context => Write(context, type, bytes));

    public Uri Redirect(string path, string to) => Page(path, context =>
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    });

    /// <summary>A page about a roof, with a picture of it.</summary>
    public Uri Roof(string path = "/roof")
    {
        Bytes($"{path}.png", "image/png", Pixel);
        return Html(path, $"""
            <html><head><title>Not this</title>
            <meta property="og:site_name" content="Roofs"><meta property="og:title" content="The roof at six">
            <meta property="og:description" content="Bring a coat."><meta property="og:image" content="{path}.png"></head></html>
            """);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Task Write(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type;
        return context.Response.Body.WriteAsync(bytes).AsTask();
    }

    private static Task Missing(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
