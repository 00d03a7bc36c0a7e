using System.CommandLine;
using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Validating;

namespace RigBuilder.Cli.Commands;

/// <summary>Options that say where catalog and rules come from; every command has them.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "Folder that holds catalog/ and rules/ (default: the ones shipped with the program).",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<bool> _noOverlay = new("--no-overlay")
    {
        Description = "Ignore the user's own catalog and rules in the configuration folder.",
        Recursive = true,
    };

    private readonly Option<bool> _measured = new("--measured")
    {
        Description = "Let predictions for this machine's processor and cards rest on its saved validations.",
        Recursive = true,
    };

    private readonly Option<bool> _pricedOnly = new("--priced-only")
    {
        Description = "Count prices that were seen only: no estimates for parts without one.",
        Recursive = true,
    };

    public void AddTo(Command root)
    {
        root.Add(_measured);
        root.Add(_data);
        root.Add(_noOverlay);
        root.Add(_pricedOnly);
    }

    /// <summary>Whether predictions shall rest on saved validations.</summary>
    public bool AsksForMeasured(ParseResult parsed) => parsed.GetValue(_measured);

    /// <summary>The folders in effect for this invocation.</summary>
    public DataFolders Folders(ParseResult parsed, CliEnvironment environment) =>
        DataFolders.Find(environment, parsed.GetValue(_data), overlay: !parsed.GetValue(_noOverlay)) with
        {
            Validations = parsed.GetValue(_measured) ? new ValidationFolders(environment).Results : null,
            PricedOnly = parsed.GetValue(_pricedOnly),
        };
}
