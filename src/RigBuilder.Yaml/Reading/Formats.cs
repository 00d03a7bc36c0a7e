using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>The formats that files share, and the ways to combine them.</summary>
public static partial class Formats
{
    /// <summary>A text on one line: names, sockets.</summary>
    public static Format<string> Line { get; } = new TextFormat();

    /// <summary>A text of any length, on one or several lines: notes, sources, messages.</summary>
    public static Format<string> Prose { get; } = new TextFormat(severalLines: true, longest: 10_000);

    /// <summary>A stable id in kebab-case; dots are allowed for versions ("llama-3.1-8b").</summary>
    public static Format<string> Id { get; } = new PatternFormat(Slip.Id, IdPattern(), "an id in kebab-case (small letters, digits, hyphens), for example rtx-3090");

    /// <summary>A word in small letters as other programs define it ("q4_k_m", "qwen3moe").</summary>
    public static Format<string> Word { get; } = new PatternFormat(Slip.Id, WordPattern(), "a word of small letters and digits, for example q4_k_m");

    /// <summary>A month: "2025-07".</summary>
    public static Format<string> Month { get; } = new PatternFormat(Slip.Text, MonthPattern(), "a month, for example 2025-07");

    /// <summary>true or false.</summary>
    public static WordFormat<bool> Boolean { get; } = new(("true", true), ("false", false));

    /// <summary>on or off (true and false are taken as well).</summary>
    public static WordFormat<bool> Switch { get; } = new(("on", true), ("off", false), ("true", true), ("false", false));

    /// <summary>A year.</summary>
    public static Format<int> Year { get; } = Count(1990, 2100);

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Format<int> Count(int least = 0, int most = int.MaxValue) => new WholeNumberFormat(least, most).Select(n => (int)n, least);

    /// <summary>A plain number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Format<double> Number(double least, double most) => new NumberFormat(least, most);

    /// <summary>A list.</summary>
    public static Format<ImmutableArray<T>> ListOf<T>(Format<T> element, int least = 0, int most = 10_000, bool distinct = false) =>
        new ListFormat<T>(element, least, most, distinct);

    /// <summary>A list, or a single element written without brackets.</summary>
    public static Format<ImmutableArray<T>> OneOrMany<T>(Format<T> element, int least = 0, int most = 10_000) =>
        new OneOrManyFormat<T>(element, new ListFormat<T>(element, least, most));

    /// <summary>A short form (one scalar) or a long form (a mapping or list) of one type.</summary>
    public static Format<T> Either<T>(Format<T> shortForm, Format<T> longForm) => new EitherFormat<T>(shortForm, longForm);

    /// <summary>The values of a format, converted by a function that cannot fail.</summary>
    public static Format<TTo> Select<TFrom, TTo>(this Format<TFrom> format, Func<TFrom, TTo> convert, TTo placeholder) =>
        new ConvertedFormat<TFrom, TTo>(format, (value, _, _) => convert(value), placeholder);

    /// <summary>The values of a format with their place, for checks that come later.</summary>
    public static Format<Located<T>> WithPlace<T>(this Format<T> format) =>
        new ConvertedFormat<T, Located<T>>(format, (value, node, _) => new Located<T>(value, node), new Located<T>(format.Placeholder, null));

    [GeneratedRegex("^[a-z0-9]+([-.][a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex("^[a-z0-9]+([-._][a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();

    [GeneratedRegex("^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthPattern();
}
