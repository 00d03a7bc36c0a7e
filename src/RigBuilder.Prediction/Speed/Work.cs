namespace RigBuilder.Prediction.Speed;

/// <summary>What one device does for a prompt.</summary>
/// <param name="Elements">Dense weights that each token multiplies.</param>
/// <param name="ExpertElements">Weights of routed experts that each token multiplies.</param>
/// <param name="Bytes">Weights that a micro-batch reads; it touches most experts.</param>
/// <param name="Layers">Layers here.</param>
/// <param name="AttentionLayers">Attention layers here; of cards side by side their share.</param>
/// <param name="AttentionWidth">Query heads × head width.</param>
/// <param name="Window">Tokens that windowed layers see; 0 without.</param>
/// <param name="WindowShare">Share of the attention layers that are windowed.</param>
internal readonly record struct Work(
    double Elements, double ExpertElements, double Bytes, int Layers, double AttentionLayers, double AttentionWidth, int Window, double WindowShare)
{
    /// <summary>Work of a device; -1 is the CPU with all that lives in system memory.</summary>
    public static Work Of(SpeedQuestion question, int device, int batch)
    {
        var (profile, assignment) = (question.Profile, question.Assignment);
        var shape = profile.Model.Shape;
        double dense = 0, experts = 0;
        var layers = 0;
        var owners = question.LayerOwners;
        var attends = 0.0;
        for (var layer = 0; layer < owners.Length; layer++)
        {
            var mine = assignment.DenseOn(profile, layer, device);
            dense += mine;
            experts += assignment.ExpertsOn(profile, layer, device);
            if (owners[layer] == device || (assignment.IsSideBySide && device >= 0 && mine > 0)) layers++;
            if (Tensors.TensorLayout.IsAttentionLayer(shape, layer)) attends += assignment.CacheShareOn(layer, owners.Length, device);
        }

        var elements = profile.DenseTotal > 0 ? profile.DenseElements * dense / profile.DenseTotal : 0;
        if (device >= 0) dense += assignment.OutputOn(profile, device);
        var expertElements = profile.ExpertTotal > 0 ? profile.ExpertElements * profile.UsedShare * experts / profile.ExpertTotal : 0;
        var touched = 1 - Math.Pow(1 - profile.UsedShare, batch);
        return new Work(
            elements, expertElements, dense + (experts * touched), layers, attends, shape.Heads * (double)shape.HeadDim,
            shape.SlidingWindow?.Window ?? 0, Windowed(shape));
    }

    /// <summary>Operations of attention over a prompt from an empty context: 4 × width × sum of the visible tokens.</summary>
    public double AttentionOperations(int tokens) => AttentionLayers * PerLayer(AttentionWidth, Window, WindowShare, tokens);

    /// <summary>The same for a whole model.</summary>
    public static double Attention(Domain.Models.ModelShape shape, int layers, int tokens)
    {
        var attending = shape.Recurrent is { } recurrent ? recurrent.AttentionLayers : layers;
        return attending * PerLayer(shape.Heads * (double)shape.HeadDim, shape.SlidingWindow?.Window ?? 0, Windowed(shape), tokens);
    }

    private static double Windowed(Domain.Models.ModelShape shape) =>
        shape.SlidingWindow is { } window ? 1 - (window.FullLayers / (double)Math.Max(1, shape.Layers)) : 0;

    private static double PerLayer(double width, int window, double windowShare, int tokens)
    {
        var full = tokens * (double)tokens / 2;
        var windowed = window > 0 && tokens > window ? (window * (double)window / 2) + ((tokens - (double)window) * window) : full;
        return 4 * width * ((full * (1 - windowShare)) + (windowed * windowShare));
    }
}
