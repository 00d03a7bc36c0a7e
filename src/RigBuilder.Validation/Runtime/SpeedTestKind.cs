namespace RigBuilder.Validation.Runtime;

/// <summary>What a speed test does.</summary>
public enum SpeedTestKind
{
    /// <summary>Processes a prompt in batches ("pp").</summary>
    Prompt,

    /// <summary>Generates token by token ("tg").</summary>
    Generation,
}
