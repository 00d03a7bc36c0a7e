using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Rigs;

/// <summary>Reads rig files.</summary>
public static class RigReader
{
    /// <summary>Most processors of a kind, each in a socket of its own.</summary>
    private const int MostSockets = 8;

    /// <summary>
    /// Reads a rig. Ids that the catalog does not know stay in the build and are reported as warnings (RB4001 to RB4003), so
    /// that a rig written with another catalog loses nothing.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="catalog">What ids are checked against; null to check none.</param>
    public static FileRead<Build> Read(TextFile file, Catalog? catalog = null)
    {
        var read = FileReader.Read(file, RigFormat.Format, CodeFamily.Rigs, catalog is null ? null : (rig, context) => Check(rig, catalog, context));
        return new FileRead<Build>(read.Value?.ToBuild(), read.Diagnostics);
    }

    private static void Check(RigText rig, Catalog catalog, ReadContext context)
    {
        if (rig.Quest.Model is { } model && catalog.Names.Model(model.Value) is { Item: null } noModel)
            Warn(context, "RB4002", model, noModel.Problem, noModel.Hint);
        if (rig.Quest.Quant is { } quant && catalog.Names.Quant(quant.Value) is { Item: null } noQuant)
            Warn(context, "RB4003", quant, noQuant.Problem, noQuant.Hint);
        var machine = rig.Parts.Where(p => p.Kind == PartKind.Machine).SelectMany(p => p.Selections).Select(s => catalog.Names.Part(PartKind.Machine, s.Value.PartId).Item as WholeMachine).FirstOrDefault(m => m is not null);
        foreach (var (kind, selections) in rig.Parts)
        {
            if (machine is not null && kind != PartKind.Machine && !selections.IsEmpty && !machine.Changes.Contains(kind) && (machine.Holds.ContainsKey(kind) || (kind == PartKind.Memory && machine.Memory is not null)))
                context.Report("RB4005", DiagnosticSeverity.Warning, selections[0].Span, $"{machine.Name} comes with its own {CatalogWords.PartKinds.WordOf(kind)}, which cannot be changed", "remove it, or choose another machine", "the machine's own part counts");
            foreach (var selection in selections)
            {
                if (catalog.Names.Part(kind, selection.Value.PartId) is not { Item: null } none) continue;
                if (kind == PartKind.Gpu && catalog.Names.Part(PartKind.Machine, selection.Value.PartId).Item is not null) continue;
                Warn(context, "RB4001", selection, none.Problem, none.Hint);
            }

            if (kind == PartKind.Cpu ? selections.DistinctBy(s => s.Value.PartId).Count() > 1 || selections.Sum(s => s.Value.Count) > MostSockets : TakesOne(kind) && selections.Sum(s => s.Value.Count) > 1)
                context.Report("RB4004", DiagnosticSeverity.Warning, selections[^1].Span, $"a rig has one {CatalogWords.PartKinds.WordOf(kind)}; only the first counts", "remove the others");
        }
    }

    private static bool TakesOne(PartKind kind) => kind is PartKind.Cpu or PartKind.Motherboard or PartKind.Psu or PartKind.Case or PartKind.Cooler or PartKind.Machine;

    private static void Warn<T>(ReadContext context, string code, Located<T> at, string message, string? hint) =>
        context.Report(code, DiagnosticSeverity.Warning, at.Span, message, hint ?? "rigbuilder catalog list shows what there is",
            "it stays in the rig, but counts as missing");
}
