using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Naming;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Yaml.Catalogs;

namespace RigBuilder.Cli.Commands;

/// <summary>The catalog as rows of id, name and the figures a person compares first.</summary>
internal static class CatalogEntries
{
    public static ImmutableArray<CatalogKind> Kinds { get; } = [.. Enum.GetValues<CatalogKind>().Where(k => k != CatalogKind.Price)];

    public static string Word(CatalogKind kind) => kind.ToString().ToLowerInvariant();

    public static string Plural(CatalogKind kind) => kind == CatalogKind.Memory ? "RAM kits" : kind switch
    {
        CatalogKind.Gpu => "GPUs",
        CatalogKind.Cpu => "CPUs",
        CatalogKind.Ssd => "SSDs",
        CatalogKind.Psu => "PSUs",
        _ => Word(kind) + "s",
    };

    public static bool TryKind(string word, out CatalogKind kind)
    {
        var singular = word.Equals("ram", StringComparison.OrdinalIgnoreCase) ? "memory" : word.TrimEnd('s');
        return Enum.TryParse(singular, ignoreCase: true, out kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(word[0]);
    }

    public static IEnumerable<CatalogRow> Of(Catalog catalog, CatalogKind kind) => kind switch
    {
        CatalogKind.Model => catalog.Models.Items.Select(Row),
        CatalogKind.Quant => catalog.Quants.Items.Select(Row),
        _ => catalog.PartsOf(Part(kind)).Select(Row),
    };

    /// <summary>What a name means among the entries of a kind.</summary>
    public static Resolution<CatalogRow> Named(Catalog catalog, CatalogKind kind, string name) => kind switch
    {
        CatalogKind.Model => catalog.Names.Model(name).Select(m => Row(m.Model)),
        CatalogKind.Quant => catalog.Names.Quant(name).Select(Row),
        _ => catalog.Names.Part(Part(kind), name).Select(Row),
    };

    public static IEnumerable<CatalogRow> Find(Catalog catalog, CatalogKind kind, string name) => Named(catalog, kind, name).Item is { } row ? [row] : [];

    private static PartKind Part(CatalogKind kind) => Enum.Parse<PartKind>(kind.ToString());

    private static CatalogRow Row(LlmModel model) => new(CatalogKind.Model, model.Id, model.Name,
        $"{QuantityText.Number(model.Parameters / 1e9)} B parameters"
        + (model.ActiveParameters < model.Parameters ? $", {QuantityText.Number(model.ActiveParameters / 1e9)} B active" : "")
        + $", {model.Shape.Layers} layers, context {model.TrainedContext:#,0}");

    private static CatalogRow Row(Quant quant) => new(CatalogKind.Quant, quant.Id, quant.Name, $"{QuantityText.Number(quant.BitsPerWeight)} bits per weight");

    private static CatalogRow Row(Part part) => new(Enum.Parse<CatalogKind>(part.Kind.ToString()), part.Id, part.Name,
        string.Join(", ", Figures(part).Append(part.Price is { } price ? $"{(price.IsEstimate ? "≈ " : "")}{price.Amount}" : null).Where(f => f is not null)));

    private static string?[] Figures(Part part) => part switch
    {
        Gpu gpu => [gpu.Vram.ToString(), gpu.Bandwidth.ToString(), gpu.BoardPower?.ToString()],
        Cpu cpu => [cpu.Socket, $"{cpu.Cores} cores", $"{cpu.MemoryChannels} channels {string.Join("/", cpu.Memory.Select(m => $"{m.Type.ToString().ToUpperInvariant()}-{m.MaxSpeed.MegaTransfers:0}"))}"],
        Motherboard board => [board.Socket, board.Chipset, board.FormFactor.ToString(), $"{board.MemorySlots} x {board.MemoryType.ToString().ToUpperInvariant()}"],
        MemoryKit kit => [$"{kit.Modules} x {kit.ModuleSize}", $"{kit.Type.ToString().ToUpperInvariant()}-{kit.Speed.MegaTransfers:0}"],
        Ssd ssd => [ssd.Capacity.ToDecimalString(), ssd.Read.ToString()],
        Psu psu => [psu.Power.ToString(), psu.Efficiency.ToString(), $"ATX {psu.AtxVersion:0.0}"],
        PcCase box => [$"cards up to {box.GpuLength}", $"coolers up to {box.CoolerHeight}", $"{box.ExpansionSlots} slots"],
        WholeMachine machine => [machine.Form.ToString(), machine.Memory?.Kit.Name, machine.Power?.ToString()],
        Cooler cooler => [cooler.Type.ToString(), cooler.MaxTdp is { } heat ? $"up to {heat}" : null],
        _ => [],
    };
}
