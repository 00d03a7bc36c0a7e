using System.Globalization;
using RigBuilder.Domain.Units;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Evaluation;

/// <summary>Values as text, for messages and explanations.</summary>
internal static class FigureText
{
    public const string Unknown = "unknown";

    public static string Of(double value, NumberType type) => double.IsNaN(value) ? Unknown : type.Style switch
    {
        FigureStyle.DecimalSize when type.Dimension == Dimension.Size && value >= 0 => Bytes.FromDouble(Math.Min(value, 9e18)).ToDecimalString(),
        FigureStyle.Percent => $"{QuantityText.Number(value * 100, Math.Abs(value) < 0.1 ? 1 : 0)} %",
        FigureStyle.Year => value.ToString("0", CultureInfo.InvariantCulture),
        FigureStyle.Whole => QuantityText.Format(new Quantity(Whole(value, type.Dimension), type.Dimension)),
        FigureStyle.Billions => $"{QuantityText.Number(value / 1e9)} B",
        _ => QuantityText.Format(new Quantity(value, type.Dimension)),
    };

    public static string Of(Truth value) => value switch { Truth.True => "yes", Truth.False => "no", _ => Unknown };

    public static string Of(string? value, RuleType type) => value is null ? Unknown : type is WordType words ? words.Display(value) : value;

    /// <summary>A delegate that gives a node's value as text.</summary>
    public static Func<EvaluationFrame, string> Of(Node node)
    {
        switch (node.Type)
        {
            case NumberType type:
                var number = Compiler.Number(node);
                return frame => Of(number(frame), type);
            case TruthType:
                var truth = Compiler.Truth(node);
                return frame => Of(truth(frame));
            default:
                var text = Compiler.Text(node);
                return frame => Of(text(frame), node.Type);
        }
    }

    // "Whole" means whole in the unit that is shown; only watts and money are shown in base units.
    private static double Whole(double value, Dimension dimension) =>
        dimension.IsNone || dimension == Dimension.Power || dimension == Dimension.Price || dimension == Dimension.TokenRate ? Math.Round(value) : value;
}
