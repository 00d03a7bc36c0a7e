using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Naming;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Settings;

/// <summary>The texts that settings are made of.</summary>
internal static class SettingFormats
{
    private static readonly (string, bool)[] OnAndOff = [("on", true), ("off", false), ("auto", true), ("true", true), ("false", false), ("1", true), ("0", false)];

    public static SettingFormat<bool> Switch { get; } = new(
        new(SettingKind.Switch, "on or off") { Words = ["on", "off", "auto"] },
        text => Find(text, OnAndOff) ?? SettingReading<bool>.Failed($"is '{text}'; write on or off"),
        on => on ? "on" : "off");

    /// <summary>A whole number; a word may stand for a number.</summary>
    public static SettingFormat<int> Whole(int least, int most, params (string Word, int Value)[] words) => new(
        new(SettingKind.Whole, Expected(least, most, words.Select(w => w.Word))) { Least = least, Most = most, Words = [.. words.Select(w => w.Word)] },
        text => Find(text, words) ?? ReadWhole(text, least, most, words),
        value => value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number of tokens: a whole number, or one with k or M ("128k").</summary>
    public static SettingFormat<int> Tokens(int least, int most) => new(
        new(SettingKind.Tokens, Expected(least, most, ["128k"])) { Least = least, Most = most },
        text => TokenCount.TryParse(text, out var tokens) && tokens >= least && tokens <= most ? tokens : ReadWhole(text, least, most, [("128k", 0)]),
        value => value.ToString(CultureInfo.InvariantCulture));

    public static SettingFormat<T> Word<T>(params (string Word, T Value)[] words) => new(
        new(SettingKind.Word, $"one of {string.Join(", ", words.Select(w => w.Word))}") { Words = [.. words.Select(w => w.Word)] },
        text => Find(text, words) ?? SettingReading<T>.Failed(Unknown(text, words.Select(w => w.Word))),
        value => words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Word);

    public static SettingFormat<Bytes> Size(double most) => new(
        new(SettingKind.Size, "a size, for example 2 GiB"),
        text => ReadQuantity(text, Dimension.Size, "GiB", most, q => Bytes.FromDouble(q.Value)),
        size => string.Create(CultureInfo.InvariantCulture, $"{size.GiB:R} GiB"));

    public static SettingFormat<Watts> Power(double most) => new(
        new(SettingKind.Power, "a power, for example 280 W"),
        text => ReadQuantity(text, Dimension.Power, "W", most, q => Watts.FromValue(q.Value)),
        power => string.Create(CultureInfo.InvariantCulture, $"{power.Value:R} W"));

    public static SettingFormat<double> Share { get; } = new(
        new(SettingKind.Number, "a number, 0 or more") { Least = 0 },
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0
            ? value : SettingReading<double>.Failed($"holds '{text}'; write numbers of 0 or more, for example 3,1"),
        value => value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Several values, joined by commas ("3,1"; llama.cpp takes "3/1" as well).</summary>
    public static SettingFormat<ValueList<T>> Several<T>(SettingFormat<T> one, int most) => new(
        one.Shape with { Several = true, Expected = one.Shape.Expected + ", or several joined by commas" },
        text => ReadSeveral(text, one, most),
        values => string.Join(",", values.Select(one.Write)));

    /// <summary>The sentence on a word that is not known.</summary>
    public static string Unknown(string text, IEnumerable<string> words)
    {
        var known = words.ToArray();
        var nearest = Spelling.Nearest(text, known);
        return $"is '{text}'; " + (nearest is null ? "" : $"did you mean '{nearest}'? ") + $"write one of {string.Join(", ", known)}";
    }

    private static SettingReading<int> ReadWhole(string text, int least, int most, (string Word, int Value)[] words)
    {
        if (!decimal.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number != decimal.Truncate(number))
            return SettingReading<int>.Failed($"is '{text}'; write {Expected(least, most, words.Select(w => w.Word))}");
        return number >= least && number <= most
            ? (int)number
            : SettingReading<int>.Failed(number < least ? $"is {text}; it must be at least {least}" : string.Create(CultureInfo.InvariantCulture, $"is {text}; it must be at most {most:#,0}"));
    }

    private static SettingReading<T> ReadQuantity<T>(string text, Dimension dimension, string unit, double most, Func<Quantity, T> convert)
    {
        if (!QuantityParser.TryParse(text, out var quantity, out var error)) return SettingReading<T>.Failed($"is '{text}': {error}");
        if (quantity.Dimension != dimension) return SettingReading<T>.Failed($"is '{text}'; write it with its unit, for example '{text.Trim()} {unit}'");
        return quantity.Value >= 0 && quantity.Value <= most
            ? convert(quantity)
            : SettingReading<T>.Failed($"is {text}; it must be at least 0 and at most {QuantityText.Format(new Quantity(most, dimension))}");
    }

    private static SettingReading<ValueList<T>> ReadSeveral<T>(string text, SettingFormat<T> one, int most)
    {
        var parts = text.Split([',', '/', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || parts.Length > most) return SettingReading<ValueList<T>>.Failed($"has {parts.Length} values; write 1 to {most}");
        var values = ImmutableArray.CreateBuilder<T>(parts.Length);
        foreach (var part in parts)
        {
            var read = one.Read(part);
            if (read.Problem is { } problem) return SettingReading<ValueList<T>>.Failed(problem);
            values.Add(read.Value);
        }

        return new ValueList<T>(values.MoveToImmutable());
    }

    private static string Expected(int least, int most, IEnumerable<string> words) =>
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most:#,0}") + string.Concat(words.Select(w => $", or {w}"));

    private static SettingReading<T>? Find<T>(string text, (string Word, T Value)[] words)
    {
        foreach (var (word, value) in words)
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase)) return value;
        return null;
    }
}
