namespace RigBuilder.Machine.Tests;

/// <summary>Where the memory modules come from.</summary>
public sealed class SmbiosSourceTests
{
    private const string Table = "/sys/firmware/dmi/tables/DMI";

    private const string Dmidecode = """
        === tool dmidecode 0
        Handle 0x0040, DMI type 17, 84 bytes
        Memory Device
        	Size: 8 GB
        	Locator: DIMM_A1
        	Type: DDR3
        """;

    [Test]
    public void Modules_TableReadable_ComeFromTheTable()
    {
        var machine = FixtureMachine.Of(Dmidecode).With(Table, new SmbiosBuilder().Memory("DIMM_A1", "BANK 0", 16384, 0x1A, 3200, 3200).End().Bytes);
        var module = LinuxProbeTests.Probe(machine).Memory.Modules.Single();
        Assert.That((module.TypeName.Value, module.Size.Value.GiB, module.Size.Source), Is.EqualTo(("DDR4", 16.0, $"{Table} type 17")));
    }

    [Test]
    public void Modules_TableUnreadable_ComeFromDmidecode()
    {
        var module = LinuxProbeTests.Probe(FixtureMachine.Of(Dmidecode)).Memory.Modules.Single();
        Assert.That((module.TypeName.Value, module.Size.Source), Is.EqualTo(("DDR3", "dmidecode type 17")));
    }

    [Test]
    public void Modules_DamagedTable_AreThoseBeforeTheDamage()
    {
        var table = new SmbiosBuilder().Memory("DIMM_A1", "BANK 0", 16384, 0x1A).Memory("DIMM_B1", "BANK 1", 16384, 0x1A).End().Bytes;
        var report = LinuxProbeTests.Probe(FixtureMachine.Of("").With(Table, table[..150]));
        Assert.Multiple(() =>
        {
            Assert.That(report.Memory.Modules.Single().Slot.Value, Is.EqualTo("DIMM_A1"));
            Assert.That(report.Diagnostics.Single().Code, Is.EqualTo("RB6005"));
        });
    }
}
