using System.CommandLine;

namespace RigBuilder.Cli.Validating;

/// <summary>Options of "validate".</summary>
internal sealed class ValidateOptions
{
    public Argument<string?> Rig { get; } = new("RIG")
    {
        Description = "A rig file whose quest is run (default: a model that this machine is done with in under a minute).",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string?> Gguf { get; } = new("--gguf") { Description = "Run a real model file instead of a synthetic one.", HelpName = "FILE" };

    public Option<string?> Model { get; } = new("--model") { Description = "Model by id or exact name.", HelpName = "ID" };

    public Option<string?> Quant { get; } = new("--quant") { Description = "Quantisation, for example Q4_K_M.", HelpName = "ID" };

    public Option<int?> Context { get; } = new("--context") { Description = "Context length in tokens, such as 4096 or 32k.", HelpName = "N", CustomParser = r => Commands.TokenOption.Parse(r) };

    public Option<int[]> Depth { get; } = new("--depth")
    {
        Description = "Test generation with so many tokens in the context as well; may be repeated.",
        HelpName = "N",
        DefaultValueFactory = _ => [],
    };

    public Option<int?> Threads { get; } = new("--threads") { Description = "CPU threads (default: one per core).", HelpName = "N" };

    public Option<int?> GpuLayers { get; } = new("--gpu-layers") { Description = "Layers on GPUs (default: as predicted; 0 for the CPU).", HelpName = "N" };

    public Option<int> Repetitions { get; } = new("--repetitions")
    {
        Description = "Undisturbed repetitions per test.",
        HelpName = "N",
        DefaultValueFactory = _ => 5,
    };

    public Option<bool> RandomWeights { get; } = new("--random-weights") { Description = "Write random weights (full file size on disk) instead of a sparse file." };

    public Option<bool> NoShrink { get; } = new("--no-shrink") { Description = "Refuse a model that does not fit instead of shrinking it." };

    public Option<bool> NoSave { get; } = new("--no-save") { Description = "Do not save the report." };

    public Option<string?> Output { get; } = new("--output") { Description = "Write the report to FILE as well (.json for JSON, else Markdown).", HelpName = "FILE" };

    public Option<bool> Json { get; } = new("--json") { Description = "Write JSON." };

    public Command AddTo(Command command)
    {
        command.Add(Rig);
        foreach (var option in (Option[])[Gguf, Model, Quant, Context, Depth, Threads, GpuLayers, Repetitions, RandomWeights, NoShrink, NoSave, Output, Json])
            command.Add(option);
        return command;
    }
}
