using RigBuilder.Validation.Runtime;

namespace RigBuilder.SideBySide;

/// <summary>A loop that runs speed tests.</summary>
internal interface ILoop : IDisposable
{
    /// <summary>Runs a test once.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    TestRun Run(SpeedTest test);
}
