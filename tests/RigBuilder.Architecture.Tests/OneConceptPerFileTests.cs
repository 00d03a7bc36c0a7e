using System.Text.RegularExpressions;

namespace RigBuilder.Architecture.Tests;

/// <summary>
/// One concept per file, named like one of its types or like their family ("CallNodes" holds CallNode and LoopNode). Beside the type
/// that names it a file may hold enums, records, delegates, exceptions, and the members of a family: types that derive from it.
/// </summary>
public sealed class OneConceptPerFileTests
{
    private static readonly Regex TopLevelType = new(
        @"^(public|internal) (?:(?:sealed|abstract|static|readonly|partial|unsafe|ref) )*(record struct|record class|record|class|struct|interface|enum|delegate [\w<>\[\],?]+) (\w+)(?:<[^>]*>)?(?:\((?:[^()]|\([^()]*\))*\))?(?:\s*:\s*(\w+))?",
        RegexOptions.Compiled | RegexOptions.Multiline);

    [Test]
    public void Sources_Everywhere_HoldOneConceptNamedLikeTheFile()
    {
        var offenders = new List<string>();
        foreach (var file in Repository.Sources("src"))
        {
            var types = Types(File.ReadAllText(file)).ToArray();
            if (!types.Any(t => t.IsPublic)) continue;
            var stem = Path.GetFileNameWithoutExtension(file).Split('.')[0];
            if (!types.Any(t => t.Name == stem || IsFamily(stem, t.Name))) offenders.Add($"{Repository.Relative(file)}: holds {types[0].Name}");
            var others = types.Where(t => t.IsPublic && t.Name != stem && !t.IsSmall && t.Base != stem).ToArray();
            if (others.Length > 0) offenders.Add($"{Repository.Relative(file)}: also holds {string.Join(", ", others.Select(t => t.Name))}");
        }

        Assert.That(offenders, Is.Empty);
    }

    [TestCase("public enum Colour\n{\n}", true)]
    [TestCase("public sealed record Point(int X, (int, int) Y) : Shape;", true)]
    [TestCase("public readonly record struct Point(int X);", true)]
    [TestCase("public sealed class LostException : Exception", true)]
    [TestCase("public delegate void Change(int x);", true)]
    [TestCase("public static class Helper", false)]
    [TestCase("public interface IOther<T>", false)]
    public void Companion_IsSmall_AsItsKindSays(string source, bool small) => Assert.That(Types(source).Single().IsSmall, Is.EqualTo(small));

    private static IEnumerable<Declared> Types(string source) =>
        TopLevelType.Matches(source.ReplaceLineEndings("\n"))
            .Select(m => new Declared(m.Groups[3].Value, m.Groups[1].Value == "public", m.Groups[2].Value, m.Groups[4].Value))
            .DistinctBy(d => d.Name);

    private static bool IsFamily(string stem, string type) =>
        Regex.Match(stem, "[A-Z][a-z0-9]*s$") is { Success: true } plural && type.EndsWith(plural.Value[..^1], StringComparison.Ordinal);

    private sealed record Declared(string Name, bool IsPublic, string Kind, string Base)
    {
        public bool IsSmall => Kind == "enum" || Kind.StartsWith("record", StringComparison.Ordinal) || Kind.StartsWith("delegate", StringComparison.Ordinal)
            || Name.EndsWith("Exception", StringComparison.Ordinal);
    }
}
