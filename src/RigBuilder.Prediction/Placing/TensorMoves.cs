using System.Text.RegularExpressions;
using RigBuilder.Domain;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Profiles;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Prediction.Placing;

/// <summary>
/// What llama.cpp's -ot sends elsewhere, tensor by tensor as the file names them: the first pattern found in a name decides.
/// </summary>
internal sealed class TensorMoves
{
    private readonly Moved[] _dense;
    private readonly Moved[] _experts;

    private TensorMoves(int layers, int devices)
    {
        (_dense, _experts) = (new Moved[layers], new Moved[layers]);
        for (var layer = 0; layer < layers; layer++) (_dense[layer], _experts[layer]) = (new Moved(devices), new Moved(devices));
    }

    /// <summary>The device of the output matrix; null where no pattern names it.</summary>
    public int? Output { get; private set; }

    /// <summary>Whether no tensor has a name that a pattern finds.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>What the patterns do to a model; cards that the rig lacks count as system memory.</summary>
    public static TensorMoves? Of(ValueList<TensorOverride> overrides, ModelProfile profile, int cards)
    {
        if (overrides.IsEmpty) return null;
        var plan = TensorPlan.For(profile.Model, profile.Quant);
        var scale = plan.Size.Count > 0 ? profile.FileScale : 1;
        var patterns = overrides.Select(o => (Regex: new Regex(o.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), Device: o.Card is { } card && card < cards ? card : Assignment.Host)).ToArray();
        var moves = new TensorMoves(profile.Layers, cards);
        foreach (var tensor in plan.Tensors)
            foreach (var (regex, device) in patterns)
            {
                if (!regex.IsMatch(tensor.Name)) continue;
                moves.Take(tensor, tensor.Size.Count * scale, device);
                break;
            }

        return moves;
    }

    /// <summary>What is moved of a layer's dense weights.</summary>
    public Moved Dense(int layer) => _dense[layer];

    /// <summary>What is moved of a layer's routed experts.</summary>
    public Moved Experts(int layer) => _experts[layer];

    /// <summary>Bytes that patterns send to a card.</summary>
    public double To(int device) => _dense.Sum(m => m.To(device)) + _experts.Sum(m => m.To(device));

    private void Take(ModelTensor tensor, double bytes, int device)
    {
        IsEmpty = false;
        if (tensor.Role == TensorRole.Output) Output = device;
        if (tensor.Layer is not { } layer) return;
        (tensor.Role == TensorRole.Experts ? _experts : _dense)[layer].Add(bytes, device);
    }

    /// <summary>Bytes of one layer that are moved, by device.</summary>
    internal sealed class Moved(int cards)
    {
        private readonly double[] _to = new double[cards + 1];

        /// <summary>All of them.</summary>
        public double Total { get; private set; }

        /// <summary>Those that go to a device.</summary>
        public double To(int device) => _to[device + 1];

        public void Add(double bytes, int device)
        {
            _to[device + 1] += bytes;
            Total += bytes;
        }
    }
}
