using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Tests.Fakes;

/// <summary>A validator on fakes with a folder of its own.</summary>
public sealed class Bench : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("rigbuilder-tests-").FullName;

    public FakeRuntime Runtime { get; set; } = new();

    public FakeMachine Machine { get; set; } = new();

    public IForecaster Forecaster { get; set; } = new FakeForecaster();

    public IInferenceLauncher? Launcher { get; set; }

    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    public ValidationRequest Request { get; set; } = new() { Quest = Shapes.Quest(), Threads = 1 };

    public Validator Validator => new(Ports);

    /// <summary>A validator that sees something in the way.</summary>
    public Validator Obstructed(Diagnostic obstacle) => new(Ports with { Obstacles = () => [obstacle] });

    private ValidatorPorts Ports => new(_ => Forecaster, Launcher ?? new InProcessLauncher(Runtime, Machine), Machine, Folder, TimeProvider.System)
    {
        Patience = _ => Patience,
    };

    public Task<ValidationReport> RunAsync(IProgress<ValidationProgress>? progress = null, CancellationToken cancellation = default) =>
        Validator.RunAsync(Request, progress, cancellation);

    public IEnumerable<string> Left => Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Where(n => n != "validation.lock")!;

    public void Dispose() => Directory.Delete(Folder, true);
}
