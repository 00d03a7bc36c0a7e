using System.Text.RegularExpressions;

namespace RigBuilder.Architecture.Tests;

/// <summary>A type name means one thing: no two projects declare the same one.</summary>
public sealed class TypeNameTests
{
    // Names that two projects still share. The list may only shrink: whoever renames one strikes it here.
    private static readonly string[] StillShared = ["Figures", "Frame", "Palette", "World"];

    private static readonly Regex TopLevelType = new(
        @"^(?:(?:public|internal) )?(?:(?:sealed|abstract|static|readonly|partial|unsafe|ref) )*(?:record struct|record class|record|class|struct|interface|enum) (\w+)",
        RegexOptions.Compiled | RegexOptions.Multiline);

    [Test]
    public void TypeNames_OfTwoProjects_AreTheOnesOnTheList() =>
        Assert.That(Shared().Select(s => s.Name).Except(StillShared), Is.Empty, string.Join('\n', Shared().Select(s => $"{s.Name}: {s.Projects}")));

    [Test]
    public void TypeNames_OnTheList_AreStillShared() =>
        Assert.That(StillShared.Except(Shared().Select(s => s.Name)), Is.Empty, "strike these from the list");

    private static IEnumerable<(string Name, string Projects)> Shared() =>
        from file in Repository.Sources("src")
        let project = Repository.Relative(file).Split('/')[1]
        from match in TopLevelType.Matches(File.ReadAllText(file))
        group project by match.Groups[1].Value into name
        let projects = name.Distinct().Order().ToArray()
        where projects.Length > 1
        select (name.Key, string.Join(", ", projects));
}
