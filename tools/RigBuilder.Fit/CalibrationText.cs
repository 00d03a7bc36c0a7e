using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Fit;

/// <summary>Writes the fitted part of <c>catalog/calibration.yaml</c>; what stands above its marker is kept.</summary>
internal sealed class CalibrationText
{
    private const string Marker = "# ---- fitted ----";
    private readonly StringBuilder _text = new();

    /// <summary>The file's text with its fitted part replaced.</summary>
    public static string Replace(string file, Calibration calibration)
    {
        var at = file.IndexOf(Marker, StringComparison.Ordinal);
        var kept = at < 0 ? file : file[..at];
        return kept.TrimEnd() + "\n\n" + new CalibrationText().Write(calibration);
    }

    private string Write(Calibration calibration)
    {
        Line(0, Marker);
        Line(0, "# Written by 'dotnet run --project tools/RigBuilder.Fit'; see docs/PREDICTION.md. Effects are differences of natural logarithms.");
        Decode(calibration.Decode);
        Prompt(calibration.Prompt);
        Cpu(calibration.Cpu);
        Line(0, "# Standard deviations of the priors, chosen by the tool: decode (reading, time per layer, arithmetic), prompt (backends and architectures, the rest)");
        Line(0, "prior_widths:");
        foreach (var (name, widths) in calibration.PriorWidths.OrderBy(w => w.Key, StringComparer.Ordinal))
            Line(1, $"{name}: [{string.Join(", ", widths.Select(Number))}]");
        Line(0, "# Left-out errors: neither coefficients nor prior widths nor ranges have seen the row's card. Cards count once per backend.");
        Line(0, "errors:");
        foreach (var (name, error) in calibration.Errors.OrderBy(e => e.Key, StringComparer.Ordinal))
            Line(1, $"{name}: {{ rows: {error.Rows}, cards: {error.Cards}, median: {Number(error.Median)}, under_25_percent: {Number(error.Under25)}, in_range: {Number(error.InRange)} }}");
        return _text.ToString();
    }

    private void Decode(DecodeCalibration decode)
    {
        Line(0, "decode:");
        Line(1, "# ln of the share of the peak bandwidth at which weights are read");
        Table("reading", decode.Reading);
        Line(1, "# ln of weights decoded and multiplied per FP32 operation of the chip");
        Table("arithmetic", decode.Arithmetic);
        Line(1, "# ln of seconds per layer");
        Table("layer", decode.Layer);
        Line(1, $"recurrent_effect: {Number(decode.RecurrentEffect)}");
        Line(1, $"per_token: {Time(decode.PerToken)}");
        Line(1, $"per_expert_layer: {Time(decode.PerExpertLayer)}");
        Line(1, $"expert_effect: {Number(decode.ExpertEffect)}");
        Line(1, $"cache_effect: {Number(decode.CacheEffect)}");
        Line(1, $"cache_effect_without_flash_attention: {Number(decode.CacheEffectWithoutFlash)}");
        Line(1, $"per_hop: {Time(decode.PerHop)}");
        Transfer("transfer", decode.Transfer);
        Spread(decode.Spread);
    }

    private void Prompt(PromptCalibration prompt)
    {
        Line(0, "prompt:");
        Line(1, "# ln of the share of the FP16 matrix rate (FP32 without matrix units)");
        Table("efficiency", prompt.Efficiency);
        Line(1, $"rate_slope: {Number(prompt.RateSlope)}");
        Line(1, $"expert_effect: {Number(prompt.ExpertEffect)}");
        Line(1, $"attention_effect: {Number(prompt.AttentionEffect)}");
        Line(1, $"attention_effect_without_flash_attention: {Number(prompt.AttentionEffectWithoutFlash)}");
        Line(1, $"per_layer: {Time(prompt.PerLayer)}");
        Line(1, $"gain_per_gpu: {Number(prompt.GainPerGpu)}");
        Transfer("transfer", prompt.Transfer);
        Spread(prompt.Spread);
    }

    private void Cpu(CpuCalibration cpu)
    {
        Line(0, "cpu:");
        Line(1, $"bandwidth_efficiency: {Number(cpu.BandwidthEfficiency)}");
        Line(1, $"elements_per_core_cycle: {Number(cpu.ElementsPerCoreCycle)}");
        Effects("types", cpu.Types, 1);
        Line(1, $"operations_per_core_cycle: {Number(cpu.OperationsPerCoreCycle)}");
        Effects("prompt_types", cpu.PromptTypes, 1);
        Line(1, $"avx512_effect: {Number(cpu.Avx512Effect)}");
        Line(1, $"without_avx2_effect: {Number(cpu.WithoutAvx2Effect)}");
        Line(1, $"per_layer: {Time(cpu.PerLayer)}");
        Line(1, $"decode_spread: {Number(cpu.DecodeSpread)}");
        Line(1, $"prompt_spread: {Number(cpu.PromptSpread)}");
        Transfer("decode_transfer", cpu.DecodeTransfer);
        Transfer("prompt_transfer", cpu.PromptTransfer);
        Line(1, "# assumed where nothing is chosen or known; kept by the fitting tool");
        Line(1, $"assumed_bandwidth: {Number(cpu.AssumedBandwidth.Gigabytes)} GB/s");
        Line(1, $"assumed_clock: {Number(cpu.AssumedClock.Gigahertz)} GHz");
        Line(1, $"assumed_cores: {cpu.AssumedCores}");
        Line(1, $"sustained_boost: {Number(cpu.SustainedBoost)}");
        Line(1, "sources:");
        foreach (var (key, source) in cpu.Sources.OrderBy(s => s.Key, StringComparer.Ordinal)) Line(2, $"{key}: \"{source}\"");
    }

    private void Table(string name, EffectTable table)
    {
        Line(1, $"{name}:");
        Line(2, $"intercept: {Number(table.Intercept)}");
        Effects("backends", table.Backends, 2);
        Effects("architectures", table.Architectures, 2);
        Effects("pairs", table.Pairs, 2);
        Effects("segments", table.Segments, 2);
        Effects("types", table.Types, 2);
        Effects("without_flash_attention", table.WithoutFlash, 2);
        Effects("cards", table.Cards, 2);
    }

    private void Effects(string name, ImmutableDictionary<string, double> effects, int depth)
    {
        if (effects.IsEmpty) return;
        Line(depth, $"{name}:");
        foreach (var (key, value) in effects.OrderBy(e => e.Key, StringComparer.Ordinal)) Line(depth + 1, $"{key}: {Number(value)}");
    }

    private void Spread(SpreadCalibration spread) => Line(
        1, $"spread: {{ card: {Number(spread.Card)}, architecture: {Number(spread.Architecture)}, related: {Number(spread.Related)}, backend: {Number(spread.Backend)}, unknown: {Number(spread.Unknown)} }}");

    // Unknown is written as nothing, which is read as unknown.
    private void Transfer(string name, TransferCalibration transfer)
    {
        if (double.IsFinite(transfer.Other)) Line(1, $"{name}: {{ same: {Number(transfer.Same)}, kin: {Number(transfer.Kin)}, other: {Number(transfer.Other)} }}");
    }

    private void Line(int depth, string text) => _text.Append(' ', 2 * depth).Append(text).Append('\n');

    private static string Number(double value) => (Math.Round(value, 4) + 0.0).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Time(Duration time) => (time.Milliseconds * 1000).ToString("0.###", CultureInfo.InvariantCulture) + " us";
}
