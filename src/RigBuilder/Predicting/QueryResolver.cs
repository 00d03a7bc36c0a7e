using System.Collections.Immutable;
using RigBuilder.Domain;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Cli.Predicting;

/// <summary>Looks up a query's names in the catalog. All problems are reported at once, each with the nearest known name.</summary>
internal static class QueryResolver
{
    private static readonly string[] Backends = ["cuda", "rocm", "vulkan", "sycl", "metal", "cpu"];

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
        var names = new QueryNames(catalog, problems);
        var gpus = names.Cards(query.Gpus);
        var assumptions = names.Assumed;
        var unnamed = query.Gpus.IsEmpty && query.Cpu is null ? measured?.Cpus.FirstOrDefault() : null;
        if (unnamed is not null) assumptions.Add($"no part named: {unnamed.Cpu.Name}, as validated, is meant");
        var cpu = unnamed?.Cpu ?? (query.Cpu is { } c ? Measured(measured, c) ?? names.Part<Cpu>(PartKind.Cpu, c) : null);
        var kits = query.Memory.Select(n => names.Part<MemoryKit>(PartKind.Memory, n)).OfType<MemoryKit>().ToImmutableArray();
        var ssd = query.Ssd is { } s ? names.Part<Ssd>(PartKind.Ssd, s) : null;
        var psu = query.Psu is { } p ? names.Part<Psu>(PartKind.Psu, p) : null;
        if (query.Gpus.IsEmpty && cpu is null && query.Cpu is null) problems.Add("name a GPU or a CPU to run on (--gpu, --cpu)");
        var quest = Quest(query, names, problems);
        if (problems.Count > before || quest is null) return null;

        if (kits.IsEmpty && cpu is not null && measured?.Of(new Rig { Cpu = cpu }) is null)
        {
            kits = [AssumedMemory.For(cpu)];
            assumptions.Add($"no RAM given: {kits[0].Name} assumed");
        }

        var rig = new Rig { Gpus = gpus, Cpu = cpu, Memory = kits, Ssds = ssd is null ? [] : [ssd], Psu = psu };
        return new ResolvedQuery(rig, gpus.IsEmpty ? quest with { RunsOn = RunsOn.Cpu } : quest, assumptions.ToImmutable());
    }

    // Tables of measurements have one column for the device, whatever it is.
    private static PredictQuery WithProcessorAsSuch(PredictQuery query, Catalog catalog) =>
        query is { Gpus: [var name], Cpu: null } && "cpu".Equals(query.Backend, StringComparison.OrdinalIgnoreCase)
            && catalog.Names.Cards(name).Item is null && catalog.Names.Processor(name).Item is not null
            ? query with { Gpus = [], Cpu = name }
            : query;

    private static Cpu? Measured(MeasuredMachine? measured, string name) =>
        measured?.Cpus.Select(c => c.Cpu).FirstOrDefault(c => new[] { c.Id, c.Name }.Any(n => Shelf<Cpu>.Normalise(n) == Shelf<Cpu>.Normalise(name)));

    private static Quest? Quest(PredictQuery query, QueryNames names, List<string> problems)
    {
        var (model, quant) = names.Model(query.Model, query.Quant);
        if (query.Context < 1) problems.Add($"context is {query.Context}; it must be at least 1 token");
        if (query.Users < 1) problems.Add($"users is {query.Users}; it must be at least 1");
        if (query.MicroBatch < 1) problems.Add($"ubatch is {query.MicroBatch}; it must be at least 1");
        var kv = OneOf(query.Kv, "kv", ("f16", KvType.F16), ("q8_0", KvType.Q8_0), ("q4_0", KvType.Q4_0), problems);
        var attention = OneOf(query.FlashAttention, "flash_attention", ("on", true), ("auto", true), ("off", false), problems);
        var kind = OneOf(query.Kind, "kind", [("inference", WorkloadKind.Inference), ("lora", WorkloadKind.Lora), ("qlora", WorkloadKind.Qlora), ("full-fine-tune", WorkloadKind.FullFineTune)], problems);
        var runsOn = OneOf(query.RunsOn, "runs_on", ("auto", RunsOn.Auto), ("gpu", RunsOn.Gpu), ("cpu", RunsOn.Cpu), problems);
        var backend = query.Backend?.ToLowerInvariant();
        if (backend is not null && !Backends.Contains(backend))
            problems.Add($"unknown backend '{query.Backend}'" + Hint(Spelling.Nearest(backend, Backends)) + $"; known are {string.Join(", ", Backends)}");
        if (backend == "cpu") runsOn = RunsOn.Cpu;
        return model is null || quant is null ? null : new Quest
        {
            Model = model,
            Quant = quant,
            Context = query.Context,
            KeyType = kv,
            ValueType = kv,
            FlashAttention = attention,
            Users = query.Users,
            MicroBatch = query.MicroBatch,
            Kind = kind,
            RunsOn = runsOn,
            Backend = backend == "cpu" ? null : backend,
        };
    }

    private static T OneOf<T>(string word, string name, (string, T) a, (string, T) b, (string, T) c, List<string> problems) =>
        OneOf(word, name, [a, b, c], problems);

    private static T OneOf<T>(string word, string name, (string Word, T Value)[] choices, List<string> problems)
    {
        foreach (var choice in choices)
            if (string.Equals(choice.Word, word, StringComparison.OrdinalIgnoreCase)) return choice.Value;
        problems.Add($"{name} is '{word}'; write {string.Join(", ", choices.Select(c => c.Word))}");
        return choices[0].Value;
    }

    private static string Hint(string? nearest) => nearest is null ? "" : $"; did you mean '{nearest}'?";
}
