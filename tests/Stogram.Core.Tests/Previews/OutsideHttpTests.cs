using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Stogram.Core.Outside;

namespace Stogram.Core.Tests.Previews;

/// <summary>Lesson 7: addresses of strangers are looked at after the look-up of the name, when the connection is made, on every redirect.</summary>
public sealed class OutsideHttpTests : IAsyncLifetime
{
    private TestSite site = null!;

    private TestSite inner = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.Start();
        inner = await TestSite.Start($"127.0.0.2:{site.Place.Port}");
        inner.Html("/", "secret");
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        await inner.DisposeAsync();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void An_address_of_an_inner_network_is_none_of_the_open_internet(string address) =>
        Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    [InlineData("::ffff:93.184.215.14")]
    [InlineData("64:ff9b::5db8:d70e")]
    public void An_address_of_the_open_internet_is_one(string address) =>
        Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task Nothing_inside_is_reached_unless_the_operator_allows_that_place()
    {
        var page = site.Html("/", "here");
        using var closed = new OutsideHttp(new());
        using var open = new OutsideHttp(new(site.Place));

        var refused = new[]
        {
            await Get(closed, page), await Get(closed, new($"http://localhost:{site.Place.Port}/")), await Get(closed, new($"http://[::ffff:127.0.0.1]:{site.Place.Port}/")),
        };
        var asked = site.Asked.Count;
        var taken = await Get(open, page);

        Assert.All(refused, Assert.Null);
        Assert.Equal(0, asked);
        Assert.Equal("here", Text(taken));
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_the_second_time_leads_nowhere()
    {
        site.Page("/", context =>
        {
            context.Response.Headers.Connection = "close";
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("here");
        });
        var turns = 0;
        using var http = new OutsideHttp(new(site.Place) { LookUp = (_, _) => Task.FromResult<IPAddress[]>([turns++ == 0 ? site.Place.Address : inner.Place.Address]) });
        var address = new Uri($"http://rebind.example:{site.Place.Port}/");

        var (first, second) = (await Get(http, address), await Get(http, address));

        Assert.Equal(("here", null), (Text(first), Text(second)));
        Assert.Equal((2, 0), (turns, inner.Asked.Count));
    }

    [Fact]
    public async Task A_redirect_is_followed_only_to_where_one_may_go_oneself()
    {
        site.Html("/end", "the end");
        using var http = new OutsideHttp(new(site.Place));

        var good = await Get(http, site.Redirect("/good", "/end"));
        var toInner = await Get(http, site.Redirect("/inner", $"http://{inner.Place}/"));
        var toFile = await Get(http, site.Redirect("/file", "file:///etc/passwd"));
        var toName = await Get(http, site.Redirect("/name", $"http://ada:secret@{site.Place}/end"));
        var round = await Get(http, site.Redirect("/round", "/round"));

        Assert.Equal(("the end", "/end"), (Text(good), good!.Address.AbsolutePath));
        Assert.All(new[] { toInner, toFile, toName, round }, Assert.Null);
        Assert.Empty(inner.Asked);
        Assert.InRange(site.CountOf("/round"), 2, 10);
    }

    [Fact]
    public async Task Who_answers_for_ever_is_left()
    {
        var slow = site.Page("/slow", async context =>
        {
            context.Response.ContentType = "text/html";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ");
                await context.Response.Body.FlushAsync();
                await Task.Delay(20);
            }
        });
        var silent = site.Page("/silent", context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        using var http = new OutsideHttp(new(site.Place) { Patience = TimeSpan.FromMilliseconds(300) });

        Assert.Null(await Get(http, slow));
        Assert.Null(await Get(http, silent));
    }

    [Fact]
    public async Task Of_what_is_larger_than_wanted_only_the_beginning_is_taken_packed_or_not()
    {
        var endless = site.Page("/endless", async context =>
        {
            context.Response.ContentType = "text/html";
            for (var some = new byte[1 << 16]; !context.RequestAborted.IsCancellationRequested;)
            {
                await context.Response.Body.WriteAsync(some);
            }
        });
        var bomb = site.Page("/bomb", async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            for (var i = 0; i < 1_000 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await packed.WriteAsync(new byte[1 << 16]);
            }
        });
        using var http = new OutsideHttp(new(site.Place));

        var (first, second) = (await Get(http, endless), await Get(http, bomb));

        Assert.Equal((Most, false), (first!.Bytes.Length, first.IsWhole));
        Assert.Equal((Most, false), (second!.Bytes.Length, second.IsWhole));
    }

    [Fact]
    public async Task What_is_broken_or_of_another_kind_is_not_taken()
    {
        using var http = new OutsideHttp(new(site.Place));
        var notPacked = site.Page("/broken", context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("not packed");
        });

        Assert.Null(await Get(http, notPacked));
        Assert.Null(await Get(http, site.Bytes("/program", "application/octet-stream", [1, 2, 3])));
        Assert.Null(await Get(http, site.At("/missing")));
        Assert.Null(await Get(http, new("ftp://example.org/")));
    }

    [Fact]
    public async Task Nothing_of_ours_goes_along_and_nothing_of_theirs_is_kept()
    {
        var page = site.Page("/", context =>
        {
            context.Response.Headers.SetCookie = "who=ada";
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("here");
        });
        using var http = new OutsideHttp(new(site.Place));

        await Get(http, page);
        await Get(http, page);

        Assert.All(site.Asked, request => Assert.Equal(["Accept-Encoding", "Host", "User-Agent"], request.Headers.Keys.Order()));
    }

    private const int Most = 100_000;

    private static Task<OutsideBody?> Get(OutsideHttp http, Uri address) =>
        http.Get(address, type => type == "text/html" ? Most : 0, CancellationToken.None);

    private static string? Text(OutsideBody? body) => body is null ? null : Encoding.UTF8.GetString(body.Bytes);
}
