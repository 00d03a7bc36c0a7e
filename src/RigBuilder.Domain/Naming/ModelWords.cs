using System.Collections.Frozen;

namespace RigBuilder.Domain.Naming;

/// <summary>
/// Words in model names that say nothing about the shape, and words that say that the shape is another one than that of the model named
/// beside them. From the naming habits of the publishers on Hugging Face and in Ollama's library.
/// </summary>
internal static class ModelWords
{
    private static readonly FrozenSet<string> Neutral = Set(
        "it", "instruct", "chat", "base", "pt", "hf", "thinking", "think", "reasoning", "gguf", "text", "qat", "mtp", "imat", "imatrix", "i1", "preview", "latest", "model", "the", "llm",
        "dense", "inst", "release", "original", "default");

    private static readonly FrozenSet<string> Owners = Set(
        "meta", "google", "nvidia", "mistralai", "openai", "microsoft", "ibm", "ai", "zai", "org", "moonshotai", "alibaba", "ggml", "thudm", "tencent", "liquidai", "allenai", "unsloth", "bartowski",
        "lmstudio", "community", "cohereforai", "coherelabs", "minimaxai", "huggingfacetb");

    // Another modality or task, cut or merged experts, helpers of another model.
    private static readonly FrozenSet<string> OtherKind = Set(
        "vl", "vision", "omni", "audio", "embedding", "embed", "embeddings", "reranker", "rerank", "tts", "asr", "ocr", "reap", "pruned", "minitron", "draft", "speculator", "diffusion", "reward", "prm", "encoder",
        "classifier", "slim", "upscaled");

    // Size classes: "Phi-4" and "Phi-4-mini" are two models, though a size in the name outweighs such a word.
    private static readonly FrozenSet<string> SizeClass = Set(
        "tiny", "mini", "small", "medium", "large", "nano", "micro", "lite", "flash", "air", "plus", "pro", "max", "ultra", "super", "next", "scout", "maverick", "nemo", "distill", "coder", "code", "moe");

    /// <summary>Whether a word may be dropped: training stage, packaging, owner.</summary>
    public static bool IsNeutral(string token) => Neutral.Contains(token) || Owners.Contains(token);

    /// <summary>Whether a word says that another model is meant than the one named beside it, or is a size written wrongly ("a3" of "30B-A3D").</summary>
    public static bool TellsAnotherModel(string token) => OtherKind.Contains(Word(token)) || (token.Length > 1 && Word(token) == "a");

    /// <summary>Whether a word is a size class.</summary>
    public static bool IsSizeClass(string token) => SizeClass.Contains(Word(token));

    private static string Word(string token) => token.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
