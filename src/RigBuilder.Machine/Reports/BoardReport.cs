namespace RigBuilder.Machine.Reports;

/// <summary>Mainboard, firmware and chassis.</summary>
public sealed record BoardReport
{
    /// <summary>Maker of the board.</summary>
    public Reading<string> Vendor { get; init; }

    /// <summary>Name of the board.</summary>
    public Reading<string> Name { get; init; }

    /// <summary>Maker and product name of a complete machine, "LENOVO ThinkStation P620".</summary>
    public Reading<string> System { get; init; }

    /// <summary>Firmware: maker, version and date.</summary>
    public Reading<string> Bios { get; init; }

    /// <summary>Whether the chassis is a portable one (laptop, convertible, tablet).</summary>
    public Reading<bool> Portable { get; init; }
}
