using System.Text;
using System.Xml.Linq;
using Settlements.Tests.Conventions;

namespace Settlements.IntegrationTests.Packaging;

/// <summary>Opens the packages and looks for what a user of them needs.</summary>
public sealed class PackagingTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    /// <summary>What each package brings along. A new dependency is a decision, so it is written down here too.</summary>
    private static readonly Dictionary<string, string[]> Dependencies = new(StringComparer.Ordinal)
    {
        ["Settlements.Sdk"] =
        [
            "Microsoft.Extensions.Caching.Memory",
            "Microsoft.Extensions.Diagnostics.HealthChecks",
            "Microsoft.Extensions.Hosting.Abstractions",
            "Microsoft.Extensions.Http",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
            "Microsoft.Extensions.Options.ConfigurationExtensions",
            "NodaTime",
            "Polly.Core",
        ],
        ["Settlements.Sdk.AcceptanceTests"] = ["Settlements.Sdk", "xunit.assert", "xunit.extensibility.core"],
        ["Settlements.Sdk.EntityFrameworkCore"] =
        [
            "Microsoft.EntityFrameworkCore.Sqlite",
            "Npgsql",
            "Npgsql.EntityFrameworkCore.PostgreSQL",
            "SQLitePCLRaw.bundle_e_sqlite3",
            "SQLitePCLRaw.core",
            "Settlements.Sdk",
        ],
        ["Settlements.Sdk.Testing"] = ["Settlements.Sdk"],
    };

    public static TheoryData<string> Ids => Product.Names;

    [Fact]
    public void Every_packed_project_is_looked_at() => Product.PackableProjects.Should().BeEquivalentTo(Dependencies.Keys);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Says_what_it_is_and_under_which_licence(string id)
    {
        using var package = packages.Open(id);

        package.Says("id").Should().Be(id);
        package.Says("version").Should().MatchRegex(@"^\d+\.\d+\.\d+(-[0-9a-z.]+)?$");
        package.Says("authors").Should().NotBeNullOrWhiteSpace();
        package.Says("description")!.Length.Should().BeInRange(80, 400, "a sentence or two that say for whom it is");
        package.Says("tags")!.Split(' ').Should().HaveCountGreaterThan(4).And.Contain(["1c", "billmanager", "credit-limit"]);
        package
            .Specification.Descendants()
            .Single(e => e.Name.LocalName == "license")
            .Should()
            .Match<XElement>(e => e.Value == "MIT" && e.Attribute("type")!.Value == "expression");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Holds_the_readme_and_the_icon(string id)
    {
        using var package = packages.Open(id);

        package.ReadText(package.Says("readme")!).Should().Be(File.ReadAllText(Repository.Path("README.md")));
        package
            .Read(package.Says("icon")!)
            .Should()
            .Equal(File.ReadAllBytes(Repository.Path("icon.png")))
            .And.StartWith([0x89, 0x50, 0x4E, 0x47]);
        package.Read(package.Says("icon")!).Length.Should().BeLessThan(1024 * 1024, "the gallery takes no larger one");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Brings_only_the_dependencies_that_were_decided(string id)
    {
        using var package = packages.Open(id);
        var groups = package
            .Specification.Descendants()
            .Where(e => e.Name.LocalName == "group" && e.Parent!.Name.LocalName == "dependencies")
            .ToList();

        groups.Should().ContainSingle().Which.Attribute("targetFramework")!.Value.Should().Be("net10.0");
        groups[0].Elements().Select(e => e.Attribute("id")!.Value).Should().BeEquivalentTo(Dependencies[id]);
    }

    [Theory]
    [InlineData("Settlements.Sdk", false)]
    [InlineData("Settlements.Sdk.AcceptanceTests", false)]
    [InlineData("Settlements.Sdk.EntityFrameworkCore", false)]
    [InlineData("Settlements.Sdk.Testing", true)]
    public void Only_the_emulators_need_a_web_server(string id, bool needsAspNet)
    {
        using var package = packages.Open(id);

        package
            .Specification.Descendants()
            .Where(e => e.Name.LocalName == "frameworkReference")
            .Select(e => e.Attribute("name")!.Value)
            .Should()
            .BeEquivalentTo(needsAspNet ? ["Microsoft.AspNetCore.App"] : Array.Empty<string>());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Holds_the_library_its_documentation_and_nothing_else(string id)
    {
        using var package = packages.Open(id);

        package
            .Files.Where(file =>
                !file.StartsWith("_rels/", StringComparison.Ordinal) && !file.StartsWith("package/", StringComparison.Ordinal)
            )
            .Where(file => !file.EndsWith($"/{id}.resources.dll", StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo(
                "[Content_Types].xml",
                $"{id}.nuspec",
                "README.md",
                "icon.png",
                $"lib/net10.0/{id}.dll",
                $"lib/net10.0/{id}.xml"
            );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Documents_every_public_member(string id)
    {
        using var package = packages.Open(id);
        var documented = XDocument.Parse(package.ReadText($"lib/net10.0/{id}.xml")).Descendants("member").ToList();
        var names = documented.Select(member => member.Attribute("name")!.Value.Split('(', '`', '~')[0]).ToHashSet(StringComparer.Ordinal);
        var members = DocumentedMembers.Of(Product.Named(id)).Select(name => name.Split('`')[0]).Distinct(StringComparer.Ordinal).ToList();

        members.Should().NotBeEmpty();
        members.Where(name => !names.Contains(name)).Should().BeEmpty();
        documented
            .Where(member => member.Value.Trim().Length == 0 && member.Element("inheritdoc") is null)
            .Should()
            .BeEmpty("an entry without words documents nothing");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Leads_a_debugger_to_the_sources_of_this_commit(string id)
    {
        using var package = packages.Open(id);
        using var symbols = new Symbols(package.ReadSymbols($"lib/net10.0/{id}.pdb"));
        var repository = package.Specification.Descendants().Single(e => e.Name.LocalName == "repository");
        var (url, commit) = (repository.Attribute("url")!.Value, repository.Attribute("commit")!.Value);

        repository.Attribute("type")!.Value.Should().Be("git");
        url.Should().StartWith("https://");
        commit.Should().MatchRegex("^[0-9a-f]{40}$");
        symbols.SourceLink.Should().Be($$$"""{"documents":{"/_/*":"{{{url}}}/raw/{{{commit}}}/*"}}""");
        symbols.Documents.Should().NotBeEmpty().And.OnlyContain(document => document.StartsWith("/_/", StringComparison.Ordinal));
        symbols.EmbeddedDocuments.Should().BeEquivalentTo(symbols.Documents, "stepping into the library works without a network too");
        symbols.Id.Should().Be(Symbols.IdExpectedBy(package.Read($"lib/net10.0/{id}.dll")), "symbols of another build help nobody");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Names_no_folder_of_the_machine_that_built_it(string id)
    {
        using var package = packages.Open(id);
        string[] folders =
        [
            Repository.Root,
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar,
        ];

        foreach (var file in package.Files.Where(file => file.Contains(id, StringComparison.Ordinal)))
        {
            var text = Encoding.Latin1.GetString(package.Read(file));
            folders.Where(folder => text.Contains(folder, StringComparison.Ordinal)).Should().BeEmpty(file);
        }

        Encoding.Latin1.GetString(package.ReadSymbols($"lib/net10.0/{id}.pdb")).Should().NotContain(Repository.Root);
    }
}
