using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Stogram.Host.Realtime;

/// <summary>
/// An event as every socket gets it: serialized once, whether its readers sit on this node or on another. The hub
/// speaks SignalR's JSON protocol alone, so that one form serves all.
/// </summary>
internal readonly record struct Frame(ReadOnlyMemory<byte> Bytes)
{
    private const string Protocol = "json";

    public SerializedHubMessage Message => new([new(Protocol, Bytes)]);

    public static Frame Of(IHubProtocolResolver protocols, string type, object payload) =>
        new(protocols.GetProtocol(Protocol, null)!.GetMessageBytes(new InvocationMessage(type, [payload])));
}
