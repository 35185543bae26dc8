using System.Xml.Linq;
using Xinfang.Testing;

namespace Xinfang.Architecture.Tests;

public class Dependencies
{
    private static readonly Dictionary<string, Project> Projects = Directory
        .EnumerateFiles(Approved.Repository(), "*.csproj", SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", "artifacts", ".data"]).Any())
        .Select(Project.Read).ToDictionary(p => p.Name);

    [Fact]
    public void A_domain_knows_the_law_and_nothing_else()
    {
        var domains = Projects.Values.Where(p => p.Name.EndsWith(".Domain", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(domains);
        Assert.All(domains, domain =>
        {
            Assert.Equal(["Law"], domain.References);
            Assert.Empty(domain.Packages);
        });
    }

    [Theory]
    [InlineData("Law")]
    [InlineData("Contracts")]
    [InlineData("Intake.Recognition")]
    public void The_law_the_contracts_and_recognition_stand_alone(string name)
    {
        Assert.Empty(Projects[name].References);
        Assert.Empty(Projects[name].Packages);
    }

    [Theory]
    [InlineData("Documents.Checks")]
    [InlineData("Documents.Rendering")]
    public void Checks_and_rendering_of_documents_know_the_law_alone(string name) => Assert.Equal(["Law"], Projects[name].References);

    [Fact]
    public void The_verifier_knows_nothing() => Assert.Empty(Projects["Verifier"].References);

    [Fact]
    public void Service_defaults_know_the_law_alone() => Assert.Equal(["Law"], Projects["ServiceDefaults"].References);

    [Fact]
    public void A_service_never_references_another_service() =>
        Assert.All(Projects.Values.Where(p => p.Name.EndsWith(".Api", StringComparison.Ordinal)), service =>
            Assert.Subset(new HashSet<string>(["ServiceDefaults", "Contracts", "Law", "Documents.Checks", "Documents.Rendering", "Intake.Recognition", service.Name.Replace(".Api", ".Domain", StringComparison.Ordinal)]),
                service.References.ToHashSet()));

    [Theory]
    [InlineData("Portal")]
    [InlineData("Gateway")]
    public void The_portal_and_the_gateway_meet_services_over_HTTP_only(string name) =>
        Assert.Subset(new HashSet<string>(["ServiceDefaults", "Law"]), Projects[name].References.ToHashSet());

    [Fact]
    public void Only_the_AppHost_references_Aspire() =>
        Assert.All(Projects.Values.Where(p => p.Name is not "AppHost"), project =>
            Assert.DoesNotContain(project.Packages, package => package.StartsWith("Aspire.", StringComparison.Ordinal)
                && !(project.Name == "EndToEnd.Tests" && package == "Aspire.Hosting.Testing")));

    [Fact]
    public void Every_version_stands_in_one_file() =>
        Assert.All(Projects.Values.Where(p => p.Name is not "AppHost"), project => Assert.False(project.HasVersions, $"{project.Name} pins a version of its own"));

    private sealed record Project(string Name, string[] References, string[] Packages, bool HasVersions)
    {
        public static Project Read(string path)
        {
            var xml = XDocument.Load(path);
            string[] Values(string element) => [.. xml.Descendants(element).Select(e => e.Attribute("Include")?.Value).OfType<string>()];
            return new(Path.GetFileNameWithoutExtension(path),
                [.. Values("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/')))],
                Values("PackageReference"),
                xml.Descendants("PackageReference").Any(e => e.Attribute("Version") is not null || e.Attribute("VersionOverride") is not null));
        }
    }
}
