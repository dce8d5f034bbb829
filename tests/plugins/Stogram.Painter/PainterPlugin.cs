using Stogram.Plugins;

namespace Stogram.Painter;

public sealed class PainterPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin)
    {
    }
}
