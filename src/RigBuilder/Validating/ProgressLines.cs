using System.Globalization;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Protocol;

namespace RigBuilder.Cli.Validating;

/// <summary>Progress on standard error: one line that is written over on a terminal, one line per step elsewhere.</summary>
internal sealed class ProgressLines(TextWriter error, bool overwrite) : IProgress<ValidationProgress>
{
    private const int Width = 78;
    private string _last = "";
    private ValidationStep? _step;

    public void Report(ValidationProgress value)
    {
        var text = Words(value);
        if (text == _last) return;
        if (overwrite) error.Write($"\r{Fit(text)}");
        else if (value.Step != _step) error.WriteLine(text);
        (_last, _step) = (text, value.Step);
    }

    /// <summary>Clears the line.</summary>
    public void End()
    {
        if (overwrite && _last.Length > 0) error.Write($"\r{new string(' ', Width)}\r");
    }

    private static string Words(ValidationProgress value)
    {
        var step = value.Step switch
        {
            ValidationStep.Preparing => "preparing",
            ValidationStep.Writing => $"writing the model {value.Subject?.ModelName}",
            ValidationStep.IdleCheck => "looking whether the machine is idle",
            ValidationStep.Bandwidth => "probing memory bandwidth",
            ValidationStep.Loading => $"loading {value.Subject?.ModelName} ({value.Subject?.FileSize})",
            ValidationStep.Memory => "measuring memory",
            ValidationStep.Prompt => "testing prompt speed",
            ValidationStep.Generation => "testing generation speed",
            ValidationStep.Comparing => "comparing",
            _ => "done",
        };
        var share = value.Share is { } s ? string.Create(CultureInfo.InvariantCulture, $" {s * 100:0} %") : "";
        var speed = value.Event is InferenceEvent.RepetitionFinished run
            ? $" · {run.Run.Speed}{(run.Disturbances.IsEmpty ? "" : " (disturbed)")}"
            : "";
        return step + share + speed;
    }

    private static string Fit(string text) => text.Length > Width ? text[..Width] : text.PadRight(Width);
}
