using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Tests.Fakes;

/// <summary>A runtime whose every figure is given. Deterministic; takes no time.</summary>
public sealed record FakeRuntime : IInferenceRuntime
{
    public string Name => "fake runtime";

    public TokensPerSecond PromptSpeed { get; init; } = TokensPerSecond.FromValue(500);

    public TokensPerSecond DecodeSpeed { get; init; } = TokensPerSecond.FromValue(50);

    /// <summary>CPU share by repetition (the first two are the warm-ups of both tests); the last goes on for ever.</summary>
    public IReadOnlyList<double> CpuShares { get; init; } = [1];

    public bool HasGpu { get; init; }

    /// <summary>The cards that it has when it has some.</summary>
    public IReadOnlyList<InferenceDevice> Cards { get; init; } = [new("GPU0", "Fake GPU", InferenceDeviceKind.Gpu, Bytes.FromGiB(8), Bytes.FromGiB(8))];

    public BufferReport Weights { get; init; } = new([new MemoryBuffer("CPU", MemoryKind.Weights, Bytes.FromMiB(1000))]);

    public BufferReport Context { get; init; } =
        new([new MemoryBuffer("CPU", MemoryKind.Kv, Bytes.FromMiB(100)), new MemoryBuffer("CPU", MemoryKind.Compute, Bytes.FromMiB(50))]);

    /// <summary>A clock to move with every generated token; null leaves the real one alone.</summary>
    public ManualClock? Clock { get; init; }

    /// <summary>Seconds that a token takes on <see cref="Clock"/>.</summary>
    public Func<int, double> TokenSeconds { get; init; } = _ => 0.02;

    /// <summary>What goes wrong: "open", "load", "context" or "decode"; null when nothing does.</summary>
    public string? FailsAt { get; init; }

    /// <summary>Called before each action with its name; may block or throw to imitate a hanging or dying library.</summary>
    public Action<string> Before { get; init; } = _ => { };

    public Attempt<IInferenceLibrary> Open()
    {
        Before("open");
        return FailsAt == "open" ? Attempt<IInferenceLibrary>.Failed(InferenceDiagnostics.LibraryMissing("nowhere")) : Attempt<IInferenceLibrary>.Of(new Library(this));
    }

    private sealed class Library(FakeRuntime fake) : IInferenceLibrary
    {
        private int _runs;

        public RuntimeDescription Description { get; } = new(
            fake.Name, "1.0", "nowhere", "none",
            [
                new InferenceDevice("CPU", "Fake CPU", InferenceDeviceKind.Cpu, Bytes.FromGiB(8), Bytes.FromGiB(16)),
                .. fake.HasGpu ? fake.Cards : [],
            ]);

        public Attempt<ILoadedModel> Load(LoadOptions options, IProgress<double>? progress, CancellationToken cancellation)
        {
            fake.Before("load");
            cancellation.ThrowIfCancellationRequested();
            if (!File.Exists(options.ModelPath) || fake.FailsAt == "load")
                return Attempt<ILoadedModel>.Failed(InferenceDiagnostics.ModelRefused(options.ModelPath, "fake refusal"));
            progress?.Report(0.5);
            progress?.Report(1);
            return Attempt<ILoadedModel>.Of(new Model(fake, this));
        }

        public double NextShare() => fake.CpuShares[Math.Min(_runs++, fake.CpuShares.Count - 1)];

        public void Dispose()
        {
        }
    }

    private sealed class Model(FakeRuntime fake, Library library) : ILoadedModel
    {
        public ModelFacts Facts { get; } = new("fake model", fake.Weights.Total, 1e9, 16, 32000);

        public Duration LoadTime => Duration.FromSeconds(2);

        public BufferReport Weights => fake.Weights;

        public Attempt<IInferenceSession> Open(ContextOptions options)
        {
            fake.Before("context");
            return fake.FailsAt == "context" || options.Threads < 1
                ? Attempt<IInferenceSession>.Failed(InferenceDiagnostics.ContextRefused("fake refusal"))
                : Attempt<IInferenceSession>.Of(new Session(fake, library, options));
        }

        public void Dispose()
        {
        }
    }

    private sealed class Session(FakeRuntime fake, Library library, ContextOptions options) : IInferenceSession
    {
        public BufferReport Memory => fake.Context;

        public Attempt<TestRun> Run(SpeedTest test, IProgress<int>? generated, CancellationToken cancellation)
        {
            fake.Before(test.Kind == SpeedTestKind.Prompt ? "prompt" : "generation");
            cancellation.ThrowIfCancellationRequested();
            if (fake.FailsAt == "decode") return Attempt<TestRun>.Failed(InferenceDiagnostics.DecodeFailed(-3));
            if (test.Context > options.Context || test.Tokens < 1)
                return Attempt<TestRun>.Failed(InferenceDiagnostics.Contradiction("too long", "shorten"));
            var speed = test.Kind == SpeedTestKind.Prompt ? fake.PromptSpeed : fake.DecodeSpeed;
            var share = library.NextShare();
            for (var token = 1; test.Kind == SpeedTestKind.Generation && token <= test.Tokens; token++)
            {
                fake.Clock?.Pass(fake.TokenSeconds(token));
                generated?.Report(token);
                cancellation.ThrowIfCancellationRequested();
            }

            return Attempt<TestRun>.Of(new TestRun(test.Tokens, test.Tokens / (speed * Math.Max(0.1, share)), fake.HasGpu ? null : share));
        }

        public void Dispose()
        {
        }
    }
}
