using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Stogram.Core.Messages;
using Stogram.Core.Shared;

namespace Stogram.Load.References;

/// <summary>What a first tutorial builds: a group per chat, a broadcast, an answer; nothing is checked and nothing kept.</summary>
internal sealed class BareHub : Hub
{
    public override async Task OnConnectedAsync()
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, Query("chat"));
        await Clients.Caller.SendAsync("sync:required", new NoPayload());
    }

    [HubMethodName("dispatch")]
    public async Task<SuccessEnvelope<MessageView>> Dispatch(string type, JsonElement payload)
    {
        var message = BareMessage.Make(Guid.Parse(Query("person")), payload);
        await Clients.Group(message.ChatId.ToString()).SendAsync("message:new", message);
        return new(message);
    }

    private string Query(string name) => Context.GetHttpContext()!.Request.Query[name].ToString();
}
