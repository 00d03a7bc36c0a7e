using System.Collections.Immutable;
using RigBuilder.Rules.Appraising;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Tests.Fixtures;

/// <summary>The fixture catalog, prediction and rules together, and rigs made of them.</summary>
public static class FixtureWorld
{
    public static World World { get; } = Of(FixtureCatalog.Catalog);

    public static World Of(Catalog catalog) => new(new Appraiser(catalog, new FixtureForecaster(), FixtureRules.Judge))
    {
        Codex =
        [
            new CodexEntry("psu-power", "Rules", "The supply carries the parts", ["error", "A supply below the rated draw shuts down under load."], new SourceLocation("rules/power/psu-power.yaml", 1, 1)),
            new CodexEntry("vram-holds-model", "Rules", "The model fits in VRAM", ["warning", "Weights outside VRAM slow every token."], new SourceLocation("rules/fit/vram-holds-model.yaml", 1, 1)),
            new CodexEntry("rtx-3090", "GPUs", "NVIDIA GeForce RTX 3090", ["24 GiB, 936.2 GB/s"], new SourceLocation("catalog/gpus/nvidia.yaml", 120, 3)),
        ],
    };

    public static QuestSpec Llama65 { get; } = new() { ModelId = "llama-65b", QuantId = "q4_0", Settings = new() { Context = 2048 } };

    /// <summary>Two used cards on a new platform; nothing to complain about.</summary>
    public static Build Twin { get; } = Build.Empty with
    {
        Name = "Twin 3090",
        Quest = Llama65,
        Slots = Build.Empty
            .With(PartKind.Gpu, new Selection("rtx-3090", 2)).With(PartKind.Cpu, new Selection("ryzen-7-7700")).With(PartKind.Motherboard, new Selection("b650-tomahawk"))
            .With(PartKind.Memory, new Selection("ddr5-6000-2x32")).With(PartKind.Ssd, new Selection("samsung-990-pro-2tb")).With(PartKind.Psu, new Selection("corsair-rm1000x"))
            .With(PartKind.Case, new Selection("fractal-torrent")).With(PartKind.Cooler, new Selection("noctua-nh-d15")).Slots,
    };

    /// <summary>The same for the quest that the fixture's bouts run.</summary>
    public static Build Challenger { get; } = Twin with { Quest = new() { ModelId = "llama-7b", QuantId = "q4_0", Settings = new() { Context = 4096 } } };

    /// <summary>The same with a supply, a board and a drive that do not suit.</summary>
    public static Build Troubled { get; } = Twin with
    {
        Name = "Troubled rig",
        Slots = Twin.With(PartKind.Psu, new Selection("corsair-rm650e")).With(PartKind.Motherboard, new Selection("x299-deluxe"))
            .With(PartKind.Ssd, new Selection("crucial-mx500-1tb")).Slots,
    };
}
