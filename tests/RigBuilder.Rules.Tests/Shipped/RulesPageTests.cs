using RigBuilder.Rules.Documentation;

namespace RigBuilder.Rules.Tests.Shipped;

/// <summary>docs/RULES.md and docs/SEED.md say what is so.</summary>
public class RulesPageTests
{
    private const string Marker = "<!-- generated: vocabulary -->\n";

    [Test]
    public void RulesPage_ItsVocabulary_IsCurrent()
    {
        var path = Repository.PathOf("docs", "RULES.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var at = page.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        var expected = page[..at] + "\n" + VocabularyText.Render();
        if (page == expected) return;
        File.WriteAllText(path + ".actual", expected);
        Assert.Fail($"{path} is not what the vocabulary says. To accept: mv '{path}.actual' '{path}'");
    }

    [Test]
    public void SeedPage_NamesOnlyRulesThatExist()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "SEED.md"));
        var named = System.Text.RegularExpressions.Regex.Matches(page, @"rule `([a-z0-9-]+)`").Select(m => m.Groups[1].Value).ToHashSet();
        Assert.That(named, Is.Not.Empty);
        Assert.That(named.Where(id => Repository.Rules.Find(id) is null), Is.Empty);
    }

    [Test]
    public void SeedPage_NamesEveryRuleThatRestsOnTheArticle()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "SEED.md"));
        var resting = Repository.Rules.Rules.Where(r => !r.Source!.Seed.IsEmpty).Select(r => r.Id);
        Assert.That(resting.Where(id => !page.Contains($"rule `{id}`", StringComparison.Ordinal)), Is.Empty);
    }
}
