using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Rules.Model;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Rules;

/// <summary>Makes a rule set of YAML files, one rule a file. Pure; <see cref="RuleFolders"/> does the reading from disk.</summary>
public static class RuleReader
{
    private static readonly RuleFileFormat Format = new();

    /// <summary>The format of rule files, for schemas.</summary>
    internal static AnyFormat File => Format;

    /// <summary>Reads one rule. Never throws: everything wrong is a diagnostic at its place.</summary>
    public static FileRead<Rule> ReadRule(TextFile file) => FileReader.Read(file, Format, CodeFamily.Rules, (rule, context) =>
    {
        var stem = Path.GetFileNameWithoutExtension(file.Path);
        if (rule.Id == stem) return;
        context.Report(RuleCodes.FileName, DiagnosticSeverity.Error, SpanOf(rule), $"the file is named '{stem}', but its rule has the id '{rule.Id}'",
            $"name the file {rule.Id}.yaml", "a rule must be found by its id");
    });

    /// <summary>Reads one set of files.</summary>
    public static RuleLoad Read(IReadOnlyList<TextFile> files) => Read([new TextFolder("", [.. files], [])]);

    /// <summary>Reads several sets of files; a rule of a later set replaces the rule with its id in an earlier one.</summary>
    /// <param name="roots">The shipped rules first, then overlays.</param>
    public static RuleLoad Read(IReadOnlyList<TextFolder> roots)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var rules = new List<Rule>();
        foreach (var root in roots)
        {
            diagnostics.AddRange(root.Diagnostics);
            var (files, reads) = (root.Files, new FileRead<Rule>[root.Files.Length]);
            Parallel.For(0, files.Length, i => reads[i] = ReadRule(files[i]));
            foreach (var read in reads) diagnostics.AddRange(read.Diagnostics);
            var good = reads.Where(r => r.Value is not null).Select(r => r.Value!).ToArray();
            var replaced = good.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
            rules.RemoveAll(r => replaced.Contains(r.Id));
            rules.AddRange(good);
        }

        var set = RuleSet.Create(rules, out var problems);
        diagnostics.AddRange(problems);
        return new RuleLoad(set, diagnostics.ToImmutable());
    }

    private static Syntax.SourceSpan SpanOf(Rule rule) => rule.Location is { } at ? new Syntax.SourceSpan(at.Line, at.Column, at.Length) : default;
}
