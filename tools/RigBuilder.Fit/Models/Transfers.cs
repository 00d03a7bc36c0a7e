using RigBuilder.Fit.Measurements;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Fit.Models;

/// <summary>
/// How far measured ÷ predicted of one run carries over to another on the same device: what a calibration by a single validation is
/// worth. Found in pairs of rows of one device, backend, source, tool, era and prompt length: nine in ten pairs differ by less. A
/// device weighs the same however many rows it has. Rows of different sources are never paired: builds and clocks would pass for models.
/// </summary>
internal static class Transfers
{
    private const double Share = 0.9;

    /// <summary>The half widths.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="residuals">ln(predicted / measured time) per row; what is the device's own cancels out.</param>
    public static TransferCalibration Of(IReadOnlyList<FitRow> rows, double[] residuals)
    {
        var differences = new Dictionary<Kinship, List<(double Value, double Weight)>>();
        foreach (var sitting in Enumerable.Range(0, rows.Count).Where(i => IsAsValidated(rows[i])).GroupBy(i => Sitting(rows[i])))
        {
            var pairs = (from a in sitting from b in sitting where a < b select (Kinship: Of(rows[a], rows[b]), Value: Math.Abs(residuals[a] - residuals[b]))).ToLookup(p => p.Kinship, p => p.Value);
            foreach (var kind in pairs)
            {
                if (!differences.TryGetValue(kind.Key, out var found)) differences[kind.Key] = found = [];
                found.AddRange(kind.Select(v => (v, 1.0 / kind.Count())));
            }
        }

        var same = Quantile(differences, Kinship.Same);
        var kin = Math.Max(same, Quantile(differences, Kinship.Kin));
        return new TransferCalibration(same, kin, Math.Max(kin, Quantile(differences, Kinship.Other)));
    }

    // One device, an empty context, no longer a prompt than a validation's, no toy: how devices share work, how attention grows and
    // what fixed times cost are other questions.
    private static bool IsAsValidated(FitRow row) =>
        row.Measurement is { Count: 1, Depth: 0 } m && (m.Kind == TestKind.Decode || m.Tokens <= 512) && !MeasuredRun.IsToy(row.Profile.Model);

    private enum Kinship
    {
        Same,
        Kin,
        Other,
    }

    private static Kinship Of(FitRow a, FitRow b) => Model(a) == Model(b) ? Kinship.Same : Kernel(a) == Kernel(b) ? Kinship.Kin : Kinship.Other;

    private static (string, string, int, string, object, string, string, bool, int, string) Sitting(FitRow row)
    {
        var m = row.Measurement;
        return (m.Source, m.Device, m.Count, m.Backend, m.Era, m.Tool, m.Host, row.Flash, m.Tokens, m.Notes);
    }

    private static (string, string) Model(FitRow row) => (row.Profile.Model.Id, row.Profile.Quant.Id);

    private static (string, bool) Kernel(FitRow row) => (row.Profile.MainType, row.Profile.ExpertLayers > 0);

    private static double Quantile(Dictionary<Kinship, List<(double Value, double Weight)>> differences, Kinship kinship)
    {
        if (!differences.TryGetValue(kinship, out var found)) return 0;
        var left = Share * found.Sum(d => d.Weight);
        foreach (var (value, weight) in found.OrderBy(d => d.Value))
            if ((left -= weight) <= 1e-9) return Math.Round(value, 2);
        return found.Max(d => d.Value);
    }
}
