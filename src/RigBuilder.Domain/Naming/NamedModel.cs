using RigBuilder.Domain.Models;

namespace RigBuilder.Domain.Naming;

/// <summary>A model and, where the name says it, the quantisation: a repository with tag, a file name, an Ollama tag.</summary>
/// <param name="Model">The model.</param>
/// <param name="Quant">The quantisation; null when the name says none.</param>
/// <param name="QuantIsAssumed">Whether the quantisation is the publisher's default rather than written.</param>
public sealed record NamedModel(LlmModel Model, Quant? Quant = null, bool QuantIsAssumed = false);
