using Stogram.Testing.Server;

namespace Stogram.Host.Tests.Realtime;

public sealed class LocalBusTests(LocalBusTests.OneNode node) : BusTests(node), IClassFixture<LocalBusTests.OneNode>
{
    public sealed class OneNode : TwoNodes
    {
        protected override async Task<(TestServer Here, TestServer There)> Start()
        {
            var server = await TestServer.Start();
            return (server, server);
        }
    }
}
