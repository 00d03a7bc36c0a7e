using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;
using RigBuilder.Fit.Measurements;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Fit.Models;

/// <summary>Looks measurements up and rejects those that the fit must not use.</summary>
internal sealed class FitData(Catalog catalog)
{
    private static readonly ImmutableArray<(string Word, string Reason)> Unfit =
    [
        ("simultaneous", "several requests at once: not the speed of one"),
        ("concurrent", "several requests at once: not the speed of one"),
        ("via Vulkan", "filed under CPU but run on the integrated GPU"),
        ("Actually uses Radeon", "filed under CPU but run on the integrated GPU"),
        ("manager benchmark", "filed under CPU but faster than the memory allows: run on the integrated GPU"),
        ("TurboQuant", "a fork with its own cache format"),
        ("smoke", "a smoke test of a few tokens"),
        ("mixed pair", "two different cards in one row"),
        ("power limit", "power-limited on purpose"),
        ("W limit", "power-limited on purpose"),
        ("MTP", "speculative decoding"),
        ("speculative", "speculative decoding"),
        ("draft", "speculative decoding"),
    ];

    private readonly Dictionary<string, ModelProfile> _profiles = [];

    /// <summary>The usable rows; the others are appended to the rejections.</summary>
    public IReadOnlyList<FitRow> Select(IEnumerable<Measurement> measurements, List<Rejection> rejected)
    {
        var rows = new List<FitRow>();
        foreach (var measurement in measurements)
        {
            if (Find(measurement, out var reason) is { } row) rows.Add(row);
            else rejected.Add(new Rejection(measurement.Line, measurement.Device, reason));
        }

        return rows;
    }

    private FitRow? Find(Measurement measurement, out string reason)
    {
        reason = "";
        foreach (var (word, why) in Unfit)
            if (measurement.Notes.Contains(word, StringComparison.OrdinalIgnoreCase) || measurement.Quant.Contains(word, StringComparison.OrdinalIgnoreCase))
                reason = why;
        if (reason.Length > 0) return null;
        if (catalog.Models.Find(measurement.Model) is not { } model) return Fail($"model '{measurement.Model}' has no known shape", out reason);
        if (Profile(model, measurement) is not { } profile) return Fail($"quantisation '{measurement.Quant}' is not llama.cpp's", out reason);
        var isCpu = measurement.Backend == "cpu";
        var gpu = isCpu ? null : catalog.Gpus.Find(measurement.Device);
        var cpu = isCpu ? catalog.Cpus.Find(measurement.Device) : null;
        if (gpu is null && cpu is null) return Fail("the device's memory bandwidth is not known (not in the catalog)", out reason);
        return new FitRow { Measurement = measurement, Gpu = gpu, Cpu = cpu, Profile = profile };
    }

    private static FitRow? Fail(string why, out string reason)
    {
        reason = why;
        return null;
    }

    private ModelProfile? Profile(LlmModel model, Measurement measurement)
    {
        var key = FormattableString.Invariant($"{model.Id}|{measurement.Quant}|{measurement.Gibibytes}");
        if (_profiles.TryGetValue(key, out var known)) return known;
        var name = measurement.Quant;
        if (name.StartsWith("UD-", StringComparison.Ordinal)) name = name[3..];
        if (name.EndsWith("_XL", StringComparison.Ordinal)) name = name is "Q8_K_XL" ? "Q8_0" : name is "Q6_K_XL" ? "Q6_K" : name[..^2] + "M";
        var quant = catalog.Quants.Find(measurement.Quant) ?? catalog.Quants.Find(name) ?? catalog.Quants.Find(name.Replace("Q2_K_M", "Q2_K", StringComparison.Ordinal));
        if (quant is null) return null;
        if (measurement.Gibibytes is { } size)
            model = model with { FileSizes = model.FileSizes.SetItem(quant.Id, Domain.Units.Bytes.FromGiB(size)) };
        return _profiles[key] = ModelProfile.Of(model, quant);
    }
}
