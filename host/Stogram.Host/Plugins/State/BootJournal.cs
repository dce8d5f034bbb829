using System.Diagnostics;
using System.Runtime.Loader;
using System.Text.Json;
using Stogram.Host.Plugins.Loading;
using Stogram.Host.Plugins.Packages;

namespace Stogram.Host.Plugins.State;

/// <param name="Starting">The plugin that was starting when this was written.</param>
/// <param name="Strikes">How often in a row the server ended while a plugin was starting.</param>
/// <param name="Accused">Those whose code ended the server beyond doubt, and how.</param>
internal sealed record JournalPage(string? Starting, Dictionary<string, int> Strikes, Dictionary<string, string> Accused);

/// <summary>
/// Remembers over the end of the process what plugin code was doing to it. Nothing can keep such code from ending the
/// process; the next start can leave it out.
/// </summary>
internal sealed class BootJournal : IDisposable
{
    private const int Most = 2;

    private readonly string path;

    private readonly Lock gate = new();

    private JournalPage page;

    public BootJournal(PluginFolders folders)
    {
        path = Path.Combine(folders.Installed, "journal.json");
        page = Read();
        AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
    }

    /// <summary>Those that must not run again until somebody acts. Each is named once.</summary>
    public IReadOnlyList<(string PluginId, string Reason)> Open()
    {
        lock (gate)
        {
            var strikes = new Dictionary<string, int>(page.Strikes);
            if (page.Starting is { } starting)
            {
                strikes[starting] = strikes.GetValueOrDefault(starting) + 1;
            }

            var culprits = page.Accused.Select(one => (one.Key, one.Value))
                .Concat(strikes.Where(one => one.Value >= Most).Select(one => (one.Key, $"The server ended {one.Value} times in a row while it was starting.")))
                .DistinctBy(one => one.Key).ToArray();
            Write(new(null, strikes.Where(one => one.Value < Most).ToDictionary(), []));
            return culprits;
        }
    }

    /// <summary>Until disposed: if the process ends in between, it is a strike.</summary>
    public IDisposable Starting(string pluginId)
    {
        lock (gate)
        {
            Write(page with { Starting = pluginId });
        }

        return new Mark(() =>
        {
            lock (gate)
            {
                Write(page with { Starting = null, Strikes = page.Strikes.Where(one => one.Key != pluginId).ToDictionary() });
            }
        });
    }

    public void Dispose() => AppDomain.CurrentDomain.UnhandledException -= OnUnhandled;

    // The process ends when this returns: a thread of its own, an async void method, a timer threw.
    private void OnUnhandled(object sender, UnhandledExceptionEventArgs thrown)
    {
        if (thrown.ExceptionObject is Exception e && Owner(e) is { } context && context.Name is { } name)
        {
            lock (gate)
            {
                Write(page with { Accused = new(page.Accused) { [name.Split(' ')[0]] = $"It ended the server: {e.GetType().Name}: {e.Message}" } });
            }
        }
    }

    private static AssemblyLoadContext? Owner(Exception e) => new StackTrace(e).GetFrames()
        .Select(frame => frame.GetMethod()?.Module.Assembly).OfType<System.Reflection.Assembly>()
        .Append(e.GetType().Assembly)
        .Select(AssemblyLoadContext.GetLoadContext).FirstOrDefault(context => context is PluginLoadContext);

    private JournalPage Read()
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), PluginJson.Default.JournalPage)! : new(null, [], []);
        }
        catch (JsonException)
        {
            return new(null, [], []);
        }
    }

    private void Write(JournalPage next)
    {
        page = next;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText($"{path}.new", JsonSerializer.Serialize(next, PluginJson.Default.JournalPage));
        File.Move($"{path}.new", path, overwrite: true);
    }

    private sealed class Mark(Action done) : IDisposable
    {
        public void Dispose() => done();
    }
}
