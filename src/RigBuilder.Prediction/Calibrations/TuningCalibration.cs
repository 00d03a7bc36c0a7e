using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>Memory of fine-tuning.</summary>
public sealed record TuningCalibration
{
    /// <summary>Bytes per weight of the frozen base model in QLoRA (NF4 with double quantisation).</summary>
    public required double QloraBytesPerWeight { get; init; }

    /// <summary>Adapter parameters as a share of the model's (rank 16 on all linear layers).</summary>
    public required double AdapterShare { get; init; }

    /// <summary>Bytes per trained parameter: weight, gradient, master copy and two Adam moments in mixed precision.</summary>
    public required double BytesPerTrainedWeight { get; init; }

    /// <summary>Bytes of activations per token, layer and unit of width with gradient checkpointing.</summary>
    public required double ActivationBytes { get; init; }

    /// <summary>Bytes per token and vocabulary entry for logits and their gradient.</summary>
    public required double LogitBytes { get; init; }

    /// <summary>What frameworks hold per GPU besides.</summary>
    public required Bytes FrameworkOverhead { get; init; }

    /// <summary>Half width of the range as a share of the total.</summary>
    public required double Spread { get; init; }

    /// <summary>Where the figures come from, by their keys in the file.</summary>
    public ImmutableDictionary<string, string> Sources { get; init; } = ImmutableDictionary<string, string>.Empty;
}
