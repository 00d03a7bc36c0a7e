namespace RigBuilder.Fit.Measurements;

/// <summary>One published llama.cpp measurement as its table states it.</summary>
/// <param name="Line">Line in the table.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Device">Name of the device.</param>
/// <param name="Count">Number of equal devices.</param>
/// <param name="Backend">"cuda", "rocm", "vulkan", "sycl", "cpu".</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Quant">Name of the quantisation.</param>
/// <param name="Gibibytes">Size of the model as llama.cpp prints it; null when not stated.</param>
/// <param name="Kind">What was measured.</param>
/// <param name="Tokens">Tokens processed or generated.</param>
/// <param name="Depth">Tokens in the context before.</param>
/// <param name="Speed">Tokens per second.</param>
/// <param name="FlashAttention">Whether flash attention was on; null when not stated.</param>
/// <param name="Era">Age class of the build.</param>
/// <param name="Tool">Which program measured.</param>
/// <param name="Host">The machine's CPU, where stated.</param>
/// <param name="Threads">CPU threads, where stated.</param>
/// <param name="Notes">Anything else.</param>
public sealed record Measurement(
    int Line, string Source, string Device, int Count, string Backend, string Model, string Quant, double? Gibibytes, TestKind Kind,
    int Tokens, int Depth, double Speed, bool? FlashAttention, BuildEra Era, string Tool, string Host, int? Threads, string Notes);
