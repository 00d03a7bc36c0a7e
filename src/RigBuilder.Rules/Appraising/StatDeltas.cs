namespace RigBuilder.Rules.Appraising;

/// <summary>Differences of one appraisal against another (after − before); null where one side has no figure.</summary>
/// <param name="Decode">Generation speed in tok/s.</param>
/// <param name="Prompt">Prompt speed in tok/s.</param>
/// <param name="Vram">Usable VRAM in GiB.</param>
/// <param name="Ram">System memory in GiB.</param>
/// <param name="Watts">Draw while generating in watts.</param>
/// <param name="Price">Price in US dollars.</param>
/// <param name="Score">Grade score.</param>
public sealed record StatDeltas(double? Decode, double? Prompt, double? Vram, double? Ram, double? Watts, double? Price, int Score)
{
    /// <summary>The differences of two appraisals.</summary>
    public static StatDeltas Between(Appraisal before, Appraisal after) => new(
        after.Forecast.Decode?.Value.Value - before.Forecast.Decode?.Value.Value,
        after.Forecast.Prompt?.Value.Value - before.Forecast.Prompt?.Value.Value,
        after.Rig.Gpus.Sum(g => g.Vram.GiB) - before.Rig.Gpus.Sum(g => g.Vram.GiB),
        after.Rig.Memory.Sum(m => m.Capacity.GiB) - before.Rig.Memory.Sum(m => m.Capacity.GiB),
        after.Forecast.Power.Generating.Value - before.Forecast.Power.Generating.Value,
        (double)(after.Forecast.Price.Total.Amount - before.Forecast.Price.Total.Amount),
        after.Grade.Score - before.Grade.Score);
}
