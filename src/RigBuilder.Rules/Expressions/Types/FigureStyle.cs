namespace RigBuilder.Rules.Expressions.Types;

/// <summary>How a number prints in messages.</summary>
public enum FigureStyle
{
    /// <summary>With the unit of its dimension; sizes in binary units.</summary>
    Auto,

    /// <summary>A size in decimal units (GB, TB), as drives are sold.</summary>
    DecimalSize,

    /// <summary>A share as percent.</summary>
    Percent,

    /// <summary>A whole number without grouping, as years are written.</summary>
    Year,

    /// <summary>Rounded to a whole number.</summary>
    Whole,

    /// <summary>In billions, as parameters are counted: "65.3 B".</summary>
    Billions,
}
