using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>What settings do to speed: power limits, cards side by side, speculation, threads, sockets. Set by hand from public rows.</summary>
public sealed record LaunchCalibration
{
    /// <summary>Speed under a power limit, by falling share of the board power; the first is all of it.</summary>
    public required ImmutableArray<PowerPoint> Power { get; init; }

    /// <summary>Half width of the range that a power limit adds at least, in ln units; what it costs is added.</summary>
    public required double PowerSpread { get; init; }

    /// <summary>Fixed time per layer and token of a tensor split: two reductions over the cards.</summary>
    public required Duration TensorPerLayer { get; init; }

    /// <summary>The same besides for a layer with routed experts.</summary>
    public required Duration TensorPerExpertLayer { get; init; }

    /// <summary>Half width of the range that a tensor split adds.</summary>
    public required double TensorSpread { get; init; }

    /// <summary>Prompt speed of mixtures of experts in a tensor split over that in a layer split.</summary>
    public required double TensorExpertPrompts { get; init; }

    /// <summary>Fixed time per layer and token of a row split: one gathering per matrix.</summary>
    public required Duration RowPerLayer { get; init; }

    /// <summary>Half width of the range that a row split adds.</summary>
    public required double RowSpread { get; init; }

    /// <summary>Prompt speed in a row split over that in a layer split.</summary>
    public required double RowPrompts { get; init; }

    /// <summary>Gain of multi-token prediction on dense models, from an empty context.</summary>
    public required double MtpDense { get; init; }

    /// <summary>The same on mixtures of experts.</summary>
    public required double MtpExperts { get; init; }

    /// <summary>The same on Metal, whatever the model.</summary>
    public required double MtpMetal { get; init; }

    /// <summary>Gain of a draft model.</summary>
    public required double Draft { get; init; }

    /// <summary>Half width of the range of the gain.</summary>
    public required double SpeculationSpread { get; init; }

    /// <summary>Tokens of context after which all but 1/e of the gain is gone; the range is wider there.</summary>
    public required int SpeculationDepth { get; init; }

    /// <summary>Prompt speed with speculation over that without.</summary>
    public required double SpeculationPrompts { get; init; }

    /// <summary>What one thread reads from system memory.</summary>
    public required BytesPerSecond ThreadBandwidth { get; init; }

    /// <summary>Speed with more threads than cores over that with one per core.</summary>
    public required double Oversubscribed { get; init; }

    /// <summary>Half width of the range that experts in system memory beside a card add to the CPU's share, in ln units.</summary>
    public required double HostedExpertsSpread { get; init; }

    /// <summary>Share of both sockets' bandwidth that one process reaches on two.</summary>
    public required double Sockets { get; init; }

    /// <summary>Half width of the range that a second socket adds.</summary>
    public required double SocketsSpread { get; init; }

    /// <summary>Where the figures come from, by their keys in the file.</summary>
    public ImmutableDictionary<string, string> Sources { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Speed of a card whose power limit is this share of its board power, over its speed without; between the points in proportion.</summary>
    public PowerPoint Under(double share)
    {
        for (var i = 1; i < Power.Length; i++)
        {
            var (above, below) = (Power[i - 1], Power[i]);
            if (share < below.Share && i < Power.Length - 1) continue;
            var at = Math.Clamp((share - below.Share) / Math.Max(1e-9, above.Share - below.Share), 0, 1);
            return new PowerPoint(share, below.Generating + (at * (above.Generating - below.Generating)), below.Prompts + (at * (above.Prompts - below.Prompts)));
        }

        return new PowerPoint(share, 1, 1);
    }
}

/// <summary>Speed of a card under a power limit.</summary>
/// <param name="Share">The limit over the board power.</param>
/// <param name="Generating">Generation over that without limit.</param>
/// <param name="Prompts">Prompt speed over that without limit.</param>
public sealed record PowerPoint(double Share, double Generating, double Prompts);
