using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>The reading of one file: where its errors are collected. Not shared between threads.</summary>
public sealed class ReadContext
{
    /// <summary>Most diagnostics kept for a file; the rest is counted.</summary>
    public const int MostDiagnostics = 500;

    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly LineIndex _lines;
    private int _left;

    /// <summary>Starts reading a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="family">Decides the codes.</param>
    public ReadContext(TextFile file, CodeFamily family) => (File, Family, _lines) = (file, family, new LineIndex(file.Text));

    /// <summary>The file.</summary>
    public TextFile File { get; }

    /// <summary>Decides the codes.</summary>
    public CodeFamily Family { get; }

    /// <summary>The number of errors so far (warnings not counted): compare before and after to see whether something failed.</summary>
    public int Errors { get; private set; }

    /// <summary>Everything reported so far, in file order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics()
    {
        var sorted = _diagnostics.OrderBy(d => d.Location?.Line ?? 0).ThenBy(d => d.Location?.Column ?? 0).ToImmutableArray();
        return _left == 0 ? sorted : sorted.Add(new Diagnostic("RB1011", DiagnosticSeverity.Error, new SourceLocation(File.Path, 0, 0), $"{_left} more errors are not shown"));
    }

    /// <summary>Reports an error in the file's shape.</summary>
    public void Report(Slip slip, YamlNode at, string message, string? help = null, string? why = null) =>
        Report(slip, at.Span, message, help, why);

    /// <summary>Reports an error in the file's shape.</summary>
    public void Report(Slip slip, SourceSpan at, string message, string? help = null, string? why = null) =>
        Report(CodeOf(slip), DiagnosticSeverity.Error, at, message, help, why);

    /// <summary>Reports anything with a code of its own.</summary>
    public void Report(string code, DiagnosticSeverity severity, SourceSpan at, string message, string? help = null, string? why = null)
    {
        if (severity == DiagnosticSeverity.Error) Errors++;
        if (_diagnostics.Count >= MostDiagnostics)
        {
            _left++;
            return;
        }

        _diagnostics.Add(new Diagnostic(code, severity, LocationOf(at), message) { Help = help, Why = why, SourceLine = _lines[at.Line] });
    }

    /// <summary>Takes over diagnostics that were made elsewhere, for example by the parser.</summary>
    public void Take(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            _diagnostics.Add(diagnostic);
            if (diagnostic.Severity == DiagnosticSeverity.Error) Errors++;
        }
    }

    /// <summary>A place of this file.</summary>
    public SourceLocation LocationOf(SourceSpan span) => new(File.Path, span.Line, span.Column, Math.Max(1, span.Length));

    /// <summary>The full code of a slip in this file: "RB2103".</summary>
    public string CodeOf(Slip slip) => string.Create(CultureInfo.InvariantCulture, $"RB{(int)Family}{(int)slip}");
}
