using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction;

/// <summary>
/// What a prediction for a model of typical shape is worth: the basis of its figures is a guess and their ranges hold what models of one
/// size differ by.
/// </summary>
internal static class GuessedShape
{
    // Half widths in ln units. Over the catalog's models told by their size alone: see GuessedShapeTests.
    private const double Speed = 0.45;
    private const double Time = 0.6;

    // Embeddings and mixes of types move the weights; sliding windows and latent attention shrink the cache to a fraction, many heads double it.
    private const double Weights = 0.10;
    private const double LeastCache = 0.1;
    private const double MostCache = 2.5;

    /// <summary>The forecast with its basis and ranges widened.</summary>
    public static Forecast Widened(Forecast forecast) => forecast with
    {
        Memory = forecast.Memory is { } memory ? Widened(memory) : null,
        Decode = Widened(forecast.Decode),
        DecodeAtFullContext = Widened(forecast.DecodeAtFullContext),
        DecodeAllUsers = Widened(forecast.DecodeAllUsers),
        Prompt = Widened(forecast.Prompt),
        FirstToken = forecast.FirstToken is { } first ? Widened(first) : null,
    };

    private static MemoryForecast Widened(MemoryForecast memory)
    {
        var rest = (memory.Compute + memory.Overhead).Count;
        var low = ((1 - Weights) * memory.Weights.Count) + (LeastCache * memory.Kv.Count) + (0.5 * rest);
        var high = ((1 + Weights) * memory.Weights.Count) + (MostCache * memory.Kv.Count) + (1.5 * rest);
        return memory with
        {
            Low = Bytes.FromDouble(Math.Min(low, memory.Low.Count)),
            High = Bytes.FromDouble(Math.Max(high, memory.High.Count)),
            Basis = Basis.Guess,
        };
    }

    private static Estimate<TokensPerSecond>? Widened(Estimate<TokensPerSecond>? speed) => speed is null ? null : speed with
    {
        Low = TokensPerSecond.FromValue(speed.Low.Value * Math.Exp(-Speed)),
        High = TokensPerSecond.FromValue(speed.High.Value * Math.Exp(Speed)),
        Basis = Basis.Guess,
    };

    private static Estimate<Duration> Widened(Estimate<Duration> time) => time with
    {
        Low = Duration.FromSeconds(time.Low.Seconds * Math.Exp(-Time)),
        High = Duration.FromSeconds(time.High.Seconds * Math.Exp(Time)),
        Basis = Basis.Guess,
    };
}
