namespace RigBuilder.Prediction.Speed;

/// <summary>What one card does for one generated token.</summary>
/// <param name="Dense">Bytes of weights that every token reads.</param>
/// <param name="Experts">Bytes of the used routed experts.</param>
/// <param name="Cache">Bytes of the cache that are read.</param>
/// <param name="Elements">Weights that are multiplied.</param>
/// <param name="Layers">Layers.</param>
/// <param name="ExpertLayers">Layers with routed experts.</param>
internal readonly record struct DecodeWork(double Dense, double Experts, double Cache, double Elements, double Layers, double ExpertLayers);

/// <summary>How fast a card is at it.</summary>
/// <param name="Weights">Bytes per second of dense weights.</param>
/// <param name="Experts">Bytes per second of routed experts.</param>
/// <param name="Cache">Bytes per second of the cache.</param>
/// <param name="Elements">Weights decoded and multiplied per second.</param>
/// <param name="PerLayer">Fixed seconds per layer.</param>
/// <param name="PerExpertLayer">Additional fixed seconds per layer with experts.</param>
internal readonly record struct DecodeRates(
    double Weights, double Experts, double Cache, double Elements, double PerLayer, double PerExpertLayer)
{
    /// <summary>The rates of a card so many times as fast.</summary>
    public DecodeRates Times(double factor) =>
        new(Weights * factor, Experts * factor, Cache * factor, Elements * factor, PerLayer / factor, PerExpertLayer / factor);
}

/// <summary>
/// The one formula of generation on a GPU, for prediction and fit alike. Times add up: of the ways tried to let reading and
/// arithmetic overlap, the plain sum predicted left-out cards best.
/// </summary>
internal static class DecodeFormula
{
    /// <summary>Seconds to read the dense weights.</summary>
    public static double DenseSeconds(in DecodeWork work, in DecodeRates rates) => work.Dense / rates.Weights;

    /// <summary>Seconds to read the used experts.</summary>
    public static double ExpertSeconds(in DecodeWork work, in DecodeRates rates) => work.Experts / rates.Experts;

    /// <summary>Seconds to decode and multiply the weights.</summary>
    public static double ArithmeticSeconds(in DecodeWork work, in DecodeRates rates) => work.Elements / rates.Elements;

    /// <summary>Seconds to read the cache.</summary>
    public static double CacheSeconds(in DecodeWork work, in DecodeRates rates) => work.Cache / rates.Cache;

    /// <summary>Fixed seconds of the layers.</summary>
    public static double LayerSeconds(in DecodeWork work, in DecodeRates rates) =>
        (work.Layers * rates.PerLayer) + (work.ExpertLayers * rates.PerExpertLayer);

    /// <summary>Seconds of all of it.</summary>
    public static double Seconds(in DecodeWork work, in DecodeRates rates) =>
        DenseSeconds(work, rates) + ExpertSeconds(work, rates) + ArithmeticSeconds(work, rates) + CacheSeconds(work, rates) + LayerSeconds(work, rates);
}
