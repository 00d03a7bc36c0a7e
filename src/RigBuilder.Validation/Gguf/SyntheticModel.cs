using System.Buffers.Binary;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Validation.Gguf;

/// <summary>
/// A GGUF file in the exact shape and quantisation of a model, without its weights. Speed does not depend on what the weights
/// say, so it measures what the real file would.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="quant">The quantisation.</param>
public sealed class SyntheticModel(LlmModel model, Quant quant)
{
    private const int Seed = 7;
    private readonly Lazy<TensorPlan> _plan = new(() => TensorPlan.For(model, quant));
    private readonly Lazy<GgufHeader> _header = new(() => Layout(model, quant));

    /// <summary>The head of the file and the place of every tensor.</summary>
    public GgufHeader Header => _header.Value;

    /// <summary>Size of the complete file.</summary>
    public Bytes FileSize => Header.FileSize;

    /// <summary>Why no file can be made; null when one can.</summary>
    public Diagnostic? Obstacle()
    {
        // What cannot be synthesised cannot be described from its file either: GgufModelReader knows the same architectures.
        if (model.Shape.Recurrent is not null)
            return InferenceDiagnostics.Contradiction(
                $"{model.Name} cannot be synthesised: it has recurrent layers", "its files cannot be run either; validate a model without such layers");
        if (!ModelMetadata.Supports(model))
            return InferenceDiagnostics.Contradiction(
                $"{model.Name} cannot be synthesised: the architecture '{model.Architecture}' is not known", "its files cannot be run either; validate a model of another architecture");
        return _plan.Value.IsExact
            ? null
            : InferenceDiagnostics.Contradiction(
                $"the tensors of {model.Name} are not known exactly enough to synthesise it", "validate it with its real file: --gguf FILE");
    }

    /// <summary>
    /// Writes the file. With <see cref="WeightFill.Sparse"/> the weights are holes that read as zeros and take no disk space
    /// where the file system has sparse files. The caller owns atomicity: see ModelFolder.
    /// </summary>
    /// <exception cref="IOException">The disk is full or the file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Writing was cancelled; the file is incomplete.</exception>
    public void Write(Stream stream, WeightFill fill, IProgress<double>? progress, CancellationToken cancellation)
    {
        Reserve(stream);
        stream.Write(Header.Bytes.AsSpan());
        var random = new RandomBlocks(Seed);
        foreach (var (tensor, position) in Header.Tensors)
        {
            cancellation.ThrowIfCancellationRequested();
            var isNorm = tensor.Type == GgmlType.F32 && tensor.Name.EndsWith("norm.weight", StringComparison.Ordinal);
            var isRandom = fill == WeightFill.Random && RandomBlocks.Supports(tensor.Type);
            if (!isNorm && !isRandom) continue;
            stream.Position = position;
            if (isNorm) WriteOnes(stream, tensor.Elements);
            else random.Write(stream, tensor, cancellation);
            progress?.Report((double)position / FileSize.Count);
        }

        stream.Flush();
        progress?.Report(1);
    }

    // .NET calls a size that the system refuses a bad argument.
    private void Reserve(Stream stream)
    {
        try
        {
            stream.SetLength(Header.FileSize.Count);
        }
        catch (ArgumentException e)
        {
            throw new IOException($"a file of {FileSize} is more than the file system or a limit (ulimit -f) allows", e);
        }
    }

    private static GgufHeader Layout(LlmModel model, Quant quant) =>
        GgufHeader.For(ModelMetadata.For(model, quant), TensorPlan.For(model, quant).Tensors);

    private static void WriteOnes(Stream stream, long count)
    {
        var bytes = new byte[checked((int)count * sizeof(float))];
        for (var i = 0; i < bytes.Length; i += sizeof(float)) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i), 1f);
        stream.Write(bytes);
    }
}

/// <summary>What stands in for the weights of a synthetic model.</summary>
public enum WeightFill
{
    /// <summary>Holes in the file, read as zeros: next to no disk space, written at once.</summary>
    Sparse,

    /// <summary>Random blocks with sane scales: the full size on disk, and a load time that means something.</summary>
    Random,
}
