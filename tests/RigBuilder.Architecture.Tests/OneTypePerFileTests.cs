using System.Text.RegularExpressions;

namespace RigBuilder.Architecture.Tests;

/// <summary>One public type per file, named like the file.</summary>
public sealed class OneTypePerFileTests
{
    private static readonly Regex TopLevelPublicType = new(
        @"^public (?:(?:sealed|abstract|static|readonly|partial|unsafe|ref) )*(?:record struct|record class|record|class|struct|interface|enum|delegate [\w<>]+) (\w+)",
        RegexOptions.Compiled | RegexOptions.Multiline);

    [Test]
    public void Sources_Everywhere_DeclareOnePublicTypeNamedLikeTheFile()
    {
        var offenders = new List<string>();
        foreach (var file in Repository.Sources("src"))
        {
            var types = TopLevelPublicType.Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Distinct().ToArray();
            var stem = Path.GetFileNameWithoutExtension(file).Split('.')[0];
            if (types.Length > 1) offenders.Add($"{Repository.Relative(file)}: {string.Join(", ", types)}");
            else if (types.Length == 1 && types[0] != stem) offenders.Add($"{Repository.Relative(file)}: holds {types[0]}");
        }

        Assert.That(offenders, Is.Empty);
    }
}
