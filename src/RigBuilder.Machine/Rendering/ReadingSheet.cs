using System.Collections.Immutable;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Rendering;

/// <summary>Collects the lines of a report: titles, and label, value and source under them.</summary>
internal sealed class ReadingSheet
{
    private const int LabelWidth = 20;
    private const int ValueWidth = 36;
    private readonly ImmutableArray<string>.Builder _lines = ImmutableArray.CreateBuilder<string>();

    /// <summary>The lines so far.</summary>
    public ImmutableArray<string> Lines => _lines.ToImmutable();

    /// <summary>Begins a section.</summary>
    public ReadingSheet Section(string title)
    {
        _lines.Add(title);
        return this;
    }

    /// <summary>A line for a reading, known or not.</summary>
    public ReadingSheet Line<T>(string label, Reading<T> reading)
    {
        var value = reading.IsKnown ? Clean($"{reading.Value}") : "unknown";
        var mark = reading is { IsKnown: true, Confidence: Confidence.Hint } ? "hint: " : "";
        var source = reading.Source.Length > 0 ? $"  [{mark}{reading.Source}]" : "";
        _lines.Add($"  {Clean(label),-LabelWidth} {value,-ValueWidth}{Clean(source)}".TrimEnd());
        return this;
    }

    /// <summary>A line for a reading only where it is known.</summary>
    public ReadingSheet Optional<T>(string label, Reading<T> reading) => reading.IsKnown ? Line(label, reading) : this;

    /// <summary>A text under the section's title; its further lines are indented alike.</summary>
    public ReadingSheet Note(string text)
    {
        foreach (var line in text.Split('\n')) _lines.Add("  " + Clean(line));
        return this;
    }

    // Firmware texts may hold control characters, which must not reach a terminal.
    private static string Clean(string text) => text.Any(char.IsControl) ? new string([.. text.Where(c => !char.IsControl(c))]) : text;
}
