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
        query = WithProcessorAsSuch(query, catalog);
        if (query.Gpus.Length > LaunchSettings.MostGpus)
        {
            problems.Add($"{query.Gpus.Length} graphics cards are named; llama.cpp drives {LaunchSettings.MostGpus} at most");
            query = query with { Gpus = query.Gpus[..LaunchSettings.MostGpus] };
        }

        var gpus = query.Gpus.Select(n => Part<Gpu>(catalog, PartKind.Gpu, n, problems)).OfType<Gpu>().ToImmutableArray();
        var assumptions = ImmutableArray.CreateBuilder<string>();
        var unnamed = query.Gpus.IsEmpty && query.Cpu is null ? measured?.Cpus.FirstOrDefault() : null;
        if (unnamed is not null) assumptions.Add($"no part named: {unnamed.Cpu.Name}, as validated, is meant");
        var cpu = unnamed?.Cpu ?? (query.Cpu is { } c ? Measured(measured, c) ?? Part<Cpu>(catalog, PartKind.Cpu, c, problems) : null);
        var kits = query.Memory.Select(n => Part<MemoryKit>(catalog, PartKind.Memory, n, problems)).OfType<MemoryKit>().Concat(query.MemoryKits).ToImmutableArray();
        var ssd = query.Ssd is { } s ? Part<Ssd>(catalog, PartKind.Ssd, s, problems) : null;
        var psu = query.Psu is { } p ? Part<Psu>(catalog, PartKind.Psu, p, problems) : null;
        if (query.Sockets is < 1 or > MostSockets) problems.Add($"sockets is {query.Sockets}; it must be at least 1 and at most {MostSockets}");
        var quest = QuestQuery.Quest(query, catalog, problems);
        if (problems.Count > before || quest is null) return null;

        if (kits.IsEmpty && cpu is not null && measured?.Of(new Rig { Cpu = cpu }) is null)
        {
            kits = [AssumedMemory.For(cpu, query.Sockets)];
            assumptions.Add($"no RAM given: {kits[0].Name} assumed");
        }

        var rig = new Rig { Gpus = gpus, Cpu = cpu, Sockets = query.Sockets, Memory = kits, Ssds = ssd is null ? [] : [ssd], Psu = psu };
        problems.AddRange(Contradictions.Of(rig, quest));
        if (problems.Count > before) return null;
        return new ResolvedQuery(rig, gpus.IsEmpty && cpu is not null ? quest with { RunsOn = RunsOn.Cpu } : quest, assumptions.ToImmutable());
    }

    // Tables of measurements have one column for the device, whatever it is.
    private static PredictQuery WithProcessorAsSuch(PredictQuery query, Catalog catalog) =>
        query is { Gpus: [var name], Cpu: null } && query.Settings.Any(a => a.Setting.Key == "backend" && "cpu".Equals(a.Text, StringComparison.OrdinalIgnoreCase))
            && catalog.Find(PartKind.Gpu, name) is null && catalog.Find(PartKind.Cpu, name) is not null
            ? query with { Gpus = [], Cpu = name }
            : query;

    private static Cpu? Measured(MeasuredMachine? measured, string name) =>
        measured?.Cpus.Select(c => c.Cpu).FirstOrDefault(c => new[] { c.Id, c.Name }.Any(n => Shelf<Cpu>.Normalise(n) == Shelf<Cpu>.Normalise(name)));

    private static T? Part<T>(Catalog catalog, PartKind kind, string name, List<string> problems)
        where T : Part
    {
        if (catalog.Find(kind, name) is T part) return part;
        if (kind == PartKind.Memory && !MemoryFigures.TryRead(name, out _, out var problem) && problem is not null)
        {
            problems.Add(problem);
            return null;
        }

        if (kind == PartKind.Gpu && catalog.Find(PartKind.Cpu, name) is not null)
        {
            problems.Add($"'{name}' is a processor, not a graphics card; name it as cpu");
            return null;
        }

        var known = catalog.PartsOf(kind);
        var nearest = Spelling.Nearest(name, known.Select(k => k.Id).Concat(known.Select(k => k.Name)));
        problems.Add($"unknown {kind.ToString().ToLowerInvariant()} '{name}'"
            + (nearest is null ? $"; 'rigbuilder catalog list {kind.ToString().ToLowerInvariant()}' shows the known ones" : $"; did you mean '{nearest}'?"));
        return null;
    }
}
