using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Smbios;

namespace RigBuilder.Machine.Tests;

/// <summary>The raw SMBIOS parser.</summary>
public sealed class SmbiosTests
{
    private static MachineReport Read(byte[] table) => SmbiosReport.Read(table, "DMI");

    [Test]
    public void Table_WithBoardAndTwoModules_IsReadInFull()
    {
        var report = Read(new SmbiosBuilder().Bios("AMI", "F35", "01/02/2024").Board("ASRock", "X570 Taichi").Chassis(3)
            .Memory("DIMM 0", "P0 CHANNEL A", 0, 0x02)
            .Memory("DIMM 1", "P0 CHANNEL A", 32768, 0x22, rated: 6000, configured: 5600)
            .Memory("DIMM 1", "P0 CHANNEL B", 32768, 0x22, rated: 6000, configured: 5600).End().Bytes);
        Assert.Multiple(() =>
        {
            Assert.That(report.Diagnostics, Is.Empty);
            Assert.That(report.Board.Name.Value, Is.EqualTo("X570 Taichi"));
            Assert.That(report.Board.Bios.Value, Is.EqualTo("AMI F35 01/02/2024"));
            Assert.That(report.Board.Portable.Value, Is.False);
            Assert.That(report.Memory.Slots.Value, Is.EqualTo(3));
            Assert.That(report.Memory.Modules, Has.Length.EqualTo(2));
            Assert.That(report.Memory.Installed.Value, Is.EqualTo(Bytes.FromGiB(64)));
            Assert.That(report.Memory.ChannelsPopulated.Value, Is.EqualTo(2));
            Assert.That(report.Memory.Modules[0].Type.Value, Is.EqualTo(MemoryType.Ddr5));
            Assert.That(report.Memory.Modules[0].RatedSpeed.Value.MegaTransfers, Is.EqualTo(6000));
            Assert.That(report.Memory.Modules[0].ConfiguredSpeed.Value.MegaTransfers, Is.EqualTo(5600));
            Assert.That(report.Memory.Modules[0].Registered.Value, Is.False);
            Assert.That(report.Memory.Modules[0].RatedSpeed.Source, Is.EqualTo("DMI type 17"));
        });
    }

    [TestCase(16384u, 16.0)]
    [TestCase(0x7FFEu, 31.998046875)]
    [TestCase(0x7FFFu, 31.9990234375)]
    [TestCase(131072u, 128.0)]
    public void Size_AroundTheExtendedField_IsExact(uint mebibytes, double gib)
    {
        var report = Read(new SmbiosBuilder().Memory("A", "B", mebibytes, 0x1A).End().Bytes);
        Assert.That(report.Memory.Modules.Single().Size.Value.GiB, Is.EqualTo(gib));
    }

    [Test]
    public void Speed_UnknownOrExtended_IsUnknownOrTakenFromThere()
    {
        var report = Read(new SmbiosBuilder().Memory("A", "B", 1024, 0x22, rated: 0xFFFF, extendedRated: 70_000).Memory("C", "D", 1024, 0x22).End().Bytes);
        Assert.Multiple(() =>
        {
            Assert.That(report.Memory.Modules[0].RatedSpeed.Value.MegaTransfers, Is.EqualTo(70_000));
            Assert.That(report.Memory.Modules[1].RatedSpeed.IsKnown, Is.False);
        });
    }

    [Test]
    public void Module_OfUnknownType_KeepsTypeUnknown()
    {
        var module = Read(new SmbiosBuilder().Memory("A", "B", 1024, 0x02, part: "  To Be Filled By O.E.M. ").End().Bytes).Memory.Modules.Single();
        Assert.Multiple(() =>
        {
            Assert.That(module.TypeName.IsKnown, Is.False);
            Assert.That(module.Type.IsKnown, Is.False);
            Assert.That(module.PartNumber.IsKnown, Is.False);
        });
    }

    [Test]
    public void Table_CutAnywhere_KeepsWhatPrecedesAndSaysSo()
    {
        var whole = new SmbiosBuilder().Board("ASRock", "X570 Taichi").Memory("A", "B", 8192, 0x1A).End().Bytes;
        for (var length = 1; length < whole.Length; length++)
        {
            var report = Read(whole[..length]);
            Assert.That(report.Memory.Modules, Has.Length.LessThanOrEqualTo(1));
            // A cut exactly between two structures cannot be seen, except that the end marker is missing.
            if (report.Diagnostics.IsEmpty) Assert.That(report.Board.Name.Value, Is.EqualTo("X570 Taichi"), $"{length}");
        }

        Assert.That(Read(whole[..20]).Diagnostics.Single().Code, Is.EqualTo("RB6005"));
    }

    [RandomCases(2000)]
    public void Table_OfRandomBytes_NeverThrows(byte[] bytes) => Assert.That(() => Read(bytes), Throws.Nothing);

    [RandomCases(1000)]
    public void Table_WithFlippedBytes_NeverThrows(int at, byte value, int at2, byte value2)
    {
        var table = new SmbiosBuilder().Bios("AMI", "1", "2").Memory("DIMM_A1", "BANK 0", 16384, 0x1A, 3200, 3200).Memory("DIMM_B1", "BANK 1", 65536, 0x22).End().Bytes;
        table[(at & int.MaxValue) % table.Length] = value;
        table[(at2 & int.MaxValue) % table.Length] = value2;
        Assert.That(() => Read(table), Throws.Nothing);
    }

    [TestCase("ChannelA-DIMM0", "BANK 0", "/A")]
    [TestCase("Controller1-ChannelB-DIMM0", "BANK 2", "CONTROLLER1/B")]
    [TestCase("DIMM 1", "P0 CHANNEL A", "P0/A")]
    [TestCase("DIMM_A2", "BANK 1", "/A")]
    [TestCase("DIMMB1", "BANK 1", "/B")]
    [TestCase("CPU1_DIMM_C1", "NODE 1", "CPU1/C")]
    [TestCase("A1_DIMM0", "A1_BANK0", "/A")]
    [TestCase("P1-DIMMC1", "P1_Node0_Channel2_Dimm0", "P1/2")]
    [TestCase("Node 0 Channel 1 Dimm 0", "", "NODE0/1")]
    [TestCase("DIMM 0", "BANK 0", null)]
    [TestCase("Motherboard", "BANK 3", null)]
    [TestCase("DIMM1", "", null)]
    [TestCase("", "", null)]
    public void Channel_OfSlotName_IsReadOnlyWhereItIsSpelledOut(string slot, string bank, string? channel)
    {
        var module = new MemoryModule { Slot = Reading.OfText(slot, "t"), Bank = Reading.OfText(bank, "t") };
        Assert.That(Channels.Channel(module), Is.EqualTo(channel));
    }

    [Test]
    public void Channels_OneNamelessModule_MakesTheCountUnknown()
    {
        var named = new MemoryModule { Slot = Reading.Of("DIMM_A1", "t") };
        var nameless = new MemoryModule { Slot = Reading.Of("DIMM 3", "t") };
        Assert.Multiple(() =>
        {
            Assert.That(Channels.Populated([named, named with { Slot = Reading.Of("DIMM_B1", "t") }]).Value, Is.EqualTo(2));
            Assert.That(Channels.Populated([named, nameless]).IsKnown, Is.False);
            Assert.That(Channels.Populated([named with { DataWidth = Reading.Of(16, "t") }]).IsKnown, Is.False, "LPDDR packages share channels");
        });
    }
}
