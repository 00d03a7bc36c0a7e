using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Labels;

/// <summary>Figures and their changes as text. Numbers look as <see cref="QuantityText"/> writes them everywhere else.</summary>
public static class Figures
{
    /// <summary>A change where more is better: "▲12.9", "▼4.1", "=" when nothing a person would notice changes.</summary>
    public static StyledText Gain(double? delta)
    {
        if (delta is not { } change) return StyledText.Of("–", Role.Dim);
        if (Math.Abs(change) < 0.05) return StyledText.Of("=", Role.Dim);
        return change > 0
            ? StyledText.Of("▲" + Number(change), Role.Upgrade)
            : StyledText.Of("▼" + Number(-change), Role.Downgrade);
    }

    /// <summary>A change where less is better: "+120", "-40".</summary>
    public static StyledText Cost(double? delta) => delta switch
    {
        null => StyledText.Of("–", Role.Dim),
        > -0.5 and < 0.5 => StyledText.Of("=", Role.Dim),
        > 0 => StyledText.Of("+" + QuantityText.Number(delta.Value, 0)),
        _ => StyledText.Of("-" + QuantityText.Number(-delta.Value, 0), Role.Upgrade),
    };

    /// <summary>A number with at most three digits after the point that matter.</summary>
    public static string Number(double value) => QuantityText.Number(value, Math.Abs(value) >= 100 ? 0 : 1);

    /// <summary>"38.2/47.1 GiB".</summary>
    public static string Of(Bytes part, Bytes whole) => $"{Number(part.GiB)}/{Number(whole.GiB)} GiB";

    /// <summary>What a figure rests on, in a word.</summary>
    public static string Of(Basis basis) => basis switch
    {
        Basis.Measured => "measured",
        Basis.Fitted => "fitted",
        Basis.Specification => "from specs",
        _ => "guess",
    };

    /// <summary>"36–46", the range of a speed.</summary>
    public static string Range(Estimate<TokensPerSecond> estimate) => $"{Number(estimate.Low.Value)}–{Number(estimate.High.Value)}";
}
