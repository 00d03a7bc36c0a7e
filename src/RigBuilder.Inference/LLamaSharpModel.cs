using LLama;
using LLama.Exceptions;
using RigBuilder.Domain.Units;
using RigBuilder.Validation;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference;

/// <summary>A model that LLamaSharp has loaded.</summary>
internal sealed class LLamaSharpModel : ILoadedModel
{
    private readonly LLamaWeights _weights;
    private readonly NativeLog _log;
    private readonly bool _cpuComputes;

    public LLamaSharpModel(LLamaWeights weights, NativeLog log, Duration loadTime, bool cpuComputes)
    {
        (_weights, _log, _cpuComputes, LoadTime) = (weights, log, cpuComputes, loadTime);
        Weights = BufferLog.Read(log.Lines);
        var handle = weights.NativeHandle;
        Facts = new ModelFacts(handle.Description, Bytes.FromCount((long)handle.SizeInBytes), handle.ParameterCount, handle.LayerCount, weights.Vocab.Count);
    }

    /// <inheritdoc/>
    public ModelFacts Facts { get; }

    /// <inheritdoc/>
    public Duration LoadTime { get; }

    /// <inheritdoc/>
    public BufferReport Weights { get; }

    /// <inheritdoc/>
    public Attempt<IInferenceSession> Open(ContextOptions options)
    {
        if (ContextParameters.Contradiction(options) is { } wrong) return Attempt<IInferenceSession>.Failed(wrong);
        _log.Clear();
        try
        {
            var context = _weights.CreateContext(ContextParameters.Of(options));
            return Attempt<IInferenceSession>.Of(
                new LLamaSharpSession(context, options, BufferLog.Read(_log.Lines), Facts.Vocabulary, _cpuComputes));
        }
        catch (RuntimeError e)
        {
            return Attempt<IInferenceSession>.Failed(InferenceDiagnostics.ContextRefused(_log.Complaint(e.Message)));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _weights.Dispose();
}
