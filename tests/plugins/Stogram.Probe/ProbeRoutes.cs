using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Stogram.Plugins;

namespace Stogram.Probe;

internal static class ProbeRoutes
{
    public static void MapProbe(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/hello", (PluginCaller caller, IPluginSettings<ProbeSettings> settings) =>
            Answer.Ok(new Hello(caller.OrganizationId, settings.For(caller.OrganizationId).Greeting), ProbeJson.Default.Hello));
        routes.MapGet("/token", (PluginCaller caller, IPluginSettings<ProbeSettings> settings) =>
            Answer.Ok(settings.For(caller.OrganizationId).Token ?? "none", ProbeJson.Default.String));
        routes.MapGet("/greeting/{chatId:guid}", (PluginCaller caller, Guid chatId, IPluginSettings<ProbeSettings> settings) =>
        {
            var set = settings.ForChat(caller.OrganizationId, chatId);
            return Answer.Ok($"{set.Greeting}, {set.Token ?? "none"}", ProbeJson.Default.String);
        });
        routes.MapPost("/echo", (Echo body) => Answer.Ok(body, ProbeJson.Default.Echo));
        routes.MapGet("/role/{chatId:guid}", async (PluginCaller caller, Guid chatId, IChats chats, CancellationToken cancellation) =>
            await chats.FindMemberAsync(caller, chatId, cancellation) is { } member
                ? Answer.Ok(member.Role.ToString(), ProbeJson.Default.String)
                : Answer.NotFound());
        routes.MapGet("/reach/{userId:guid}", async (PluginCaller caller, Guid userId, IUsers users, CancellationToken cancellation) =>
            Answer.Ok(await users.MayReachAsync(caller, userId, cancellation), ProbeJson.Default.Boolean));
        routes.MapPost("/say/{chatId:guid}", (PluginCaller caller, Guid chatId, Echo body, IMessages messages, CancellationToken cancellation) =>
            messages.Post(caller, chatId, body.Text, cancellation).AsTask());
        routes.MapPost("/revise/{chatId:guid}/{id:guid}", async (PluginCaller caller, Guid chatId, Guid id, Echo body, IMessages messages, CancellationToken cancellation) =>
        {
            var edited = await messages.EditAsync(caller.OrganizationId, chatId, id, null, System.Text.Json.JsonElement.Parse(body.Text), cancellation);
            return Answer.Ok(edited.Code ?? "OK", ProbeJson.Default.String);
        });
        routes.MapGet("/read/{chatId:guid}", async (PluginCaller caller, Guid chatId, IMessages messages, CancellationToken cancellation) =>
            Answer.Ok(
                string.Join(',', (await messages.ReadAsync(caller.OrganizationId, chatId, long.MaxValue, 10, cancellation)).Select(message => message.Text)),
                ProbeJson.Default.String));
        routes.MapGet("/seen/{chatId:guid}", async (Guid chatId, Notebook notebook, CancellationToken cancellation) =>
            Answer.Ok(await notebook.Seen(chatId, cancellation), ProbeJson.Default.Int64Array));
        routes.MapGet("/readers/{chatId:guid}", async (Guid chatId, Notebook notebook, CancellationToken cancellation) =>
            Answer.Ok([await notebook.Readers(chatId, cancellation)], ProbeJson.Default.Int64Array));
        routes.MapPost("/diary/{chatId:guid}", async (Guid chatId, Diary diary, CancellationToken cancellation) =>
            Answer.Ok(await diary.Try(chatId, cancellation), ProbeJson.Default.Int64Array));
        routes.MapGet("/wait/{milliseconds:int}", async (int milliseconds, CancellationToken cancellation) =>
        {
            await Task.Delay(milliseconds, cancellation);
            return Answer.Done;
        });
        routes.MapPost("/dig", (PluginCaller caller, Shovel shovel, IJobs jobs, TimeProvider time, CancellationToken cancellation) =>
            jobs.Enqueue(caller, shovel, time, cancellation));
        routes.MapGet("/find/{word}", (PluginCaller caller, string word, IProviders providers, CancellationToken cancellation) =>
            providers.Find(caller, word, cancellation));
        routes.MapGet("/throw", Answer () => throw new ProbeException("a secret of the plugin"));
    }
}

internal sealed class ProbeException(string message) : Exception(message);
