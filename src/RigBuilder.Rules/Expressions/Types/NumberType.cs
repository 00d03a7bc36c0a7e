using RigBuilder.Domain.Units;

namespace RigBuilder.Rules.Expressions.Types;

/// <summary>A number with a dimension; values are in base units.</summary>
public sealed class NumberType : RuleType
{
    private NumberType(Dimension dimension, FigureStyle style) => (Dimension, Style) = (dimension, style);

    /// <summary>A plain number.</summary>
    public static NumberType Plain { get; } = new(Dimension.None, FigureStyle.Auto);

    /// <summary>The dimension.</summary>
    public Dimension Dimension { get; }

    /// <summary>How values print; no part of the type's identity.</summary>
    public FigureStyle Style { get; }

    /// <summary>The type of a dimension.</summary>
    public static NumberType Of(Dimension dimension, FigureStyle style = FigureStyle.Auto) =>
        dimension.IsNone && style == FigureStyle.Auto ? Plain : new NumberType(dimension, style);

    /// <inheritdoc/>
    public override bool Matches(RuleType other) => other is NumberType number && number.Dimension == Dimension;

    /// <inheritdoc/>
    public override string Describe() => Dimension.ToString();
}
