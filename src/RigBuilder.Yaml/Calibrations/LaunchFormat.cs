using RigBuilder.Prediction.Calibrations;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Calibrations;

/// <summary>How the launch section of a calibration is written.</summary>
internal static class LaunchFormat
{
    private static readonly Format<double> Share = Formats.Number(0, 1);

    private static readonly Format<double> Spread = Formats.Number(0, 5);

    private static readonly MapFormat<PowerPoint> Point = new("point of a power curve", "Speed of a card under a power limit.", map => new PowerPoint(
        map.Required("share", Share, "The limit over the board power."),
        map.Required("generating", Formats.Number(0.01, 1), "Generation over that without limit."),
        map.Required("prompts", Formats.Number(0.01, 1), "Prompt speed over that without limit.")));

    /// <summary>The section.</summary>
    public static MapFormat<LaunchCalibration> Format { get; } = new("launch calibration", "What settings do to speed.", map => new LaunchCalibration
    {
        Power = map.Required("power", Formats.ListOf(Point, least: 2), "Speed under a power limit, by falling share of the board power."),
        PowerSpread = map.Required("power_spread", Spread, "Range that a power limit adds at least."),
        TensorPerLayer = map.Required("tensor_per_layer", Quantities.Time, "Fixed time per layer and token of a tensor split."),
        TensorPerExpertLayer = map.Required("tensor_per_expert_layer", Quantities.Time, "The same besides with routed experts."),
        TensorSpread = map.Required("tensor_spread", Spread, "Range that a tensor split adds."),
        TensorExpertPrompts = map.Required("tensor_expert_prompts", Formats.Number(0.01, 10), "Prompts of mixtures of experts over a layer split's."),
        RowPerLayer = map.Required("row_per_layer", Quantities.Time, "Fixed time per layer and token of a row split."),
        RowSpread = map.Required("row_spread", Spread, "Range that a row split adds."),
        RowPrompts = map.Required("row_prompts", Formats.Number(0.01, 10), "Prompts over a layer split's."),
        MtpDense = map.Required("mtp_dense", Quantities.Factor(0.1, 10), "Gain of multi-token prediction on dense models."),
        MtpExperts = map.Required("mtp_experts", Quantities.Factor(0.1, 10), "The same on mixtures of experts."),
        MtpMetal = map.Required("mtp_metal", Quantities.Factor(0.1, 10), "The same on Metal."),
        Draft = map.Required("draft", Quantities.Factor(0.1, 10), "Gain of a draft model."),
        SpeculationSpread = map.Required("speculation_spread", Spread, "Range of the gain."),
        SpeculationDepth = map.Required("speculation_depth", Formats.Count(1, 100_000_000), "Tokens after which all but 1/e of the gain is gone."),
        SpeculationPrompts = map.Required("speculation_prompts", Formats.Number(0.01, 10), "Prompts with speculation over those without."),
        ThreadBandwidth = map.Required("thread_bandwidth", Quantities.Bandwidth, "What one thread reads."),
        Oversubscribed = map.Required("oversubscribed", Share, "Speed with more threads than cores."),
        HostedExpertsSpread = map.Required("hosted_experts_spread", Spread, "Range that experts in system memory beside a card add."),
        Sockets = map.Required("sockets", Share, "Share of two sockets' bandwidth that one process reaches."),
        SocketsSpread = map.Required("sockets_spread", Spread, "Range that a second socket adds."),
        Sources = CalibrationFormat.Sources(map),
    });
}
