using RigBuilder.Domain.Diagnostics;
using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Linting;
using RigBuilder.Rules.Testing;

namespace RigBuilder.Rules.Tests.Shipped;

/// <summary>The rules in rules/: all of them read, pass their own tests and follow the rules about rules.</summary>
public class ShippedRulesTests
{
    private static IEnumerable<string> Ids => Repository.Rules.Rules.Select(r => r.Id).Order(StringComparer.Ordinal);

    [Test]
    public void Rules_AsShipped_AreReadWithoutDiagnostics() =>
        Assert.That(Repository.Load.Diagnostics.Select(DiagnosticText.Render), Is.Empty);

    [TestCaseSource(nameof(Ids))]
    public void Rule_AsShipped_PassesItsTests(string id)
    {
        var failures = Results.Value.Where(r => r.Rule.Id == id && !r.Passed).Select(r => DiagnosticText.Render(r.ToDiagnostic()!));
        Assert.That(failures, Is.Empty);
    }

    [Test]
    public void Rules_AsShipped_AreLintFree() =>
        Assert.That(RuleLinter.Lint(Repository.Rules).Select(DiagnosticText.Render), Is.Empty);

    [Test]
    public void Rules_AsShipped_AreMany() => Assert.That(Repository.Rules.Rules, Has.Length.GreaterThanOrEqualTo(60));

    [Test]
    public void Rules_AsShipped_CoverEverySectionOfTheArticle() =>
        Assert.That(Repository.Rules.Rules.SelectMany(r => r.Source!.Seed).Distinct().Order(), Is.EqualTo(Enumerable.Range(1, 7)));

    private static readonly Lazy<IReadOnlyList<RuleTestResult>> Results =
        new(() => new RuleTestRunner(Repository.Catalog, Repository.Forecaster).Run(Repository.Rules));
}
