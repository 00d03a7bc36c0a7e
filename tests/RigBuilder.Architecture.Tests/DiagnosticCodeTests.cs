using System.Text.RegularExpressions;

namespace RigBuilder.Architecture.Tests;

/// <summary>Every diagnostic code in the sources is documented, and every documented code exists.</summary>
public sealed class DiagnosticCodeTests
{
    private static readonly Regex Code = new(@"\bRB[1-7]\d{3}\b", RegexOptions.Compiled);

    [Test]
    public void Codes_InSources_AreTheDocumentedOnes()
    {
        var used = Repository.Sources("src").Where(f => !Repository.Relative(f).StartsWith("src/RigBuilder.Domain/", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))
            .SelectMany(l => Code.Matches(l).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);
        var documented = Code.Matches(File.ReadAllText(Repository.PathOf("docs", "DIAGNOSTICS.md"))).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(used.Except(documented).Order(), Is.Empty, "used, not documented");
            Assert.That(documented.Except(used).Order(), Is.Empty, "documented, not used");
        });
    }
}
