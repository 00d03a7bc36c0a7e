namespace RigBuilder.Fit.Measurements;

/// <summary>What a measurement measured.</summary>
public enum TestKind
{
    /// <summary>Generation (llama-bench's tg).</summary>
    Decode,

    /// <summary>Prompt processing (llama-bench's pp).</summary>
    Prompt,
}
