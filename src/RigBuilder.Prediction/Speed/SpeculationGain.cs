using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction.Speed;

/// <summary>
/// What drafting tokens does to generation. How many drafts are accepted hangs on the text, so the range is wide, and a loss is a possible
/// answer: the gain falls with the depth of the context, where each draft costs its own reading of the cache.
/// </summary>
internal static class SpeculationGain
{
    /// <summary>The speed with speculation.</summary>
    public static Estimate<TokensPerSecond> Of(SpeedQuestion question, Speculation speculation, double depth, Estimate<TokensPerSecond> plain)
    {
        var launch = question.Calibration.Launch;
        var (gain, key) = speculation.Kind == SpeculationKind.Draft ? (launch.Draft, "draft")
            : question.Backend == "metal" ? (launch.MtpMetal, "mtp_metal")
            : question.Profile.ExpertLayers > 0 ? (launch.MtpExperts, "mtp_experts")
            : (launch.MtpDense, "mtp_dense");
        var left = Math.Exp(-depth / launch.SpeculationDepth);
        var factor = 1 + ((gain - 1) * left);
        var spread = Math.Exp(launch.SpeculationSpread * (1 + (0.4 * (1 - left))));
        var term = new Term($"gain of speculative decoding ({speculation.Kind.ToString().ToLowerInvariant()})", Quantity.Number(factor), Basis.Guess, "guess: " + launch.Sources.GetValueOrDefault(key, "public rows"));
        return plain with
        {
            Value = plain.Value * factor,
            Low = plain.Low * (factor / spread),
            High = plain.High * (factor * spread),
            Basis = Basis.Guess,
            Terms = plain.Terms.Add(term),
        };
    }
}
