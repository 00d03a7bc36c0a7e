using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Prediction.Systems;
using RigBuilder.Rules.Facts;

namespace RigBuilder.Rules.Tests.Facts;

/// <summary>Where cards, cables and drives go. Parts of the shipped catalog, with the figures that matter set here.</summary>
public class PlacesTests
{
    private static readonly Gpu Card = Repository.Catalog.Gpus.Find("rtx-3090")! with { Slots = 3, Pcie = new PcieLink(4, 16) };

    /// <summary>Long slots at 1, 4 and 7; the first two share the CPU's lanes, the third has four of the chipset.</summary>
    private static readonly Motherboard Board = Repository.Catalog.Motherboards.Find("asrock-x570-taichi")! with
    {
        PcieSlots = [new PcieSlot(16, 4, 16, 1, true, 8, 4), new PcieSlot(16, 4, 8, 4), new PcieSlot(1, 4, 1, 3), new PcieSlot(16, 4, 4, 7, false)],
    };

    private static readonly PcCase Case = Repository.Catalog.Cases.Find("fractal-design-torrent")! with { ExpansionSlots = 9 };

    [TestCase(1, "1:x16")]
    [TestCase(2, "1:x8 4:x8")]
    [TestCase(3, "1:x8 4:x8 7:x4")]
    [TestCase(4, "1:x8 4:x8 7:x4 none")]
    public void Cards_OfThreeSlots_TakeTheBestSlotsTopDown(int cards, string seats) =>
        Assert.That(Describe(new Rig { Gpus = [.. Enumerable.Repeat(Card, cards)], Motherboard = Board, Case = Case }), Is.EqualTo(seats));

    [Test]
    public void Cards_WithoutRoomBetween_AreMovedApartOrMarked()
    {
        var thick = Card with { Slots = 3.5 };
        Assert.That(Describe(new Rig { Gpus = [thick, thick], Motherboard = Board, Case = Case with { ExpansionSlots = 12 - 1 } }), Is.EqualTo("1:x16 7:x4"), "the first moves away from the second");
        Assert.That(Describe(new Rig { Gpus = [thick, thick, thick], Motherboard = Board, Case = Case with { ExpansionSlots = 11 } }), Is.EqualTo("1:x8! 4:x8! 7:x4"));
    }

    [Test]
    public void LastCard_BelowTheCasesOpenings_IsMarked() =>
        Assert.That(Describe(new Rig { Gpus = [Card, Card, Card], Motherboard = Board, Case = Case with { ExpansionSlots = 8 } }), Is.EqualTo("1:x8 4:x8 7:x4!"));

    [Test]
    public void Cards_InAnOpenFrame_CountByTheirHeightsOnly() =>
        Assert.That(Describe(new Rig { Gpus = [Card with { Slots = 3.5 }, Card with { Slots = 3.5 }], Motherboard = Board, Case = Case with { ExpansionSlots = 12 } }), Is.EqualTo("1:x8 4:x8"));

    [Test]
    public void CardOfUnknownHeight_HasAnUnknownFit() =>
        Assert.That(SlotAssignment.Of(new Rig { Gpus = [Card with { Slots = null }], Motherboard = Board })[0]!.SpaceOk, Is.Null);

    [Test]
    public void Link_OfAnOldProcessor_IsItsGeneration()
    {
        var cpu = Repository.Catalog.Cpus.Find("ryzen-9-5900x")! with { Pcie = new PcieLanes(3, 24) };
        Assert.That(SlotAssignment.Of(new Rig { Gpus = [Card], Motherboard = Board, Cpu = cpu })[0]!.Link, Is.EqualTo(new PcieLink(3, 16)));
    }

    [Test]
    public void IntegratedGpuAndRigWithoutBoard_HaveNoSeats()
    {
        Assert.That(SlotAssignment.Of(new Rig { Gpus = [Card with { Integrated = true }, Card], Motherboard = Board }).Select(s => s?.Slot?.Position), Is.EqualTo(new int?[] { null, 1 }));
        Assert.That(SlotAssignment.Of(new Rig { Gpus = [Card] }).Single(), Is.Null);
    }

    [TestCase("pcie-8", 2, 4, 0, "4/0 adapters 0")]
    [TestCase("16", 2, 8, 0, "6/0 adapters 2", TestName = "two 450 W cards by adapters of three plugs")]
    [TestCase("16", 2, 8, 1, "3/1 adapters 1")]
    [TestCase("16", 2, 8, 2, "0/2 adapters 0")]
    public void Cabling_OfTwoCards_CountsPlugsAndAdapters(string input, int cards, int eights, int sixteens, string expected)
    {
        var card = Card with
        {
            BoardPower = Domain.Units.Watts.FromValue(450),
            Connectors = input == "16" ? [new ConnectorCount(PowerConnector.TwelveVhpwr, 1)] : [new ConnectorCount(PowerConnector.Pcie8Pin, 2)],
        };
        var psu = Repository.Catalog.Psus.Items[0] with { Connectors = [new ConnectorCount(PowerConnector.Pcie8Pin, eights), new ConnectorCount(PowerConnector.TwelveVhpwr, sixteens), new ConnectorCount(PowerConnector.Eps8Pin, 2)] };
        var cabling = Cabling.Of(new Rig { Gpus = [.. Enumerable.Repeat(card, cards)], Psu = psu });
        Assert.That($"{cabling.EightPinNeeded}/{Math.Min(sixteens, cabling.SixteenPinNeeded)} adapters {cabling.Adapters}", Is.EqualTo(expected));
    }

    [TestCase(1, 2)]
    [TestCase(2, 0)]
    public void Cabling_OfAServerCard_TakesTwoPlugsWhenNoEpsIsSpare(int eps, int eightPins)
    {
        var card = Card with { Connectors = [new ConnectorCount(PowerConnector.Eps8Pin, 1)] };
        var psu = Repository.Catalog.Psus.Items[0] with { Connectors = [new ConnectorCount(PowerConnector.Eps8Pin, eps)] };
        Assert.That(Cabling.Of(new Rig { Gpus = [card], Psu = psu, Motherboard = Board with { EpsConnectors = 1 } }).EightPinNeeded, Is.EqualTo(eightPins));
    }

    [Test]
    public void Drives_OfSeveralSpeeds_GetTheirSockets()
    {
        var fast = Repository.Catalog.Ssds.Find("samsung-990-pro-2tb")!;
        var slow = Repository.Catalog.Ssds.Find("samsung-970-evo-plus-1tb")!;
        var sata = Repository.Catalog.Ssds.Find("samsung-870-evo-1tb")!;
        var board = Board with { M2Slots = [new M2Slot(3, 4), new M2Slot(4, 4, true)], SataPorts = 1 };
        var drives = DriveAssignment.Of(new Rig { Ssds = [slow, fast, sata, fast, sata], Motherboard = board });
        Assert.That(drives.Select(d => $"{d.Link} {d.HasPlace}"), Is.EqualTo(new[] { " False", "PCIe 4.0 x4 True", " True", "PCIe 3.0 x4 True", " False" }));
    }

    private static string Describe(Rig rig) => string.Join(' ', SlotAssignment.Of(rig).Select(s =>
        s?.Slot is { } slot ? $"{slot.Position}:x{s.Link!.Value.Lanes}{(s.SpaceOk == false ? "!" : "")}" : "none"));
}
