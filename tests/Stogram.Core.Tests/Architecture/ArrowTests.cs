using System.Xml.Linq;
using Stogram.Testing;

namespace Stogram.Core.Tests.Architecture;

/// <summary>The arrows of the house: plugin → Stogram.Plugins ← Core ← Host, and nothing back.</summary>
public sealed class ArrowTests
{
    private static readonly string Root = Repository.Path();

    public static readonly TheoryData<string, string[]> Houses = new()
    {
        { "core/Stogram.Core", ["Stogram.Plugins"] },
        { "host/Stogram.Host", ["Stogram.Core", "Stogram.Plugins"] },
    };

    [Theory]
    [MemberData(nameof(Houses))]
    public void A_project_points_only_where_the_arrows_do(string project, string[] allowed)
    {
        var references = References(Directory.GetFiles(Path.Combine(Root, project), "*.csproj").Single());

        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Nothing_but_a_plugins_own_tests_references_a_plugin()
    {
        var offenders = Projects()
            .Where(project => !project.StartsWith(Path.Combine(Root, "plugins"), StringComparison.Ordinal))
            .Where(project => File.ReadAllText(project).Replace('\\', '/').Contains("/plugins/Stogram", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    [Fact]
    public void A_plugin_references_the_contract_and_nothing_else_of_the_house()
    {
        foreach (var project in Projects().Where(path =>
            path.StartsWith(Path.Combine(Root, "plugins"), StringComparison.Ordinal)
            && !path.EndsWith(".Tests.csproj", StringComparison.Ordinal)))
        {
            Assert.Empty(References(project).Except(["Stogram.Plugins"]));
        }
    }

    [Fact]
    public void What_is_loaded_is_what_the_project_says()
    {
        var core = typeof(CoreOptions).Assembly.GetReferencedAssemblies().Select(name => name.Name);

        Assert.DoesNotContain("Stogram.Host", core);
    }

    /// <summary>Lesson 4: what is shown of a person without asking what they allow is a setting that is not enforced.</summary>
    [Fact]
    public void A_person_is_shown_by_way_of_what_they_allow_and_no_other_way()
    {
        var showing = Directory.EnumerateFiles(Path.Combine(Root, "core/Stogram.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path) is var code && (code.Contains("(UserView.Of)") || code.Contains("(MemberView.Of)")));

        // Administrators look into a report: they see people as they are, as on their page of people.
        Assert.Equal(["ReadReports.cs", "Sight.cs"], showing.Select(Path.GetFileName).Order());
    }

    [Fact]
    public void The_house_has_the_rooms_of_the_plan()
    {
        var rooms = Directory.GetFileSystemEntries(Root).Select(Path.GetFileName).ToHashSet();

        Assert.Superset(
            new HashSet<string?>
            {
                "Stogram.sln", "core", "host", "client", "admin-ui", "tests", "docs", "stogram", "README.md", "LICENSE", ".ci",
            },
            rooms);
    }

    private static string[] References(string project) =>
        [.. XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(path => Path.GetFileNameWithoutExtension(path))];

    private static IEnumerable<string> Projects() =>
        Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal) && !path.Contains("/artifacts/", StringComparison.Ordinal));
}
