using System.Collections.Immutable;
using RigBuilder.Cli.Validating;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Reports;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Storage;
using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>
/// Looks at this machine and validates on it, off the screen's thread, one validation at a time. Disposing stops the running one
/// and waits until it has cleaned up.
/// </summary>
internal sealed class BoutEffects(BoutPorts ports) : IEffectRunner, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
    private readonly Lock _gate = new();
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public void Run(Effect effect, Action<Message> dispatch)
    {
        switch (effect)
        {
            case Effect.LookAtMachine:
                _ = Task.Run(() => LookAsync(dispatch));
                break;
            case Effect.StartValidation start:
                Start(start, dispatch);
                break;
            case Effect.CancelValidation:
                Stop();
                break;
        }
    }

    /// <summary>Stops and waits; the limit is only there so that a session can end whatever happens.</summary>
    public void Dispose() => Task.WhenAny(Stop()).Wait(ports.CleanUp);

    // What stops on other threads may fail there; the running validation tells how it ended.
    private Task Stop()
    {
        lock (_gate)
        {
            _ = _stop.CancelAsync();
            return _running;
        }
    }

    private async Task LookAsync(Action<Message> dispatch)
    {
        try
        {
            dispatch(new Message.ValidationsListed([.. new ResultStore(ports.Results).List().Results]));
            var report = await ports.Probe(CancellationToken.None).ConfigureAwait(false);
            dispatch(new Message.MachineFound(Machines.Of(MachineMatcher.Match(report, ports.Load().Catalog))));
        }
        catch (Exception e)
        {
            // The screen must not wait for ever for what went wrong elsewhere.
            dispatch(new Message.MachineFound(new FoundMachine([])));
            dispatch(new Message.Failed("This machine was not recognised", [BrokeOff("the look at this machine", e)]));
        }
    }

    private void Start(Effect.StartValidation start, Action<Message> dispatch)
    {
        lock (_gate)
        {
            _stop = new CancellationTokenSource();
            var (before, token) = (_running, _stop.Token);
            _running = Task.Run(() => BoutAsync(before, start, dispatch, token), CancellationToken.None);
        }
    }

    private async Task BoutAsync(Task before, Effect.StartValidation start, Action<Message> dispatch, CancellationToken cancellation)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var began = ports.Time.GetTimestamp();
        Duration Elapsed() => Duration.FromSeconds(ports.Time.GetElapsedTime(began).TotalSeconds);
        ValidationReport report;
        await using (ports.Time.CreateTimer(_ => dispatch(new Message.BoutTicked(start.Number, Elapsed())), null, Tick, Tick))
        {
            report = await ValidateAsync(start, new ThrottledProgress(ports.Time, p => dispatch(new Message.BoutProgressed(start.Number, p, Elapsed()))), cancellation).ConfigureAwait(false);
        }

        dispatch(Save(start.Number, report));
    }

    /// <summary>A report in any case: the screen waits for one, so that an exception of any kind is a result here.</summary>
    private async Task<ValidationReport> ValidateAsync(Effect.StartValidation start, IProgress<ValidationProgress> progress, CancellationToken cancellation)
    {
        var began = ports.Time.GetUtcNow();
        try
        {
            var world = ports.Load();
            var machine = await ports.Probe(cancellation).ConfigureAwait(false);
            var request = MachineRequest.Of(start.Build, start.Opponent == Opponent.Sparring, world, machine, ports.Results, cancellation);
            return await new Validator(ports.Validator(world)).RunAsync(request, progress, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Without(began, ValidationVerdict.Cancelled, "Cancelled.", []);
        }
        catch (Exception e)
        {
            return Without(began, ValidationVerdict.Failed, "The validation broke off.", [BrokeOff("the validation", e)]);
        }
    }

    private Message.BoutEnded Save(int number, ValidationReport report)
    {
        if (report.Verdict is ValidationVerdict.Failed or ValidationVerdict.Cancelled) return new Message.BoutEnded(number, report, null);
        try
        {
            var saved = new ResultStore(ports.Results).Save(report);
            return new Message.BoutEnded(number, report with { Diagnostics = report.Diagnostics.AddRange(saved.Diagnostics.Select(NotSaved)) }, saved.Value);
        }
        catch (Exception e)
        {
            return new Message.BoutEnded(number, report with { Diagnostics = report.Diagnostics.Add(NotSaved(BrokeOff("saving", e))) }, null);
        }
    }

    /// <summary>What was measured stands; only later comparisons will miss it.</summary>
    private static Diagnostic NotSaved(Diagnostic reason) =>
        reason with { Severity = DiagnosticSeverity.Warning, Message = "the result was not saved: " + reason.Message };

    private static Diagnostic BrokeOff(string what, Exception e) =>
        new("RB7010", DiagnosticSeverity.Error, null, $"{what} broke off: {e.Message.TrimEnd('.')}");

    private static ValidationReport Without(DateTimeOffset began, ValidationVerdict verdict, string summary, ImmutableArray<Diagnostic> diagnostics) => new()
    {
        Began = began,
        Verdict = verdict,
        Summary = summary,
        Diagnostics = diagnostics,
        Subject = new ValidationSubject { ModelId = "", ModelName = "", QuantId = "", FileSize = Bytes.Zero, Weights = "sparse", Context = 0, Threads = 0 },
    };
}
