using System.Collections.Immutable;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Domain.Catalogs;

/// <summary>Everything that can be picked: parts by kind, models and quants. Immutable and safe to share.</summary>
public sealed class Catalog
{
    /// <summary>A catalog of the given entries; ids must be unique within a kind (readers report duplicates first).</summary>
    /// <exception cref="ArgumentException">An id occurs twice in a kind.</exception>
    public Catalog(IEnumerable<Part> parts, IEnumerable<LlmModel> models, IEnumerable<Quant> quants)
    {
        var all = parts.ToImmutableArray();
        Gpus = Shelf<Gpu>.Of(all.OfType<Gpu>(), p => p.Id, p => p.Name, p => p.Aliases);
        Cpus = Shelf<Cpu>.Of(all.OfType<Cpu>(), p => p.Id, p => p.Name, p => p.Aliases);
        Motherboards = Shelf<Motherboard>.Of(all.OfType<Motherboard>(), p => p.Id, p => p.Name, p => p.Aliases);
        Memory = Shelf<MemoryKit>.Of(all.OfType<MemoryKit>(), p => p.Id, p => p.Name, p => p.Aliases);
        Ssds = Shelf<Ssd>.Of(all.OfType<Ssd>(), p => p.Id, p => p.Name, p => p.Aliases);
        Psus = Shelf<Psu>.Of(all.OfType<Psu>(), p => p.Id, p => p.Name, p => p.Aliases);
        Cases = Shelf<PcCase>.Of(all.OfType<PcCase>(), p => p.Id, p => p.Name, p => p.Aliases);
        Coolers = Shelf<Cooler>.Of(all.OfType<Cooler>(), p => p.Id, p => p.Name, p => p.Aliases);
        Models = Shelf<LlmModel>.Of(models, m => m.Id, m => m.Name, m => m.Aliases);
        Quants = Shelf<Quant>.Of(quants, q => q.Id, q => q.Name, q => q.Aliases);
    }

    /// <summary>A catalog without entries.</summary>
    public static Catalog Empty { get; } = new([], [], []);

    /// <summary>Graphics cards.</summary>
    public Shelf<Gpu> Gpus { get; }

    /// <summary>Processors.</summary>
    public Shelf<Cpu> Cpus { get; }

    /// <summary>Motherboards.</summary>
    public Shelf<Motherboard> Motherboards { get; }

    /// <summary>RAM kits.</summary>
    public Shelf<MemoryKit> Memory { get; }

    /// <summary>Drives.</summary>
    public Shelf<Ssd> Ssds { get; }

    /// <summary>Power supplies.</summary>
    public Shelf<Psu> Psus { get; }

    /// <summary>Cases.</summary>
    public Shelf<PcCase> Cases { get; }

    /// <summary>CPU coolers.</summary>
    public Shelf<Cooler> Coolers { get; }

    /// <summary>Language models.</summary>
    public Shelf<LlmModel> Models { get; }

    /// <summary>Quantisations.</summary>
    public Shelf<Quant> Quants { get; }

    /// <summary>All parts of one kind, in catalog order.</summary>
    public IReadOnlyList<Part> PartsOf(PartKind kind) => kind switch
    {
        PartKind.Gpu => Gpus.Items,
        PartKind.Cpu => Cpus.Items,
        PartKind.Motherboard => Motherboards.Items,
        PartKind.Memory => Memory.Items,
        PartKind.Ssd => Ssds.Items,
        PartKind.Psu => Psus.Items,
        PartKind.Case => Cases.Items,
        PartKind.Cooler => Coolers.Items,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of part"),
    };

    /// <summary>The part with this id, exact name or alias in a slot, or RAM by its figures ("2x32 GB DDR5-5600"); null when there is none.</summary>
    public Part? Find(PartKind kind, string idOrName) => kind switch
    {
        PartKind.Gpu => Gpus.Find(idOrName),
        PartKind.Cpu => Cpus.Find(idOrName),
        PartKind.Motherboard => Motherboards.Find(idOrName),
        PartKind.Memory => Memory.Find(idOrName) ?? (MemoryFigures.TryRead(idOrName, out var kit, out _) ? kit : null),
        PartKind.Ssd => Ssds.Find(idOrName),
        PartKind.Psu => Psus.Find(idOrName),
        PartKind.Case => Cases.Find(idOrName),
        PartKind.Cooler => Coolers.Find(idOrName),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of part"),
    };

    /// <summary>The nearest known id in a slot to a misspelt one, or null.</summary>
    public string? Suggest(PartKind kind, string id) => Spelling.Nearest(id, PartsOf(kind).Select(p => p.Id));

    /// <summary>Looks up every selection of a build; unknown ids become <see cref="Rig.Missing"/>.</summary>
    public Rig Resolve(Build build)
    {
        var missing = ImmutableArray.CreateBuilder<MissingPart>();
        var gpus = All<Gpu>(build, PartKind.Gpu, missing);
        var cpus = All<Cpu>(build, PartKind.Cpu, missing);
        return new Rig
        {
            Gpus = gpus,
            Cpu = cpus.FirstOrDefault(),
            Sockets = Math.Max(1, cpus.TakeWhile(c => c.Id == cpus[0].Id).Count()),
            Motherboard = All<Motherboard>(build, PartKind.Motherboard, missing).FirstOrDefault(),
            Memory = All<MemoryKit>(build, PartKind.Memory, missing),
            Ssds = All<Ssd>(build, PartKind.Ssd, missing),
            Psu = All<Psu>(build, PartKind.Psu, missing).FirstOrDefault(),
            Case = All<PcCase>(build, PartKind.Case, missing).FirstOrDefault(),
            Cooler = All<Cooler>(build, PartKind.Cooler, missing).FirstOrDefault(),
            Missing = missing.ToImmutable(),
        };
    }

    /// <summary>Looks up a quest's model and quant; unknown ones stay null.</summary>
    public Quest Resolve(QuestSpec spec)
    {
        var quant = spec.QuantId is null ? null : Quants.Find(spec.QuantId);
        var draft = spec.Settings.Launch.Speculation;
        return spec.Settings with
        {
            Model = spec.ModelId is null ? null : Models.Find(spec.ModelId),
            Quant = quant,
            DraftModel = draft?.Model is { } name ? Models.Find(name) : null,
            DraftQuant = draft?.Model is null ? null : draft.Quant is { } own ? Quants.Find(own) : quant,
        };
    }

    private ImmutableArray<T> All<T>(Build build, PartKind kind, ImmutableArray<MissingPart>.Builder missing)
        where T : Part
    {
        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var selection in build[kind])
        {
            if (Find(kind, selection.PartId) is T part)
                found.AddRange(Enumerable.Repeat(selection.AsBuilt.Of(part), selection.Count));
            else
                missing.Add(new MissingPart(kind, selection, Suggest(kind, selection.PartId)));
        }

        return found.ToImmutable();
    }
}
