namespace Stogram.Host.Plugins.Activations;

/// <summary>
/// The last lines a plugin logged, beside the server's log. Words alone are kept: an exception or a state of the plugin's
/// type would keep it loaded.
/// </summary>
internal sealed class LogTail(ILoggerFactory loggers, TimeProvider time) : ILoggerFactory
{
    private const int Lines = 50;

    private const int Longest = 500;

    private readonly Queue<string> lines = [];

    public IReadOnlyList<string> Read()
    {
        lock (lines)
        {
            return [.. lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => new Tail(this, loggers.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The server's log is the server's.");

    public void Dispose()
    {
        // The server's loggers are not the plugin's to end.
    }

    private void Add(LogLevel level, string text)
    {
        var line = $"{time.GetUtcNow():yyyy-MM-dd HH:mm:ss} {level}: {text}";
        lock (lines)
        {
            lines.Enqueue(line.Length <= Longest ? line : line[..Longest]);
            if (lines.Count > Lines)
            {
                lines.Dequeue();
            }
        }
    }

    private sealed class Tail(LogTail tail, ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
            if (logLevel >= LogLevel.Information && logLevel != LogLevel.None)
            {
                tail.Add(logLevel, exception is null ? formatter(state, null) : $"{formatter(state, exception)} ({Guard.Describe(exception)})");
            }
        }
    }
}
