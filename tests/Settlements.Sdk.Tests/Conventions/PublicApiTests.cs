using Settlements.Tests.Conventions.Surface;

namespace Settlements.Tests.Conventions;

/// <summary>What users can see changes only when a reviewer has seen it change.</summary>
public sealed class PublicApiTests
{
    private const string Approve = "SETTLEMENTS_APPROVE_API";

    public static TheoryData<string> Assemblies => Product.Names;

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Is_what_was_reviewed(string assembly)
    {
        var approvedFile = Repository.Path("tests", "Settlements.Sdk.Tests", "Conventions", "PublicApi", $"{assembly}.approved.txt");
        var receivedFile = Path.ChangeExtension(Path.ChangeExtension(approvedFile, null), ".received.txt");
        var received = PublicSurface.Of(Product.Named(assembly));
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            Environment
                .GetEnvironmentVariable("CI")
                .Should()
                .NotBe("true", $"a public surface is approved by a person, so {Approve} does nothing in CI");
            File.WriteAllText(approvedFile, received);
        }

        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : "";
        File.Delete(receivedFile);
        if (approved == received)
            return;

        File.WriteAllText(receivedFile, received);
        Assert.Fail(
            $"The public surface of {assembly} is not the approved one:\n\n{LineDiff.Between(approved, received)}\n\n"
                + $"Received: {Repository.Relative(receivedFile)}. If the change is meant, approve it with\n"
                + $"  {Approve}=1 dotnet test tests/Settlements.Sdk.Tests --filter PublicApiTests\n"
                + "commit the .approved.txt file, and say in CHANGELOG.md what changed for users."
        );
    }

    [Fact]
    public void Covers_every_packed_project() =>
        Product.PackableProjects.Should().NotBeEmpty().And.BeEquivalentTo(Product.All.Select(assembly => assembly.GetName().Name));

    [Fact]
    public void No_approved_file_is_left_over() =>
        Repository
            .Files("tests/Settlements.Sdk.Tests/Conventions/PublicApi", "*.approved.txt")
            .Select(file => Path.GetFileName(file)[..^".approved.txt".Length])
            .Should()
            .BeEquivalentTo(Product.All.Select(assembly => assembly.GetName().Name));
}
