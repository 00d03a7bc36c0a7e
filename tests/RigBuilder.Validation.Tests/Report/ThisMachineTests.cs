using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Machine.Reports;
using RigBuilder.Validation.Diagnosis;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Report;

/// <summary>Which rigs are this machine, and what stands in for a processor that the catalog does not know.</summary>
public sealed class ThisMachineTests
{
    private static readonly MachineReport Report = new() { Cpu = new CpuReport { Name = Reading.Of("Unheard CPU", "test"), Cores = Reading.Of(6, "test") } };
    private static readonly Rig Scanned = new() { Missing = [new MissingPart(PartKind.Cpu, new Selection("my-unheard"), null)] };

    [Test]
    public void Complete_OfAScannedRig_StandsInUnderTheScansId()
    {
        var cpu = ThisMachine.Complete(Scanned, Report).Cpu!;
        Assert.That((cpu.Id, cpu.Name, cpu.Cores), Is.EqualTo(("my-unheard", "Unheard CPU", 6)));
        Assert.That(ThisMachine.Complete(Rig.Empty, Report).Cpu!.Id, Is.EqualTo("this-cpu"));
    }

    [Test]
    public void Same_OfAScannedRigAndTheMachine_IsTrueAndOfOtherPartsFalse()
    {
        var here = ThisMachine.Complete(Scanned, Report);
        Assert.Multiple(() =>
        {
            Assert.That(ThisMachine.Same(Scanned, here), Is.True);
            Assert.That(ThisMachine.Same(Rig.Empty, here), Is.False);
            Assert.That(ThisMachine.Same(Scanned with { Gpus = [TestParts.Gpu] }, here), Is.False);
            Assert.That(ThisMachine.Same(Scanned with { Missing = [new MissingPart(PartKind.Cpu, new Selection("my-other"), null)] }, here), Is.False);
        });
    }
}
