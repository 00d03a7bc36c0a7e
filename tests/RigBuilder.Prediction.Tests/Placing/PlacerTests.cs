using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Memory;
using RigBuilder.Prediction.Placing;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Tests.Placing;

/// <summary>The placer alone, on budgets chosen so that one layer more or less shows.</summary>
public sealed class PlacerTests
{
    private const double GiB = 1L << 30;

    // 2 (keys, values) · 32 heads · 128 wide · 4,096 cells · 2 B = 64 MiB a layer, 2 GiB in all.
    private const double CacheOfLayer = GiB / 16;

    private static readonly Quest Quest = TestRigs.Quest(TestModels.Llama2_7B, "q4_0", 4096);

    private static readonly ModelProfile Profile = ModelProfile.Of(Quest.Model!, Quest.Quant!);

    private static readonly KvCache Cache = new(Quest, Quest.Model!.Shape, Quest.Context);

    private static double Layer => Profile.Dense[0] + CacheOfLayer;

    private static Placer Placer(double? hostRoom, params double[] free) =>
        new(Profile, Cache, RunsOn.Auto, [.. free.Select(bytes => new Budget(bytes, 0, 0))], hostRoom, 0);

    [Test]
    public void HostBytes_OnTheCpu_CountTheWholeCache() =>
        Assert.That(Placer(double.PositiveInfinity).HostBytes(OnCpu()), Is.EqualTo(Profile.Weights.Count + (2 * GiB)).Within(2));

    [Test]
    public void HostBytes_OfAPartialOffload_CountTheCacheOfTheLayersOnTheCpu()
    {
        var assignment = new Assignment(PlacementMode.Partial, [24], 8, 8);
        Assert.That(
            Placer(double.PositiveInfinity, 24 * GiB).HostBytes(assignment),
            Is.EqualTo(Profile.Embedding + (8 * (Profile.Dense[0] + CacheOfLayer))).Within(2));
    }

    [TestCase(2.01, PlacementMode.CpuOnly)]
    [TestCase(1.99, PlacementMode.DoesNotFit)]
    public void HostRoom_BesideTheWeights_MustHoldTheCache(double gibibytes, PlacementMode mode) =>
        Assert.That(Placer(Profile.Weights.Count + (gibibytes * GiB)).Place().Mode, Is.EqualTo(mode));

    [TestCase(10.4, 10)]
    [TestCase(10.6, 11)]
    public void UnequalCards_ShareLayers_ByTheNearestWholeLayer(double layersOfFirst, int expected)
    {
        // Twice the room that is needed, of which the first card has as many layers' share.
        var total = (32 * Layer) + Profile.Output;
        var first = 2 * layersOfFirst * Layer;
        var placed = Placer(double.PositiveInfinity, first, (2 * total) - first).Place();
        Assert.That(placed.LayersPerGpu, Is.EqualTo(new[] { expected, 32 - expected }));
    }

    private static Assignment OnCpu() => new(PlacementMode.CpuOnly, [], 32, 32);
}
