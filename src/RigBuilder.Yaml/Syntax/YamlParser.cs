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
