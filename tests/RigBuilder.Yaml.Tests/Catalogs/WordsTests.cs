using System.Reflection;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Tests.Catalogs;

public class WordsTests
{
    private static IEnumerable<TestCaseData> EnumSets() => typeof(CatalogWords).GetProperties()
        .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(WordFormat<>) && p.PropertyType.GenericTypeArguments[0].IsEnum)
        .Select(p => new TestCaseData(p).SetArgDisplayNames(p.Name));

    [TestCaseSource(nameof(EnumSets))]
    public void Words_OfAnEnumeration_NameEveryValueOnceInKebabCase(PropertyInfo set)
    {
        var format = set.GetValue(null)!;
        var wordOf = format.GetType().GetMethod("WordOf")!;
        var words = Enum.GetValues(format.GetType().GenericTypeArguments[0]).Cast<object>().Select(v => (string)wordOf.Invoke(format, [v])!).ToArray();
        Assert.That(words, Is.Unique);
        Assert.That(words, Has.All.Match("^[a-z0-9]+([-_][a-z0-9]+)*$"));
    }
}
