using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using RigBuilder.Cli.Predicting;

namespace RigBuilder.Cli.Commands;

/// <summary>Options that name parts.</summary>
internal sealed class PartOptions
{
    private readonly Option<string[]> _gpu = Names("--gpu", "GPUs by id or exact name, comma-separated or repeated (two equal ids are two cards).");
    private readonly Option<string?> _cpu = new("--cpu") { Description = "CPU by id or exact name.", HelpName = "ID" };
    private readonly Option<string?> _machine = new("--machine") { Description = "Machine that is bought whole, by id or exact name; parts that are named are added to it.", HelpName = "ID" };
    private readonly Option<string[]> _ram = Names("--ram", "RAM kits by id or exact name, or by figures (\"2x32 GB DDR5-5600\"); without any, the CPU's official memory is assumed.");
    private readonly Option<string?> _ssd = new("--ssd") { Description = "Drive by id or exact name, for the load time.", HelpName = "ID" };
    private readonly Option<string?> _psu = new("--psu") { Description = "Power supply by id or exact name, for its load.", HelpName = "ID" };
    private readonly Option<string?> _sockets = new("--sockets") { Description = "Processors of that kind (default: 1).", HelpName = "N" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_gpu, _cpu, _machine, _sockets, _ram, _ssd, _psu]) command.Options.Add(option);
    }

    /// <summary>What was named.</summary>
    public PredictQuery Of(ParseResult parsed) => new()
    {
        Gpus = Split(parsed.GetValue(_gpu)),
        Cpu = parsed.GetValue(_cpu),
        Machine = parsed.GetValue(_machine),
        Memory = Split(parsed.GetValue(_ram)),
        Ssd = parsed.GetValue(_ssd),
        Psu = parsed.GetValue(_psu),
        Sockets = parsed.GetValue(_sockets) is not { } sockets ? 1 : int.TryParse(sockets, CultureInfo.InvariantCulture, out var count) ? count : 0,
    };

    private static ImmutableArray<string> Split(string[]? values) =>
        [.. (values ?? []).SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static Option<string[]> Names(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "ID[,ID…]",
        AllowMultipleArgumentsPerToken = false,
    };
}
