using System.Reflection;
using System.Runtime.Loader;

namespace Stogram.Host.Plugins.Loading;

/// <summary>One activation's assemblies. The rest of the server, and so the core, is out of its sight.</summary>
internal sealed class PluginLoadContext(string entryPath, string name) : AssemblyLoadContext(name, isCollectible: true)
{
    private readonly AssemblyDependencyResolver resolver = new(entryPath);

    private readonly string folder = Path.GetDirectoryName(entryPath)!;

    protected override Assembly Load(AssemblyName assembly)
    {
        if (SharedAssemblies.Contains(assembly.Name!))
        {
            return Default.LoadFromAssemblyName(new AssemblyName(assembly.Name!) { CultureInfo = assembly.CultureInfo });
        }

        var path = resolver.ResolveAssemblyToPath(assembly) ?? Path.Combine(folder, $"{assembly.Name}.dll");
        return File.Exists(path)
            ? LoadFromAssemblyPath(path)
            : throw new FileNotFoundException($"The package has no assembly {assembly.Name}, and the server does not share one.");
    }

    protected override nint LoadUnmanagedDll(string library) =>
        resolver.ResolveUnmanagedDllToPath(library) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
