using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;

namespace RigBuilder.Workbench.Screens;

/// <summary>Levels of a rig against its limits: VRAM, RAM, power supply, budget; with those of a previewed rig.</summary>
internal sealed class Meters(Appraised now, Appraised? preview, int width)
{
    private const double Tight = 0.9;

    public IEnumerable<Block> Blocks()
    {
        yield return Meter("VRAM", Vram);
        yield return Meter("RAM", Ram);
        yield return Meter("PSU", Supply);
        yield return Meter("Cost", Cost);
    }

    private Block.Meter Meter(string label, Func<Appraised, (double? Level, string Value)> read)
    {
        var (before, _) = read(now);
        var (after, value) = read(preview ?? now);
        var level = after ?? 0;
        var role = level > 1.0005 ? Role.Conflict : level > Tight ? Role.Warning : Role.Meter;
        var longest = width >= 40 ? 17 : 13;
        return new Block.Meter(label, before ?? 0, value, role) { Preview = preview is null ? null : level, LabelWidth = 4, ValueWidth = longest };
    }

    private static (double?, string) Vram(Appraised appraisal)
    {
        if (appraisal.Forecast.Memory is not { } memory)
        {
            var all = appraisal.Rig.Gpus.Aggregate(Bytes.Zero, (sum, gpu) => sum + gpu.Vram);
            return (null, all == Bytes.Zero ? "no card" : all.ToString());
        }

        if (appraisal.Forecast.Placement?.Mode == PlacementMode.CpuOnly) return (null, appraisal.Rig.Gpus.IsEmpty ? "no card" : "not used");
        var used = appraisal.Forecast.Placement?.Mode == PlacementMode.Partial
            ? memory.PerDevice.Where(d => d.IsGpu).Aggregate(Bytes.Zero, (sum, d) => sum + d.Total)
            : memory.VramNeeded;
        return memory.VramUsable == Bytes.Zero ? (null, $"need {used}") : (used / memory.VramUsable, Figures.Of(used, memory.VramUsable));
    }

    private static (double?, string) Ram(Appraised appraisal)
    {
        var capacity = appraisal.Rig.Memory.Aggregate(Bytes.Zero, (sum, kit) => sum + kit.Capacity);
        if (capacity == Bytes.Zero) return (null, "none");
        var used = appraisal.Forecast.Memory?.PerDevice.Where(d => !d.IsGpu).Aggregate(Bytes.Zero, (sum, d) => sum + d.Total) ?? Bytes.Zero;
        return (used / capacity, Figures.Of(used, capacity));
    }

    private static (double?, string) Supply(Appraised appraisal)
    {
        var power = appraisal.Forecast.Power;
        return appraisal.Rig.Psu is not { } psu
            ? (null, power.Rated.Value > 0 ? $"{power.Rated} rated" : "none")
            : (power.PsuLoad ?? (power.Rated / psu.Power), $"{QuantityText.Number(power.Rated.Value, 0)}/{psu.Power}");
    }

    private static (double?, string) Cost(Appraised appraisal)
    {
        var total = appraisal.Forecast.Price.Total;
        if (appraisal.Quest.Budget is not { } budget || budget == Money.Zero || total == Money.Zero) return (null, appraisal.Forecast.Price.Short);
        return ((double)(total.Amount / budget.Amount), $"{QuantityText.Number((double)total.Amount, 0)}/{QuantityText.Number((double)budget.Amount, 0)}");
    }
}
