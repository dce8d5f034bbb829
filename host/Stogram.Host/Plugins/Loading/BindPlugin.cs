using System.Reflection;
using Stogram.Host.Plugins.Packages;
using Stogram.Plugins;

namespace Stogram.Host.Plugins.Loading;

/// <summary>From a package to its entry object. All types are bound here, so that a missing one fails now and not in a call.</summary>
internal static class BindPlugin
{
    public static IPlugin From(PluginPackage package, PluginLoadContext context)
    {
        var entries = Types(context.LoadFromAssemblyPath(package.EntryPath))
            .Where(type => type.IsAssignableTo(typeof(IPlugin)) && type is { IsAbstract: false, IsInterface: false })
            .ToArray();
        return entries is [var entry]
            ? (IPlugin)Activator.CreateInstance(entry)!
            : throw new BindException($"{package.Info.Entry} has {entries.Length} classes that implement IPlugin; it must have one.");
    }

    private static Type[] Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            // The loader's own exceptions refer to the context: only their words may leave.
            throw new BindException(string.Join(' ', e.LoaderExceptions.Select(fault => fault?.Message).Distinct()));
        }
    }
}

internal sealed class BindException(string message) : Exception(message);
