namespace RigBuilder.Validation.Child;

/// <summary>A running inference process. Disposing ends it if it still runs.</summary>
public interface IInferenceProcess : IDisposable
{
    /// <summary>Its standard input.</summary>
    TextWriter Input { get; }

    /// <summary>Its standard output.</summary>
    TextReader Output { get; }

    /// <summary>The last lines of its standard error, as far as they have come.</summary>
    string LastErrors { get; }

    /// <summary>Ends it at once.</summary>
    void Kill();

    /// <summary>Its exit code; a process ended by signal n has 128 + n.</summary>
    Task<int> WaitForExitAsync();
}
