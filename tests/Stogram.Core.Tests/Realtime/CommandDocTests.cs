using System.Text.RegularExpressions;
using Stogram.Core.Realtime;
using Stogram.Testing;

namespace Stogram.Core.Tests.Realtime;

public sealed partial class CommandDocTests
{
    [Fact]
    public void The_page_on_realtime_names_every_command_and_no_other()
    {
        var page = File.ReadAllText(Repository.Path("docs", "realtime.md"));
        var commands = page[page.IndexOf("## Commands", StringComparison.Ordinal)..page.IndexOf("## Events", StringComparison.Ordinal)];

        var named = FirstCell().Matches(commands).SelectMany(row => Quoted().Matches(row.Value)).Select(name => name.Groups[1].Value);

        Assert.Equal(new Commands().Names.Order(), named.Order());
    }

    [GeneratedRegex(@"^\| `[^|]*", RegexOptions.Multiline)]
    private static partial Regex FirstCell();

    [GeneratedRegex("`([a-z:-]+)`")]
    private static partial Regex Quoted();
}
