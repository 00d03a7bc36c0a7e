using System.Collections.Immutable;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Naming;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Domain.Catalogs;

/// <summary>Everything that can be picked: parts by kind, models and quants. Immutable and safe to share.</summary>
public sealed class Catalog
{
    /// <summary>A catalog of the given entries; ids must be unique within a kind (readers report duplicates first).</summary>
    /// <param name="parts">Parts with prices of their own; machines in all their sizes.</param>
    /// <param name="models">Language models.</param>
    /// <param name="quants">Quantisations.</param>
    /// <param name="prices">Prices that stand apart from the parts.</param>
    /// <param name="estimated">Whether parts without a price get one by their class.</param>
    /// <exception cref="ArgumentException">An id occurs twice in a kind.</exception>
    public Catalog(IEnumerable<Part> parts, IEnumerable<LlmModel> models, IEnumerable<Quant> quants, IEnumerable<PriceSeen>? prices = null, bool estimated = true)
    {
        var seen = prices?.ToImmutableArray() ?? [];
        var priced = PartPrices.Apply(parts.SelectMany(p => p is WholeMachine machine ? machine.Configurations.CastArray<Part>() : [p]), seen).ToImmutableArray();
        Estimates = estimated ? new PriceEstimates(priced, seen) : PriceEstimates.None;
        ImmutableArray<Part> all = [.. priced.Select(Estimates.Fill)];
        Gpus = Shelf<Gpu>.Of(all.OfType<Gpu>(), p => p.Id, p => p.Name, p => p.Aliases);
        Cpus = Shelf<Cpu>.Of(all.OfType<Cpu>(), p => p.Id, p => p.Name, p => p.Aliases);
        Motherboards = Shelf<Motherboard>.Of(all.OfType<Motherboard>(), p => p.Id, p => p.Name, p => p.Aliases);
        Memory = Shelf<MemoryKit>.Of(all.OfType<MemoryKit>(), p => p.Id, p => p.Name, p => p.Aliases);
        Ssds = Shelf<Ssd>.Of(all.OfType<Ssd>(), p => p.Id, p => p.Name, p => p.Aliases);
        Psus = Shelf<Psu>.Of(all.OfType<Psu>(), p => p.Id, p => p.Name, p => p.Aliases);
        Cases = Shelf<PcCase>.Of(all.OfType<PcCase>(), p => p.Id, p => p.Name, p => p.Aliases);
        Coolers = Shelf<Cooler>.Of(all.OfType<Cooler>(), p => p.Id, p => p.Name, p => p.Aliases);
        Machines = Shelf<WholeMachine>.Of(all.OfType<WholeMachine>(), p => p.Id, p => p.Name, p => p.Aliases);
        Models = Shelf<LlmModel>.Of(models, m => m.Id, m => m.Name, m => m.Aliases);
        Quants = Shelf<Quant>.Of(quants, q => q.Id, q => q.Name, q => q.Aliases);
        _names = new(() => new NameResolver(this));
    }

    private Catalog(Catalog other, ImmutableDictionary<string, Resolution<NamedModel>> files)
    {
        (Gpus, Cpus, Motherboards, Memory, Ssds) = (other.Gpus, other.Cpus, other.Motherboards, other.Memory, other.Ssds);
        (Psus, Cases, Coolers, Machines, Models, Quants) = (other.Psus, other.Cases, other.Coolers, other.Machines, other.Models, other.Quants);
        Estimates = other.Estimates;
        _names = new(() => new NameResolver(this, files));
    }

    private readonly Lazy<NameResolver> _names;

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

    /// <summary>Machines that are bought whole, each in every memory size.</summary>
    public Shelf<WholeMachine> Machines { get; }

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
        PartKind.Machine => Machines.Items,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of part"),
    };

    /// <summary>The catalog with what a model's file says.</summary>
    /// <param name="text">How the model is named: a reference to the file.</param>
    /// <param name="model">What was read, or why it could not be.</param>
    public Catalog Knowing(string text, Resolution<NamedModel> model) => new(this, Names.Files.SetItem(text, model));

    /// <summary>What parts without a price cost by their class.</summary>
    public PriceEstimates Estimates { get; }

    /// <summary>The catalog with nothing but prices that were seen.</summary>
    public Catalog PricedOnly()
    {
        var seen = Enum.GetValues<PartKind>().SelectMany(PartsOf).Select(p => p with { Price = p.Prices.IsEmpty ? null : PartPrices.Deciding(p.Prices) });
        return new Catalog(seen, Models.Items, Quants.Items, estimated: false);
    }

    /// <summary>What names mean, as people write them.</summary>
    public NameResolver Names => _names.Value;

    /// <summary>The part that a name means in a slot; null when there is none or several.</summary>
    public Part? Find(PartKind kind, string name) => Exactly(kind, name) is { } exact && exact.Id == name ? exact : Names.Part(kind, name).Item;

    /// <summary>The part with this id, exact name or alias in a slot; null when there is none.</summary>
    internal Part? Exactly(PartKind kind, string idOrName) => kind switch
    {
        PartKind.Gpu => Gpus.Find(idOrName),
        PartKind.Cpu => Cpus.Find(idOrName),
        PartKind.Motherboard => Motherboards.Find(idOrName),
        PartKind.Memory => Memory.Find(idOrName),
        PartKind.Ssd => Ssds.Find(idOrName),
        PartKind.Psu => Psus.Find(idOrName),
        PartKind.Case => Cases.Find(idOrName),
        PartKind.Cooler => Coolers.Find(idOrName),
        PartKind.Machine => Machines.Find(idOrName),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of part"),
    };

    /// <summary>Looks up every selection of a build; names without one meaning become <see cref="Rig.Missing"/>.</summary>
    public Rig Resolve(Build build)
    {
        var missing = ImmutableArray.CreateBuilder<MissingPart>();
        var assumed = ImmutableArray.CreateBuilder<string>();
        build = WithMachineAsSuch(build);
        var gpus = All<Gpu>(build, PartKind.Gpu, missing, assumed);
        var cpus = All<Cpu>(build, PartKind.Cpu, missing, assumed);
        var rig = new Rig
        {
            Gpus = gpus,
            Cpu = cpus.FirstOrDefault(),
            Sockets = Math.Max(1, cpus.TakeWhile(c => c.Id == cpus[0].Id).Count()),
            Motherboard = All<Motherboard>(build, PartKind.Motherboard, missing, assumed).FirstOrDefault(),
            Memory = All<MemoryKit>(build, PartKind.Memory, missing, assumed),
            Ssds = All<Ssd>(build, PartKind.Ssd, missing, assumed),
            Psu = All<Psu>(build, PartKind.Psu, missing, assumed).FirstOrDefault(),
            Case = All<PcCase>(build, PartKind.Case, missing, assumed).FirstOrDefault(),
            Cooler = All<Cooler>(build, PartKind.Cooler, missing, assumed).FirstOrDefault(),
            Machine = All<WholeMachine>(build, PartKind.Machine, missing, assumed).FirstOrDefault(),
            Missing = missing.ToImmutable(),
            Assumed = assumed.ToImmutable(),
        };
        return UnifiedMemory.Fitted(MachineParts.In(rig, this));
    }

    /// <summary>A machine's name stands for its GPU too, as people say "a 512 GB Mac Studio" beside "an RTX 5090".</summary>
    private Build WithMachineAsSuch(Build build) =>
        build[PartKind.Machine].IsEmpty && build[PartKind.Gpu] is [{ Count: 1 } only] && Names.Cards(only.PartId).Item is null && Names.Part(PartKind.Machine, only.PartId).Item is not null
            ? build.With(PartKind.Gpu).With(PartKind.Machine, only)
            : build;

    /// <summary>Looks up a quest's models and quants; unknown ones stay null. A model's name may say the quant.</summary>
    public Quest Resolve(QuestSpec spec)
    {
        var named = spec.ModelId is { } model ? Names.Model(model) : null;
        var saidQuant = spec.QuantId is { } id ? Names.Quant(id) : null;
        var quant = spec.QuantId is null ? named?.Item?.Quant : saidQuant?.Item;
        var speculation = spec.Settings.Launch.Speculation;
        var draft = speculation?.Model is { } name ? Names.Model(name) : null;
        return spec.Settings with
        {
            Model = named?.Item?.Model,
            Quant = quant,
            DraftModel = draft?.Item?.Model,
            DraftQuant = draft is null ? null : speculation!.Quant is { } own ? Names.Quant(own).Item : draft.Item is { Quant: { } said, QuantIsAssumed: false } ? said : quant,
            Assumed = [.. named?.Assumed ?? [], .. saidQuant?.Assumed ?? []],
        };
    }

    private ImmutableArray<T> All<T>(Build build, PartKind kind, ImmutableArray<MissingPart>.Builder missing, ImmutableArray<string>.Builder assumed)
        where T : Part
    {
        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var selection in build[kind])
        {
            var cards = kind == PartKind.Gpu ? Names.Cards(selection.PartId) : null;
            var named = cards?.Select(c => (Part)c.Gpu) ?? Names.Part(kind, selection.PartId);
            assumed.AddRange(named.Assumed);
            if (named.Item is T part)
                found.AddRange(Enumerable.Repeat(selection.AsBuilt.Of(Estimates.Fill(part)), selection.Count * (cards?.Item?.Count ?? 1)));
            else
                missing.Add(new MissingPart(kind, selection, named.Suggestions.FirstOrDefault()));
        }

        return found.ToImmutable();
    }
}
