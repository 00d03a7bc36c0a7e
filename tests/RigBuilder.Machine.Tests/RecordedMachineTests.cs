using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Machine.Matching;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Machine.Tests;

/// <summary>Machines that people reported, from what their systems told to the rig that a scan writes; in the shipped catalog.</summary>
public sealed class RecordedMachineTests
{
    private static readonly ImmutableArray<PartKind> Shown = [PartKind.Machine, PartKind.Gpu, PartKind.Cpu, PartKind.Motherboard, PartKind.Memory];

    private static IEnumerable<RecordedMachine> Machines => RecordedMachine.All;

    [TestCaseSource(nameof(Machines))]
    public void Scan_OfARecordedMachine_FindsWhatItIs(object machine)
    {
        var recorded = (RecordedMachine)machine;
        var match = MachineMatcher.Match(recorded.Probe(), ShippedCatalogTests.Shipped.Value);
        Assert.That(string.Join('\n', Told(match)), Is.EqualTo(string.Join('\n', recorded.Expected)), string.Join('\n', match.Parts.Select(p => $"{p.Kind} {p.RawName}: {p.Note}")));
    }

    [TestCaseSource(nameof(Machines))]
    public void Rig_OfARecordedMachine_IsReadBackWithItsDrafts_AndItsMachineIsKnownFromThen(object machine)
    {
        var report = ((RecordedMachine)machine).Probe();
        var match = MachineMatcher.Match(report, ShippedCatalogTests.Shipped.Value);
        ImmutableArray<DraftEntry> complete = [.. match.Drafts.Where(d => d.Missing.IsEmpty)];
        var own = CatalogReader.Read([.. complete.Select(d => new TextFile($"{d.Section}/{d.Id}.yaml", d.ToYaml()))]);
        Assert.That(own.Diagnostics, Is.Empty, string.Join('\n', own.Diagnostics));

        var catalog = new Catalog(Parts(ShippedCatalogTests.Shipped.Value).Concat(Parts(own.Catalog)), [], []);
        var rig = RigReader.Read(new TextFile("rig.yaml", RigWriter.Write(match.Build)), catalog);
        ImmutableArray<string> incomplete = [.. match.Drafts.Where(d => !d.Missing.IsEmpty).Select(d => d.Id)];
        Assert.Multiple(() =>
        {
            Assert.That(rig.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
            Assert.That(rig.Diagnostics, Has.Length.EqualTo(incomplete.Length), string.Join('\n', rig.Diagnostics));
            Assert.That(catalog.Resolve(rig.Value!).Missing.Select(m => m.Selection.PartId), Is.EquivalentTo(incomplete));
            Assert.That(RigWriter.Write(MachineMatcher.Match(report, catalog).Build), Is.EqualTo(RigWriter.Write(match.Build)));
        });
    }

    [TestCaseSource(nameof(Machines))]
    public void IncompleteDraft_OfARecordedMachine_LacksJustWhatTheReaderAsksFor(object machine)
    {
        foreach (var draft in MachineMatcher.Match(((RecordedMachine)machine).Probe(), ShippedCatalogTests.Shipped.Value).Drafts)
        {
            var asked = CatalogReader.Read([new TextFile("draft.yaml", draft.ToYaml())]).Diagnostics;
            Assert.That(asked.Select(d => d.Code), Is.EqualTo(draft.Missing.Select(_ => "RB2102")), string.Join('\n', asked));
        }
    }

    [Test]
    public void Machines_AreRecordedFromPublicReports() => Assert.Multiple(() =>
    {
        Assert.That(RecordedMachine.All, Has.Length.GreaterThanOrEqualTo(40));
        Assert.That(RecordedMachine.All.Select(m => m.Name), Is.Unique);
        Assert.That(RecordedMachine.All.Select(m => m.Source), Has.All.Contains("/"));
    });

    private static IEnumerable<Part> Parts(Catalog catalog) => Enum.GetValues<PartKind>().SelectMany(catalog.PartsOf);

    // "a + a" for equal cards, "a or b?" for what may be several, "my-x (without bandwidth)" for an incomplete draft, "-" for what is left out.
    private static IEnumerable<string> Told(MachineMatch match) => Shown
        .Select(kind => (Kind: kind, Parts: match.Parts.Where(p => p.Kind == kind && (p.Outcome != MatchOutcome.Unknown || p.PartId is not null || kind == PartKind.Cpu)).ToArray()))
        .Where(k => k.Parts.Length > 0)
        .Select(k => $"{(k.Kind == PartKind.Motherboard ? "board" : k.Kind.ToString().ToLowerInvariant())}: {string.Join(" + ", k.Parts.Select(One))}");

    private static string One(PartMatch part) => part.Outcome switch
    {
        MatchOutcome.LeftOut => "-",
        MatchOutcome.InMachine => "in the machine",
        MatchOutcome.Ambiguous => string.Join(" or ", part.Candidates) + "?",
        _ => $"{part.PartId ?? "?"}{(part.Count > 1 ? $" x{part.Count}" : "")}{(part.Draft is { Missing.IsEmpty: false } draft ? $" (without {string.Join(", ", draft.Missing)})" : "")}",
    };
}
