using System.Globalization;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Domain.Settings;

/// <summary>How speculative decoding is written: "mtp", "mtp n-max 3", "draft qwen3-0.6b q8_0 n-max 8".</summary>
internal static class SpeculationText
{
    private const int MostTokens = 64;
    private const int UsualMtpTokens = 3;
    private const int UsualDraftTokens = 16;

    public static SettingFormat<Speculation?> Format { get; } = new(
        new(SettingKind.Text, "none, mtp, or draft MODEL [QUANT]; n-max N may follow"), Read, Write);

    private static SettingReading<Speculation?> Read(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        int? tokens = null;
        if (words is [.., var key, var number] && key.ToLowerInvariant() is "n-max" or "n_max" or "n" or "max")
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MostTokens)
                return SettingReading<Speculation?>.Failed($"drafts '{number}' tokens; write n-max 1 to {MostTokens}");
            (words, tokens) = (words[..^2], count);
        }

        return (words.FirstOrDefault()?.ToLowerInvariant(), words.Length) switch
        {
            ("none" or "off", 1) when tokens is null => new SettingReading<Speculation?>(null),
            ("mtp" or "draft-mtp", 1) => new Speculation(SpeculationKind.Mtp, tokens ?? UsualMtpTokens),
            ("draft" or "draft-simple", 2 or 3) => new Speculation(SpeculationKind.Draft, tokens ?? UsualDraftTokens, words[1], words.ElementAtOrDefault(2)),
            ("draft" or "draft-simple", 1) => SettingReading<Speculation?>.Failed("names no draft model; write for example 'draft qwen3-0.6b q8_0'"),
            _ => SettingReading<Speculation?>.Failed($"is '{text}'; write none, mtp, mtp n-max 3, or draft MODEL QUANT n-max 8"),
        };
    }

    private static string Write(Speculation? speculation) => speculation switch
    {
        null => "none",
        { Kind: SpeculationKind.Mtp } => string.Create(CultureInfo.InvariantCulture, $"mtp n-max {speculation.Tokens}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"draft {speculation.Model}{(speculation.Quant is { } quant ? " " + quant : "")} n-max {speculation.Tokens}"),
    };
}
