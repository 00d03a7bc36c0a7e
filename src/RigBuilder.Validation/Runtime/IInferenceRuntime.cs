namespace RigBuilder.Validation.Runtime;

/// <summary>
/// A way to run a language model for real. Implementations wrap a native library; no type of theirs crosses this port.
/// Used by one thread at a time, inside the inference process only: a native library may abort.
/// </summary>
public interface IInferenceRuntime
{
    /// <summary>What it is, for reports ("llama.cpp binding").</summary>
    string Name { get; }

    /// <summary>Finds, checks and opens the native library.</summary>
    Attempt<IInferenceLibrary> Open();
}
