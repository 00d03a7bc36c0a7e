using System.Text.Json.Nodes;

namespace RigBuilder.Scenarios.Tests;

/// <summary>Which backend is assumed when none is given.</summary>
public sealed class BackendTests
{
    [TestCase("radeon-8060s", "qwen3.5-35b-a3b", "rocm", "vulkan")]
    [TestCase("instinct-mi50-32gb", "llama-3.1-8b", "rocm", "vulkan")]
    [TestCase("rtx-3090", "llama-3.1-8b", "cuda", "vulkan")]
    [TestCase("arc-a770-16gb", "llama-3.1-8b", "sycl", "vulkan")]
    public void OpenBackend_IsTheFastestAndTellsTheOther(string card, string model, params string[] backends)
    {
        var open = Predict(card, model);
        var speeds = backends.ToDictionary(b => b, b => Speed(Predict(card, model, "--backend", b)));
        var fastest = speeds.MaxBy(s => s.Value).Key;
        Assert.Multiple(() =>
        {
            Assert.That((string?)open["placement"]!["backend"], Is.EqualTo(fastest));
            Assert.That(Speed(open), Is.EqualTo(speeds[fastest]));
            Assert.That(open["assumptions"]!.AsArray().Select(a => (string)a!), Has.Some.StartsWith($"no backend given: {fastest}, the fastest that runs on the cards ({backends.Single(b => b != fastest)} "));
        });
    }

    private static JsonNode Predict(string card, string model, params string[] more) => CliRun.Of(["predict", "--gpu", card, "--model", model, "--quant", "q4_k_m", "--json", .. more]).Json;

    private static double Speed(JsonNode forecast) => (double)forecast["decode"]!["tokens_per_second"]!;
}
