using RigBuilder.Domain.Units;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Protocol;

/// <summary>Follows a generation token by token: tells its speed now and then, and ends it when its time is over.</summary>
/// <param name="test">The test.</param>
/// <param name="time">The clock.</param>
/// <param name="interval">Time between two samples of the speed.</param>
/// <param name="tell">Receives the samples.</param>
internal sealed class TokenWatch(SpeedTest test, TimeProvider time, TimeSpan interval, Action<InferenceEvent> tell) : IProgress<int>
{
    /// <summary>Tokens after which a repetition may be cut: they hold a stretch that says something.</summary>
    private const int Telling = TokenStretch.Tokens + 1;

    private readonly double[] _ends = new double[test.Tokens];
    private readonly long _began = time.GetTimestamp();
    private double _sampledAt;
    private int _sampled;

    /// <summary>Tokens generated.</summary>
    public int Done { get; private set; }

    /// <summary>Whether the repetition was ended early.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Seconds since the repetition began.</summary>
    public double Seconds => time.GetElapsedTime(_began).TotalSeconds;

    /// <summary>The fastest stretch so far.</summary>
    public TokensPerSecond? Fastest => TokenStretch.Fastest(_ends.AsSpan(0, Done));

    /// <summary>Seconds after which <see cref="Cut"/> ends the repetition.</summary>
    public double CutAt { get; init; } = double.PositiveInfinity;

    /// <summary>Ends the repetition.</summary>
    public Action? Cut { get; init; }

    /// <inheritdoc/>
    public void Report(int value)
    {
        if (value < 1 || value > _ends.Length) return;
        var now = Seconds;
        _ends[value - 1] = now;
        Done = value;
        if (now - _sampledAt >= interval.TotalSeconds && now > _sampledAt)
        {
            tell(new InferenceEvent.SpeedSampled(test, value, TokensPerSecond.FromValue((value - _sampled) / (now - _sampledAt))));
            (_sampledAt, _sampled) = (now, value);
        }

        if (now < CutAt || value < Telling || value == _ends.Length || Cut is null) return;
        WasCut = true;
        Cut();
    }
}
