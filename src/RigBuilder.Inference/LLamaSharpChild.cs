using RigBuilder.Validation.Child;

namespace RigBuilder.Inference;

/// <summary>The inference process on LLamaSharp, for the executable's hidden command.</summary>
public static class LLamaSharpChild
{
    /// <summary>Serves one job from the input and ends.</summary>
    /// <param name="input">Standard input.</param>
    /// <param name="output">Standard output; nothing else may be written to it.</param>
    /// <param name="abandon">Ends the process at once, for native calls that do not return when asked to stop.</param>
    /// <returns>The exit code.</returns>
    public static int Run(TextReader input, TextWriter output, Action abandon) =>
        new InferenceChild(InferenceChildPorts.Local(words => new LLamaSharpRuntime(words), abandon) with
        {
            Oracle = LLamaSharpMemoryOracle.Open,
        }).Run(input, output);
}
