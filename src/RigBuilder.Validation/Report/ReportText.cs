using System.Globalization;
using System.Text;
using System.Text.Json;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Json;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Report;

/// <summary>A report as Markdown (also readable as it is on a terminal) and as JSON.</summary>
public static class ReportText
{
    /// <summary>JSON, indented.</summary>
    public static string Json(ValidationReport report) => JsonSerializer.Serialize(report, ReportJson.Default.ValidationReport);

    /// <summary>The report in JSON; null when it is none.</summary>
    public static ValidationReport? ParseJson(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, ReportJson.Default.ValidationReport);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Markdown.</summary>
    public static string Markdown(ValidationReport report)
    {
        var text = new StringBuilder();
        var subject = report.Subject;
        text.Append("# Validation: ").AppendLine($"{subject.ModelName} {subject.QuantId.ToUpperInvariant()}".Trim());
        text.AppendLine().Append("**").Append(report.Summary).AppendLine("**").AppendLine();
        Facts(text, report);
        Table(text, report);
        Causes(text, report);
        foreach (var note in report.Notes) text.Append("- ").AppendLine(note);
        if (!report.Diagnostics.IsEmpty) text.AppendLine().AppendLine("## What went wrong").AppendLine();
        foreach (var diagnostic in report.Diagnostics) text.AppendLine("```").AppendLine(DiagnosticText.Render(diagnostic)).AppendLine("```");
        return text.Replace("\r\n", "\n").ToString();
    }

    private static void Facts(StringBuilder text, ValidationReport report)
    {
        var (subject, measured) = (report.Subject, report.Measurements);
        void Fact(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) text.Append("- ").Append(name).Append(": ").AppendLine(value);
        }

        Fact("when", report.Began.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        Fact("rig", subject.RigName);
        Fact("processor", subject.Processor);
        Fact("model file", subject.FileSize == Bytes.Zero ? null : $"{subject.FileSize} ({subject.Weights} weights)");
        Fact("settings", subject.Threads == 0 ? null
            : $"context {subject.Context}, cache {Cache(subject)}, flash attention {(subject.FlashAttention ? "on" : "off")}, {subject.Threads} thread{(subject.Threads == 1 ? "" : "s")}, {Layers(report)}");
        Fact("library", measured.Library is { } library ? $"llama.cpp {library.Version} ({library.Runtime}) on {string.Join(", ", library.Devices.Select(d => $"{d.Name}: {d.Description}"))}" : null);
        Fact("memory bandwidth", measured.Bandwidth is { } b ? $"read {b.Reliable} (at best {b.ReadBest}, median {b.ReadMedian}), copy {b.CopyBest}, {b.Threads} threads over {b.Buffer}{Honesty(b)}" : null);
        Fact("share of the bandwidth limit", report.BandwidthShare is { } s
            ? $"{(measured.Of(SpeedTestKind.Generation)?.AllDisturbed == true ? "at least " : "")}{s.Share * 100:0} % of {s.Limit} ({s.BytesPerToken} read per token)" : null);
        Fact("other load before", measured.Idle is { OtherCpus: { } cpus } idle ? $"{QuantityText.Number(cpus, 2)} of {idle.Cpus} CPUs" : null);
    }

    private static string Cache(ValidationSubject subject) =>
        $"{subject.KeyType}{(subject.KeyType == subject.ValueType ? "" : $" keys and {subject.ValueType} values")}".ToLowerInvariant();

    private static string Layers(ValidationReport report) => report switch
    {
        { Subject.GpuLayers: 0 } => "no layers on GPUs",
        { IsCpuFallback: true } => $"{report.Subject.GpuLayers} layers planned for GPUs, all on the CPU since the library sees no GPU",
        _ => $"{report.Subject.GpuLayers} layers on GPUs",
    };

    private static string Honesty(BandwidthReport probe)
    {
        var caches = probe.Cache is { } cache
            ? probe.IsCacheFlattered ? $", of which {cache} of cache may hold much: the memory itself is slower" : $" ({probe.Buffer / cache:0.#} times the cache)"
            : "";
        return probe.NumaNodes > 1 ? $"{caches}; {probe.NumaNodes} NUMA nodes, each thread reads memory near it: run llama.cpp with --numa distribute to come near" : caches;
    }

    private static void Table(StringBuilder text, ValidationReport report)
    {
        if (report.Rows.IsEmpty) return;
        text.AppendLine().AppendLine("| | predicted | range | measured | difference | verdict |").AppendLine("|---|---|---|---|---|---|");
        foreach (var row in report.Rows)
        {
            var error = row.Error is { } e ? (e > -0.0005 ? "+" : "−") + (Math.Abs(e) * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "";
            text.Append("| ").Append(row.Name).Append(" | ").Append(row.PredictedText).Append(" | ").Append(row.RangeText).Append(" | ")
                .Append(row.MeasuredText).Append(" | ").Append(error).Append(" | ").Append(Words(row)).AppendLine(" |");
        }

        foreach (var row in report.Rows.Where(r => r.Note is not null)) text.AppendLine().Append("*").Append(row.Name).Append("*: ").Append(row.Note).AppendLine(".");
        text.AppendLine();
    }

    private static string Words(ComparisonRow row) => (row.Verdict, row.Unit) switch
    {
        (RowVerdict.Within, _) => "within",
        (RowVerdict.Better, FigureUnit.Bytes) => "less",
        (RowVerdict.Worse, FigureUnit.Bytes) => "more",
        (RowVerdict.Worse, _) when row.IsLowerBound => "disturbed",
        (RowVerdict.Better, _) => "faster",
        (RowVerdict.Worse, _) => "slower",
        _ => "not compared",
    };

    private static void Causes(StringBuilder text, ValidationReport report)
    {
        if (report.Causes.IsEmpty) return;
        text.AppendLine("## Likely causes").AppendLine();
        var number = 1;
        foreach (var cause in report.Causes)
            text.Append(number++).Append(". **").Append(cause.Title).Append("** – ").Append(cause.Evidence).Append(". ").AppendLine(cause.Advice);
        text.AppendLine();
    }
}
