using System.Collections.Immutable;
using System.CommandLine;
using RigBuilder.Cli.Predicting;
using RigBuilder.Domain.Settings;

namespace RigBuilder.Cli.Commands;

/// <summary>One option per setting of the table, under all its llama.cpp flags.</summary>
internal sealed class SettingOptions
{
    private readonly ImmutableArray<(Setting Setting, Option<string?> Option)> _options = [.. SettingTable.All.Select(s => (s, Create(s)))];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var (_, option) in _options) command.Options.Add(option);
    }

    /// <summary>The settings that were given.</summary>
    public ImmutableArray<AskedSetting> Of(ParseResult parsed) =>
        [.. _options.Where(o => parsed.GetResult(o.Option) is { Implicit: false }).Select(o => new AskedSetting(o.Setting, parsed.GetValue(o.Option) ?? "on"))];

    private static Option<string?> Create(Setting setting) => new(setting.Flags[0], [.. setting.Flags[1..]])
    {
        Description = $"{setting.Help} {Capital(setting.Shape.Expected)} (default: {setting.Default}).",
        HelpName = setting.Shape.Kind switch
        {
            SettingKind.Switch => "on|off",
            SettingKind.Whole or SettingKind.Tokens or SettingKind.Number => setting.Shape.Several ? "N[,N…]" : "N",
            SettingKind.Size or SettingKind.Power => "SIZE",
            _ => "VALUE",
        },
        Arity = setting.Shape.Kind == SettingKind.Switch ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
