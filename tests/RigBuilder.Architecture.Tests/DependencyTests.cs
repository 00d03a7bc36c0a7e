using System.Xml.Linq;

namespace RigBuilder.Architecture.Tests;

/// <summary>Dependencies point inward: every project references exactly what the house plan allows.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["RigBuilder.Domain"] = [],
        ["RigBuilder.Prediction"] = ["Domain"],
        ["RigBuilder.Rules"] = ["Domain", "Prediction"],
        ["RigBuilder.Advice"] = ["Domain", "Prediction", "Rules"],
        ["RigBuilder.Yaml"] = ["Domain", "Prediction", "Rules"],
        ["RigBuilder.Machine"] = ["Domain"],
        ["RigBuilder.Validation"] = ["Domain", "Prediction", "Machine"],
        ["RigBuilder.Workbench"] = ["Domain", "Prediction", "Rules", "Validation"],
        ["RigBuilder.Tui"] = ["Domain", "Workbench"],
        ["RigBuilder.Inference"] = ["Domain", "Prediction", "Validation"],
    };

    private static readonly Dictionary<string, string[]> AllowedPackages = new(StringComparer.Ordinal)
    {
        ["RigBuilder.Yaml"] = ["YamlDotNet"],
        ["RigBuilder.Machine"] = ["System.Management", "Hardware.Info"],
        ["RigBuilder.Rules"] = ["NRules"],
        ["RigBuilder.Tui"] = ["Terminal.Gui"],
        ["RigBuilder.Inference"] = ["LLamaSharp", "LLamaSharp.Backend.Cpu", "LLamaSharp.Backend.Cuda12", "LLamaSharp.Backend.Vulkan"],
        ["RigBuilder"] = ["System.CommandLine"],
    };

    private static IEnumerable<TestCaseData> Projects() =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(p => new TestCaseData(p).SetArgDisplayNames(Path.GetFileNameWithoutExtension(p)));

    [TestCaseSource(nameof(Projects))]
    public void Project_References_AreAllowed(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (name == "RigBuilder") Assert.Pass("the executable composes everything");
        Assert.That(Allowed, Does.ContainKey(name), "a new project must be entered in the house plan here and in docs/CODEBASE.md");
        var references = Includes(path, "ProjectReference").Select(i => Path.GetFileNameWithoutExtension(i.Replace('\\', '/'))["RigBuilder.".Length..]);
        Assert.That(references, Is.SubsetOf(Allowed[name]));
    }

    [TestCaseSource(nameof(Projects))]
    public void Project_Packages_AreAllowed(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        Assert.That(Includes(path, "PackageReference"), Is.SubsetOf(AllowedPackages.GetValueOrDefault(name, [])));
    }

    [Test]
    public void HousePlan_EveryProject_IsDescribedInCodebaseGuide()
    {
        var guide = File.ReadAllText(Repository.PathOf("docs", "CODEBASE.md"));
        var missing = Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension).Where(n => !guide.Contains($"`{n}`", StringComparison.Ordinal));
        Assert.That(missing, Is.Empty);
    }

    private static IEnumerable<string> Includes(string project, string element) =>
        XDocument.Load(project).Descendants(element).Select(e => (string?)e.Attribute("Include")).OfType<string>();
}
