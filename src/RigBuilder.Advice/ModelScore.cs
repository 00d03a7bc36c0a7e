using RigBuilder.Domain.Models;
using RigBuilder.Prediction;

namespace RigBuilder.Advice;

/// <summary>
/// What a model in a quantisation is worth on a rig: by its size, its speed and what the quantisation loses – by what it needs and gives, not by the
/// quality of its answers, which nobody can tell from figures.
/// </summary>
public static class ModelScore
{
    // A dense model of so many billions, fast enough and unquantised, scores 100.
    private const double Largest = 200;

    // A percent of perplexity costs so many percent of the score; beyond this much the text suffers visibly.
    private const double LossPerPerplexity = 4;
    private const double MostLoss = 0.6;

    /// <summary>The formula in words.</summary>
    public static string Formula(ModelUse use) =>
        $"score = 100 x size x speed x quant; size = log2(1 + b) / log2({1 + Largest:0}) with b = square root of all x active billions; "
        + $"speed = tok/s of {Needed(use):0}, 1 at most; quant = 1 - {LossPerPerplexity:0} x perplexity increase, {1 - MostLoss:0.0} at least. "
        + "S from 80 (70B-class at full speed), A 65 (30B), B 50 (14B), C 35 (7B), D 20, else F. It says what a model needs and gives here, not how good its answers are.";

    /// <summary>Speed beyond which more is worth nothing: reading speed for chat, more for code and for long thoughts, tok/s.</summary>
    public static double Needed(ModelUse use) => use switch
    {
        ModelUse.Code => 30,
        ModelUse.Reasoning => 40,
        _ => 10,
    };

    /// <summary>The score, 0 to 100; 0 when nothing runs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">What its quantisation adds to the perplexity, 0.01 for a percent.</param>
    /// <param name="forecast">The prediction.</param>
    /// <param name="use">What it is for.</param>
    public static double Of(LlmModel model, double loss, Forecast forecast, ModelUse use)
    {
        if (forecast.Decode is not { } decode) return 0;
        var size = Math.Min(1, Math.Log2(1 + Effective(model)) / Math.Log2(1 + Largest));
        var speed = Math.Min(1, decode.Value.Value / Needed(use));
        return 100 * size * speed * (1 - Math.Min(MostLoss, LossPerPerplexity * loss));
    }

    /// <summary>The tier of a score.</summary>
    public static char Tier(double score) => score switch { >= 80 => 'S', >= 65 => 'A', >= 50 => 'B', >= 35 => 'C', >= 20 => 'D', _ => 'F' };

    // A mixture of experts is taken for a dense model between its active and all its parameters (geometric mean, a rule of thumb).
    private static double Effective(LlmModel model) => Math.Sqrt(model.Parameters * model.ActiveParameters) / 1e9;
}
