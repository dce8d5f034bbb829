using System.Net;
using StackExchange.Redis;

namespace Stogram.Host.Realtime.Redis;

/// <summary>
/// All that is asked of the Redis library, so that another version of it is a change of this file. A link that broke
/// stays broken: a new one is opened, and nothing of the old one's state is guessed at.
/// </summary>
internal sealed class RedisLink : IDisposable
{
    // One number per key: when the bucket will be full again (the generic cell rate algorithm), by Redis's own clock.
    private const string Bucket =
        """
        local t = redis.call('TIME')
        local now = t[1] * 1000 + t[2] / 1000
        local every, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
        local full = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + every
        local wait = full - now - every * burst
        if wait > 0 then return math.ceil(wait) end
        redis.call('SET', KEYS[1], full, 'PX', math.ceil(full - now))
        return 0
        """;

    private readonly ConnectionMultiplexer redis;

    private readonly ISubscriber events;

    private readonly IDatabase data;

    private readonly string prefix;

    private readonly CancellationTokenSource broken = new();

    private RedisLink(ConnectionMultiplexer redis, string prefix)
    {
        (this.redis, this.prefix) = (redis, prefix);
        (events, data) = (redis.GetSubscriber(), redis.GetDatabase());
        redis.ConnectionFailed += (_, _) => broken.Cancel();
    }

    public CancellationToken Broken => broken.Token;

    /// <summary>Where it leads, without what opens it.</summary>
    public static string? Describe(string connectionString)
    {
        try
        {
            return string.Join(',', Options(connectionString).EndPoints.Select(Name));
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return null;
        }
    }

    public static async Task<RedisLink> Open(string connectionString, string prefix)
    {
        var redis = await ConnectionMultiplexer.ConnectAsync(Options(connectionString));
        return new RedisLink(redis, prefix);
    }

    public Task Publish(string channel, byte[] bytes) => events.PublishAsync(prefix + channel, bytes);

    /// <summary>Completes once Redis has confirmed it. What comes is handed over in order.</summary>
    public Task Subscribe(string channel, Action<string, byte[]> heard) =>
        events.SubscribeAsync(prefix + channel, (_, bytes) => heard(channel, bytes));

    public Task Unsubscribe(string channel) => events.UnsubscribeAsync(prefix + channel);

    public Task Add(string set, IEnumerable<Guid> ids) => data.SetAddAsync(prefix + set, Values(ids));

    public Task Remove(string set, Guid id) => data.SetRemoveAsync(prefix + set, id.ToByteArray());

    public Task Expire(string key, TimeSpan after) => data.KeyExpireAsync(prefix + key, after);

    public Task Delete(string key) => data.KeyDeleteAsync(prefix + key);

    public Task<bool> Contains(string set, Guid id) => data.SetContainsAsync(prefix + set, id.ToByteArray());

    public async Task<IEnumerable<Guid>> Members(string set) =>
        (await data.SetMembersAsync(prefix + set)).Select(value => new Guid((byte[])value!));

    /// <summary>How long until the bucket of this key gives again; zero if it gave.</summary>
    public async Task<TimeSpan> Take(string key, int burst, TimeSpan every)
    {
        var wait = await data.ScriptEvaluateAsync(Bucket, [prefix + key], [every.TotalMilliseconds, burst]);
        return TimeSpan.FromMilliseconds((long)wait);
    }

    public void Dispose() =>
        // Off this thread, and not waited for: it may wait for a server that does not answer.
        _ = Task.Run(() => redis.Close(allowCommandsToComplete: false));

    private static ConfigurationOptions Options(string connectionString)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = true;
        options.ClientName = "stogram";
        options.ConnectRetry = 1;
        options.ConnectTimeout = 3000;
        options.SyncTimeout = 3000;
        return options.EndPoints.Count > 0 ? options : throw new ArgumentException("No address.");
    }

    private static RedisValue[] Values(IEnumerable<Guid> ids) => [.. ids.Select(id => (RedisValue)id.ToByteArray())];

    private static string Name(EndPoint endPoint) => endPoint switch
    {
        DnsEndPoint dns => $"{dns.Host}:{dns.Port}",
        _ => endPoint.ToString()!,
    };
}
