using RigBuilder.Prediction.Tensors;
using RigBuilder.Validation.Gguf;

namespace RigBuilder.Validation.Tests.Gguf;

public sealed class RandomBlocksTests
{
    private static readonly ModelTensor Large = new("blk.0.ffn_up.weight", [4096, 65536], GgmlType.F16, TensorRole.FeedForward, 0);

    [Test]
    public void Writing_CancelledWithinATensor_StopsWithinAMiB()
    {
        using var stop = new CancellationTokenSource();
        using var stream = new CancelledStream(stop, after: 16 << 20);
        Assert.That(() => new RandomBlocks(1).Write(stream, Large, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(stream.Written, Is.InRange(16 << 20, 17 << 20));
    }

    [Test]
    public void Writing_ToTheEnd_WritesTheTensorsBytes()
    {
        using var stop = new CancellationTokenSource();
        using var stream = new CancelledStream(stop, after: long.MaxValue);
        new RandomBlocks(1).Write(stream, Large, stop.Token);
        Assert.That(stream.Written, Is.EqualTo(Large.Size.Count));
    }

    /// <summary>Counts what is written and cancels in the middle.</summary>
    private sealed class CancelledStream(CancellationTokenSource stop, long after) : MemoryStream
    {
        public long Written { get; private set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Written += count;
            if (Written >= after) stop.Cancel();
        }
    }
}
