using System.CommandLine;
using RigBuilder.Domain.Naming;

namespace RigBuilder.Cli.Commands;

/// <summary>The ways to say which model: by a name, by its file, or by its config.json.</summary>
internal sealed class ModelOptions
{
    private readonly Option<string?> _model = new("--model")
    {
        Description = "Model by id or any name it goes by (repository, file, Ollama tag), or by its size alone: 24B, 30B-A3B.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _gguf = new("--gguf") { Description = "Model by its GGUF file; only its head is read, and a split model is read whole.", HelpName = "FILE" };
    private readonly Option<string?> _config = new("--config") { Description = "Model by the config.json of its repository.", HelpName = "FILE" };

    public IEnumerable<Option> All => [_model, _gguf, _config];

    /// <summary>The model's name; null when none is given.</summary>
    public string? Name(ParseResult parsed, List<string> problems)
    {
        string?[] given = [parsed.GetValue(_model), Of("gguf", parsed.GetValue(_gguf)), Of("config", parsed.GetValue(_config))];
        if (given.Count(g => g is not null) > 1) problems.Add("--model, --gguf and --config each name the model; write one of them");
        return given.FirstOrDefault(g => g is not null);
    }

    /// <summary>A name for a model given by a file of this kind ("gguf" or "config"); any other kind is a name already.</summary>
    public static string? Of(string kind, string? text) => text is null ? null : kind switch
    {
        "gguf" => new ModelReference(text, false).Text,
        "config" => new ModelReference(text, true).Text,
        _ => text,
    };
}
