using System.Text.Json;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Rendering;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Tests;

/// <summary>What every probe behind <see cref="IHardwareProbe"/> keeps to. Derive from it and give it a probe.</summary>
public abstract class HardwareProbeContract
{
    /// <summary>A probe as the program composes it.</summary>
    protected abstract IHardwareProbe Create();

    [Test]
    public void Contract_Name_IsGiven() => Assert.That(Create().Name, Is.Not.Empty);

    [Test]
    public void Contract_EveryKnownReading_NamesItsSource()
    {
        using var json = JsonDocument.Parse(MachineJson.Write(Probe()));
        var sources = Objects(json.RootElement).Where(o => o.TryGetProperty("value", out _)).Select(o => o.GetProperty("source").GetString()).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(sources, Is.Not.Empty);
            Assert.That(sources, Has.None.Null.And.None.Empty);
        });
    }

    [Test]
    public void Contract_EveryCardAndDrive_IsListedOnce()
    {
        var report = Probe();
        Assert.Multiple(() =>
        {
            Assert.That(report.Gpus.Where(g => g.Address.IsKnown).Select(g => g.Address.Value), Is.Unique);
            Assert.That(report.Drives.Where(d => d.Device.IsKnown).Select(d => d.Device.Value), Is.Unique);
        });
    }

    [Test]
    public void Contract_Problems_AreDiagnosticsOfTheProbeFamily() =>
        Assert.That(Probe().Diagnostics, Has.All.Matches<Domain.Diagnostics.Diagnostic>(d => d!.Code.StartsWith("RB6", StringComparison.Ordinal)));

    [Test]
    public void Contract_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.That(async () => await Create().ProbeAsync(stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private MachineReport Probe() => Create().ProbeAsync(CancellationToken.None).GetAwaiter().GetResult();

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Objects(p.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
