using System.Text.RegularExpressions;

namespace RigBuilder.Architecture.Tests;

/// <summary>A type name means one thing: no two projects declare the same one.</summary>
public sealed class TypeNameTests
{
    private static readonly Regex TopLevelType = new(
        @"^(?:(?:public|internal) )?(?:(?:sealed|abstract|static|readonly|partial|unsafe|ref) )*(?:record struct|record class|record|class|struct|interface|enum) (\w+)",
        RegexOptions.Compiled | RegexOptions.Multiline);

    [Test]
    public void TypeNames_AreOfOneProjectEach() => Assert.That(Shared().Select(s => $"{s.Name}: {s.Projects}"), Is.Empty);

    private static IEnumerable<(string Name, string Projects)> Shared() =>
        from file in Repository.Sources("src")
        let project = Repository.Relative(file).Split('/')[1]
        from match in TopLevelType.Matches(File.ReadAllText(file))
        group project by match.Groups[1].Value into name
        let projects = name.Distinct().Order().ToArray()
        where projects.Length > 1
        select (name.Key, string.Join(", ", projects));
}
