using System.Globalization;

namespace RigBuilder.Validation.Runtime;

/// <summary>A speed test as llama-bench names it.</summary>
/// <param name="Kind">Prompt or generation.</param>
/// <param name="Tokens">Tokens processed or generated, 1 or more.</param>
/// <param name="Depth">Tokens already in the cache, 0 or more; filled before the clock starts.</param>
public sealed record SpeedTest(SpeedTestKind Kind, int Tokens, int Depth = 0)
{
    /// <summary>Tokens generated to warm up before a generation test.</summary>
    public const int WarmUpTokens = 4;

    /// <summary>llama-bench's default prompt test, pp512.</summary>
    public static SpeedTest Prompt { get; } = new(SpeedTestKind.Prompt, 512);

    /// <summary>llama-bench's default generation test, tg128.</summary>
    public static SpeedTest Generation { get; } = new(SpeedTestKind.Generation, 128);

    /// <summary>Context the test needs.</summary>
    public int Context => Tokens + Depth;

    /// <summary>"pp512", "tg128", "tg128 @ d4096".</summary>
    public string Name => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Kind == SpeedTestKind.Prompt ? "pp" : "tg")}{Tokens}{(Depth > 0 ? $" @ d{Depth}" : "")}");
}

/// <summary>What a speed test does.</summary>
public enum SpeedTestKind
{
    /// <summary>Processes a prompt in batches ("pp").</summary>
    Prompt,

    /// <summary>Generates token by token ("tg").</summary>
    Generation,
}
