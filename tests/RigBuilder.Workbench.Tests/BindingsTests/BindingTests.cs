using RigBuilder.Workbench.Bindings;

namespace RigBuilder.Workbench.Tests.BindingsTests;

/// <summary>One record per key feeds everything, so everything agrees.</summary>
public sealed class BindingTests
{
    [Test]
    public void Keys_InOneContext_MeanOneThing() =>
        Assert.That(BindingTable.All.SelectMany(b => b.Keys.Select(k => (b.Context, k))).GroupBy(p => p).Where(g => g.Count() > 1).Select(g => g.Key), Is.Empty);

    [Test]
    public void Bindings_AreDescribed() => Assert.That(BindingTable.All.Where(b => b.Name.Length == 0 || b.Description.Length == 0 || b.Description.EndsWith('.') || b.Keys.IsEmpty), Is.Empty);

    [Test]
    public void KeyNames_ReadBack() =>
        Assert.That(BindingTable.All.SelectMany(b => b.Keys).Where(k => Key.Parse(k.ToString()) != k), Is.Empty);

    [Test]
    public void KeysDocument_IsCurrent()
    {
        var path = Path.Combine(Repository.Root, "docs", "KEYS.md");
        var expected = KeyDocument.Markdown();
        if (Environment.GetEnvironmentVariable("RIGBUILDER_ACCEPT") == "1") File.WriteAllText(path, expected);
        Assert.That(File.Exists(path) ? File.ReadAllText(path) : "", Is.EqualTo(expected), "docs/KEYS.md is not current; RIGBUILDER_ACCEPT=1 dotnet test tests/RigBuilder.Workbench.Tests writes it");
    }

    [TestCaseSource(nameof(Places))]
    public void VisibleHints_Everywhere_DoSomething(string place, Func<Stage> make)
    {
        foreach (var hint in make().Frame.Hints.Where(h => h.Enabled))
        {
            var stage = make();
            var before = (stage.State, stage.Effects.Done.Count, stage.Finished);
            stage.Handle(new HostEvent.Pressed(hint.Key));
            Assert.That((stage.State, stage.Effects.Done.Count, stage.Finished), Is.Not.EqualTo(before), $"{place}: {hint.Key} {hint.Name} does nothing");
        }
    }

    [TestCaseSource(nameof(Places))]
    public void DisabledHints_Everywhere_SayWhy(string place, Func<Stage> make)
    {
        foreach (var hint in make().Frame.Hints.Where(h => !h.Enabled))
            Assert.That(make().Handle(new HostEvent.Pressed(hint.Key)).State.Notice?.Text, Is.Not.Null.And.Not.Empty, $"{place}: {hint.Key} {hint.Name} refuses silently");
    }

    [TestCaseSource(nameof(Places))]
    public void Help_Everywhere_ListsTheKeysOfThePlaceFirst(string place, Func<Stage> make)
    {
        if (make().State.Overlay is not null) return;
        var first = BindingTable.All.First(b => b.Context == BindingTable.ContextsOf(make().State).First(c => BindingTable.All.Any(x => x.Context == c)));
        Assert.That(make().Press("?").Screen, Does.Contain(KeyDocument.Title(first.Context)).And.Contain(first.Description), place);
    }

    private static IEnumerable<TestCaseData> Places()
    {
        yield return Place("quest, empty", () => Stage.Empty);
        yield return Place("quest, quants", () => Stage.On(FixtureWorld.Twin).Press("1 Tab j"));
        yield return Place("slots", () => Stage.On(FixtureWorld.Twin));
        yield return Place("slots, empty", () => Stage.Empty.Press("2"));
        yield return Place("candidates", () => Stage.On(FixtureWorld.Troubled).Press("Tab j"));
        yield return Place("candidates, nothing listed", () => Stage.On(FixtureWorld.Troubled).Press("/ q q Enter"));
        yield return Place("stats", () => Stage.On(FixtureWorld.Twin).Press("Tab Tab"));
        yield return Place("findings", () => Stage.On(FixtureWorld.Troubled).Press("Shift-Tab"));
        yield return Place("compare", () => Stage.On(FixtureWorld.Twin).Press("3"));
        yield return Place("codex", () => Stage.Empty.Press("4"));
        yield return Place("arena", () => Stage.On(FixtureWorld.Twin).InArena());
        yield return Place("arena, running", () => Scenes.All["arena-running"](new Size(80, 24)));
        yield return Place("arena, ended", () => Scenes.All["arena-lost"](new Size(80, 24)));
        yield return Place("picker", () => Stage.Empty.Press("Enter Down"));
        yield return Place("prompt", () => Stage.On(FixtureWorld.Twin).Press("r"));
        yield return Place("confirm", () => Stage.On(FixtureWorld.Twin).OnSlot(PartKind.Ssd).Press("x q"));
        yield return Place("help", () => Stage.Empty.Press("? j"));
        static TestCaseData Place(string name, Func<Stage> make) => new TestCaseData(name, make).SetArgDisplayNames(name);
    }
}
