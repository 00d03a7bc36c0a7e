using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Yaml.Syntax;

/// <summary>Turns the text of a file into nodes with positions. Never throws: everything wrong is a diagnostic.</summary>
public static class YamlParser
{
    /// <summary>Parses a file with one document.</summary>
    public static ParsedYaml Parse(TextFile file)
    {
        if (file.Text.Length > YamlLimits.FileLength)
            return Nothing(TooLong(file.Path, file.Text.Length));
        var builder = new YamlTreeBuilder(file.Text);
        var root = builder.Build();
        if (builder.Failure is { } failure)
            return new ParsedYaml(root, IsComplete: false, [Diagnose(file, failure)]);
        return root is null
            ? Nothing(new Diagnostic("RB1003", DiagnosticSeverity.Error, new SourceLocation(file.Path, 0, 0), "the file is empty") { Help = "delete the file, or fill it" })
            : new ParsedYaml(root, IsComplete: true, []);
    }

    /// <summary>
    /// Parses a file that is a mapping of lists of independent entries, such as a catalog file. After a syntax error it goes
    /// on with the next entry, so that one broken entry hides no other; at most <see cref="YamlLimits.Recoveries"/> times.
    /// </summary>
    public static ParsedYaml ParseEntries(TextFile file)
    {
        var first = Parse(file);
        if (first.IsComplete || first.Root is not YamlMapping partial || partial.Entries.IsEmpty) return first;
        var diagnostics = first.Diagnostics.ToBuilder();
        var recovery = new EntryRecovery(file.Text);
        for (var round = 0; round < YamlLimits.Recoveries && recovery.Rest(partial, diagnostics[^1].Location?.Line ?? 0) is { } rest; round++)
        {
            var builder = new YamlTreeBuilder(rest);
            partial = EntryRecovery.Join(partial, builder.Build() as YamlMapping);
            if (builder.Failure is not { } failure) break;
            var diagnostic = Diagnose(file, failure);
            if (diagnostic != diagnostics[^1]) diagnostics.Add(diagnostic);
        }

        return new ParsedYaml(partial, IsComplete: false, diagnostics.ToImmutable());
    }

    internal static Diagnostic TooLong(string path, long length) =>
        new("RB1005", DiagnosticSeverity.Error, new SourceLocation(path, 0, 0), $"the file is too large ({length:N0} characters; the limit is {YamlLimits.FileLength:N0})")
        {
            Help = "split it into several files",
        };

    private static ParsedYaml Nothing(Diagnostic why) => new(null, IsComplete: false, ImmutableArray.Create(why));

    private static Diagnostic Diagnose(TextFile file, SyntaxFailure failure) =>
        new(failure.Code, DiagnosticSeverity.Error, new SourceLocation(file.Path, failure.Span.Line, failure.Span.Column, failure.Span.Length), failure.Message)
        {
            Help = failure.Help,
            Why = failure.Why,
            SourceLine = new LineIndex(file.Text)[failure.Span.Line],
        };
}

/// <summary>The outcome of parsing a file.</summary>
/// <param name="Root">What could be parsed; null when nothing could. Holds only complete entries.</param>
/// <param name="IsComplete">Whether <paramref name="Root"/> is the whole file; when not, only lists of independent entries may be used.</param>
/// <param name="Diagnostics">All syntax errors.</param>
public sealed record ParsedYaml(YamlNode? Root, bool IsComplete, ImmutableArray<Diagnostic> Diagnostics);
