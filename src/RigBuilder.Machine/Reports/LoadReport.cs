namespace RigBuilder.Machine.Reports;

/// <summary>What the machine was doing while it was probed.</summary>
public sealed record LoadReport
{
    /// <summary>Load average of the last minute (runnable and blocked tasks).</summary>
    public Reading<double> OneMinute { get; init; }

    /// <summary>Load average of the last five minutes.</summary>
    public Reading<double> FiveMinutes { get; init; }
}
