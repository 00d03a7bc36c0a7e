using FsCheck;
using FsCheck.Fluent;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Yaml.Tests.Rigs;

public class RigRoundTripTests
{
    [RandomCases(500, Arbitrary = [typeof(RigGenerators)])]
    public Property Build_WrittenAndRead_IsTheSame(Build build)
    {
        var text = RigWriter.Write(build);
        var read = RigReader.Read(new TextFile("r.rig.yaml", text));
        var same = read.Diagnostics.IsEmpty && read.Value is { } back && back.Name == build.Name && back.Quest == build.Quest
            && Enum.GetValues<PartKind>().All(k => back[k].SequenceEqual(build[k]));
        return same.Label(text + string.Join("\n", read.Diagnostics.Select(DiagnosticText.Render)));
    }

    [RandomCases(500)]
    public Property Name_OfAnyCharacters_CanBeReadBack(string? name)
    {
        var text = RigWriter.Write(new Build { Name = name ?? "" }.With(PartKind.Gpu, new Selection(name ?? "")));
        var read = RigReader.Read(new TextFile("r.rig.yaml", text));
        return read.Diagnostics.IsEmpty.Label(text + string.Join("\n", read.Diagnostics.Select(DiagnosticText.Render)));
    }

    [TestCase("\ud800")]
    [TestCase("\u001b[31mred")]
    [TestCase("a\nb: c")]
    [TestCase("")]
    public void Name_ThatCannotBeStored_IsMadeStorable(string name)
    {
        var read = RigReader.Read(new TextFile("r.rig.yaml", RigWriter.Write(new Build { Name = name })));
        Assert.That(read.Diagnostics, Is.Empty);
        Assert.That(read.Value!.Name, Is.Not.Empty.And.Not.Contains("\n").And.Not.Contains("\u001b"));
    }
}
