using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Domain.Settings;

/// <summary>How tensors are sent to a device, as llama.cpp's -ot is written: "exps=CPU", "blk\.(1|2)\.ffn_.*_exps=CPU,attn=CUDA1".</summary>
internal static class OverrideText
{
    private const int Longest = 2000;
    private const int Most = 100;

    public static SettingFormat<ValueList<TensorOverride>> Format { get; } = new(
        new(SettingKind.Text, "PATTERN=DEVICE, joined by commas; DEVICE is CPU or a card such as CUDA0") { Several = true }, Read, Write);

    private static SettingReading<ValueList<TensorOverride>> Read(string text)
    {
        if (text.Length > Longest) return SettingReading<ValueList<TensorOverride>>.Failed($"has {text.Length} characters, more than {Longest}");
        var overrides = ImmutableArray.CreateBuilder<TensorOverride>();
        // A pattern may hold commas ("{1,2}"): a part ends where a device name does.
        var rest = text.AsSpan().Trim();
        while (rest.Length > 0)
        {
            var equals = rest.IndexOf('=');
            if (equals <= 0) return SettingReading<ValueList<TensorOverride>>.Failed($"holds '{rest}'; write PATTERN=DEVICE, for example exps=CPU");
            var end = rest[(equals + 1)..].IndexOf(',') is >= 0 and var comma ? equals + 1 + comma : rest.Length;
            var (pattern, device) = (rest[..equals].Trim().ToString(), rest[(equals + 1)..end].Trim().ToString());
            if (Problem(pattern, device) is { } problem) return SettingReading<ValueList<TensorOverride>>.Failed(problem);
            overrides.Add(new TensorOverride(pattern, device.Equals("cpu", StringComparison.OrdinalIgnoreCase) ? "CPU" : device));
            if (overrides.Count > Most) return SettingReading<ValueList<TensorOverride>>.Failed($"has more than {Most} patterns");
            rest = end < rest.Length ? rest[(end + 1)..].TrimStart() : [];
        }

        return overrides.Count == 0 ? SettingReading<ValueList<TensorOverride>>.Failed("is empty; write for example exps=CPU") : new ValueList<TensorOverride>(overrides.ToImmutable());
    }

    private static string? Problem(string pattern, string device)
    {
        var parsed = new TensorOverride(pattern, device);
        if (!device.Equals("cpu", StringComparison.OrdinalIgnoreCase) && parsed.Card is null)
            return $"sends '{pattern}' to '{device}'; a device is CPU, or a card with its number such as CUDA0 or Vulkan1";
        if (parsed.Card >= LaunchSettings.MostGpus) return $"sends '{pattern}' to '{device}'; cards are counted from 0 to {LaunchSettings.MostGpus - 1}";
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return $"has the pattern '{pattern}', which is no regular expression that can be read here (look-arounds and back-references are not): {e.Message}";
        }
    }

    private static string Write(ValueList<TensorOverride> overrides) => string.Join(",", overrides.Select(o => $"{o.Pattern}={o.Device}"));
}
