using System.Collections.Immutable;
using RigBuilder.Domain;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Settings;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Cli.Predicting;

/// <summary>Looks up a query's names in the catalog. All problems are reported at once, each with the nearest known name.</summary>
internal static class QueryResolver
{
    /// <summary>Most processors in a machine that people own.</summary>
    public const int MostSockets = 8;

    /// <summary>The query's parts and quest, or null with problems.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="catalog">Where to look.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="measured">
    /// What saved validations say. Its processors can be named as the machine tells them, known to the catalog or not; without any part
    /// named, the processor of the newest validation is meant. The memory beside a measured processor is not assumed.
    /// </param>
    public static ResolvedQuery? Resolve(PredictQuery query, Catalog catalog, List<string> problems, MeasuredMachine? measured = null)
    {
        var before = problems.Count;
        query = WithMachineAsSuch(WithProcessorAsSuch(query, catalog), catalog);
        var names = new QueryNames(catalog, problems);
        var gpus = names.Cards(query.Gpus);
        if (gpus.Length > LaunchSettings.MostGpus) problems.Add($"{gpus.Length} graphics cards are named; llama.cpp drives {LaunchSettings.MostGpus} at most");
        var assumptions = names.Assumed;
        var unnamed = query.Gpus.IsEmpty && query.Cpu is null && query.Machine is null ? measured?.Cpus.FirstOrDefault() : null;
        if (unnamed is not null) assumptions.Add($"no part named: {unnamed.Cpu.Name}, as validated, is meant");
        var cpu = unnamed?.Cpu ?? (query.Cpu is { } c ? Measured(measured, c) ?? names.Part<Cpu>(PartKind.Cpu, c) : null);
        var kits = query.Memory.Select(n => names.Part<MemoryKit>(PartKind.Memory, n)).OfType<MemoryKit>().Concat(query.MemoryKits).ToImmutableArray();
        var ssd = query.Ssd is { } s ? names.Part<Ssd>(PartKind.Ssd, s) : null;
        var psu = query.Psu is { } p ? names.Part<Psu>(PartKind.Psu, p) : null;
        var machine = query.Machine is { } m ? names.Part<WholeMachine>(PartKind.Machine, m) : null;
        if (query.Sockets is < 1 or > MostSockets) problems.Add($"sockets is {query.Sockets}; it must be at least 1 and at most {MostSockets}");
        var quest = QuestQuery.Quest(query, names, problems);
        if (problems.Count > before || quest is null) return null;

        var rig = MachineParts.In(new Rig { Gpus = gpus, Cpu = cpu, Sockets = query.Sockets, Memory = [.. kits.Select(catalog.Estimates.Fill)], Ssds = ssd is null ? [] : [ssd], Psu = psu, Machine = machine }, catalog);
        if (rig.Memory.IsEmpty && rig.Gpus.All(g => !g.UnifiedMemory) && cpu is not null && measured?.Of(new Rig { Cpu = cpu }) is null)
        {
            rig = rig with { Memory = [catalog.Estimates.Fill(AssumedMemory.For(cpu, query.Sockets))] };
            assumptions.Add($"no RAM given: {rig.Memory[0].Name} assumed");
        }

        rig = UnifiedMemory.Fitted(rig);
        problems.AddRange(Contradictions.Of(rig, quest));
        if (problems.Count > before) return null;
        return new ResolvedQuery(rig, rig.Gpus.IsEmpty && rig.Cpu is not null ? quest with { RunsOn = RunsOn.Cpu } : quest, assumptions.ToImmutable());
    }

    // Tables of measurements have one column for the device, whatever it is.
    private static PredictQuery WithProcessorAsSuch(PredictQuery query, Catalog catalog) =>
        query is { Gpus: [var name], Cpu: null } && query.Settings.Any(a => a.Setting.Key == "backend" && "cpu".Equals(a.Text, StringComparison.OrdinalIgnoreCase))
            && catalog.Names.Cards(name).Item is null && catalog.Names.Processor(name).Item is not null
            ? query with { Gpus = [], Cpu = name }
            : query;

    // "A 512 GB Mac Studio" stands beside "an RTX 5090".
    private static PredictQuery WithMachineAsSuch(PredictQuery query, Catalog catalog) =>
        query is { Gpus: [var name], Machine: null } && catalog.Names.Cards(name) is { Item: null, IsAmbiguous: false } && catalog.Names.Part(PartKind.Machine, name) is var found && (found.Item is not null || found.IsAmbiguous)
            ? query with { Gpus = [], Machine = name }
            : query;

    private static Cpu? Measured(MeasuredMachine? measured, string name) =>
        measured?.Cpus.Select(c => c.Cpu).FirstOrDefault(c => new[] { c.Id, c.Name }.Any(n => Shelf<Cpu>.Normalise(n) == Shelf<Cpu>.Normalise(name)));
}
