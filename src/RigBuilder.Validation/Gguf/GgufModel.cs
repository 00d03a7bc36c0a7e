using RigBuilder.Domain.Models;

namespace RigBuilder.Validation.Gguf;

/// <summary>A model file in the domain's terms.</summary>
/// <param name="Model">Shape, with the file's size entered for its quant.</param>
/// <param name="Quant">Recipe, with the file's own bits per weight.</param>
/// <param name="File">The file's head.</param>
public sealed record GgufModel(LlmModel Model, Quant Quant, GgufFile File);
