using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Rules.Facts;

/// <summary>
/// Power connectors that a rig's cards and board need, and how its supply can serve them. A 16-pin input beyond the supply's
/// own 16-pin cables takes an adapter, fed by one PCIe 8-pin per 150 W of the card (the rating of the plug in the PCIe card
/// specification); a card's EPS input beyond the supply's spare EPS cables takes one fed by two. 6-pin inputs are served by the
/// 6+2 plugs of 8-pin cables.
/// </summary>
internal sealed class Cabling
{
    private const double WattsPerPlug = 150;
    private const double HighestSixteenPin = 600;

    private Cabling()
    {
    }

    /// <summary>16-pin inputs of all cards.</summary>
    public int SixteenPinNeeded { get; private init; }

    /// <summary>16-pin inputs that need an adapter.</summary>
    public int Adapters { get; private init; }

    /// <summary>PCIe 8-pin plugs needed, adapters and 6-pin inputs included.</summary>
    public int EightPinNeeded { get; private init; }

    /// <summary>EPS inputs of the board.</summary>
    public int BoardEps { get; private init; }

    /// <summary>EPS inputs of cards.</summary>
    public int CardEps { get; private init; }

    /// <summary>16-pin plugs of the supply; 0 without supply, as the next two.</summary>
    public int SixteenPinOffered { get; private init; }

    /// <summary>PCIe plugs of the supply that serve 8-pin inputs.</summary>
    public int EightPinOffered { get; private init; }

    /// <summary>EPS plugs of the supply.</summary>
    public int EpsOffered { get; private init; }

    /// <summary>The cabling of a rig.</summary>
    public static Cabling Of(Rig rig)
    {
        var (sixteenOffered, eightOffered, epsOffered) = (
            Offered(rig.Psu, PowerConnector.TwelveVhpwr), Offered(rig.Psu, PowerConnector.Pcie8Pin), Offered(rig.Psu, PowerConnector.Eps8Pin));
        var sixteen = new List<double>();
        int eight = 0, six = 0, cardEps = 0;
        foreach (var gpu in rig.Gpus)
        {
            var inputs = Count(gpu, PowerConnector.TwelveVhpwr);
            for (var i = 0; i < inputs; i++) sixteen.Add((gpu.BoardPower?.Value ?? 300) / inputs);
            eight += Count(gpu, PowerConnector.Pcie8Pin);
            six += Count(gpu, PowerConnector.Pcie6Pin);
            cardEps += Count(gpu, PowerConnector.Eps8Pin);
        }

        // The hungriest cards get the supply's own cables, so that adapters take the fewest plugs.
        var adapted = sixteen.OrderDescending().Skip(sixteenOffered).ToArray();
        var boardEps = rig.Motherboard?.EpsConnectors ?? 0;
        var adaptedEps = Math.Max(0, cardEps - Math.Max(0, epsOffered - boardEps));
        return new Cabling
        {
            SixteenPinNeeded = sixteen.Count,
            Adapters = adapted.Length,
            EightPinNeeded = eight + Math.Max(0, six - Offered(rig.Psu, PowerConnector.Pcie6Pin)) + (2 * adaptedEps)
                + adapted.Sum(watts => (int)Math.Ceiling(Math.Min(HighestSixteenPin, watts) / WattsPerPlug)),
            BoardEps = boardEps,
            CardEps = cardEps,
            SixteenPinOffered = sixteenOffered,
            EightPinOffered = eightOffered,
            EpsOffered = epsOffered,
        };
    }

    private static int Count(Gpu gpu, PowerConnector type) => gpu.Connectors.Where(c => c.Type == type).Sum(c => c.Count);

    private static int Offered(Psu? psu, PowerConnector type) => psu?.Connectors.Where(c => c.Type == type).Sum(c => c.Count) ?? 0;
}
