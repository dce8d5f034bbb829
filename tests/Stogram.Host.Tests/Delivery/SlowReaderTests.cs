using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Stogram.Host.Realtime;
using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Delivery;

public sealed class SlowReaderTests
{
    /// <summary>What the host keeps, and what fits into the kernel's buffers of a socket at both ends.</summary>
    private const int MostKept = 3000;

    [Fact]
    public async Task A_socket_that_does_not_read_is_cut_and_keeps_nobody_waiting()
    {
        await using var server = await TestServer.Start();
        using var ada = await server.SignUp("ada");
        using var bo = await server.SignUp("bo");
        var chatId = await ada.PrivateChat(bo);
        using var deaf = await Deaf(server, bo);
        await using var adas = await ada.Connect();
        var sockets = server.Services.GetRequiredService<Connections>().Of(bo.Id);
        Assert.Single(sockets.All);

        var text = new string('x', 10_000);
        var sent = 0;
        for (; sent < 10_000 && sockets.IsHere; sent += 100)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => adas.Send(chatId, text)));
            Assert.All(answers, answer => Assert.True(answer.IsSuccess));
        }

        Assert.False(sockets.IsHere);
        Assert.True(sent < MostKept, $"{sent} messages of 10 kB were kept for somebody who does not read.");
    }

    private static async Task<ClientWebSocket> Deaf(TestServer server, TestPerson person)
    {
        var socket = new ClientWebSocket();
        var url = new UriBuilder(server.Url) { Scheme = "ws", Path = "/hub", Query = $"access_token={person.AccessToken}" };
        await socket.ConnectAsync(url.Uri, CancellationToken.None);
        await socket.SendAsync(
            Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        var sockets = server.Services.GetRequiredService<Connections>().Of(person.Id);
        while (!sockets.IsHere)
        {
            await Task.Delay(20);
        }

        return socket;
    }
}
