using System.Globalization;
using System.Text.RegularExpressions;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>RAM by its figures, where no kit is named: "2x32 GB DDR5-5600", "8x64 GB DDR5-4800 RDIMM", "128 GB LPDDR5X-8000".</summary>
public static partial class MemoryFigures
{
    private const int MostModules = 64;
    private const double MostGiB = 2048;

    /// <summary>Soldered memory has no modules; as many packages as any processor has channels.</summary>
    private const int Soldered = 16;

    /// <summary>
    /// The kit of a text. RAM is sold in binary sizes, so GB means GiB; a size without a number of modules is taken for two of half of
    /// it, and the kit's name says so.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="kit">The kit when the text is of this form and within what is built.</param>
    /// <param name="problem">What is wrong with a text that is of this form; null for any other text.</param>
    public static bool TryRead(string text, out MemoryKit? kit, out string? problem)
    {
        (kit, problem) = (null, null);
        if (text.Length > 100) return false;
        var (technology, size) = (Technology().Match(text), Size().Match(text));
        if (!technology.Success || !size.Success) return false;
        if (!Enum.TryParse<MemoryType>((technology.Groups["lp"].Success ? "Lpddr" : "Ddr") + technology.Groups["gen"].Value, out var type)) return false;
        var speed = Number(technology.Groups["speed"].Value);
        var modules = size.Groups["count"].Success ? (int)Math.Min(1e6, Number(size.Groups["count"].Value)) : 0;
        var gib = Number(size.Groups["size"].Value) * (size.Groups["unit"].Value.StartsWith('T') ? 1024 : 1);
        var assumed = modules == 0;
        if (assumed) (modules, gib) = type is MemoryType.Lpddr4 or MemoryType.Lpddr5 ? (Soldered, gib / Soldered) : (2, gib / 2);
        problem = speed is < 400 or > 20_000 ? $"'{text}': {speed:0} MT/s is no speed of memory modules; write for example DDR5-5600"
            : modules > MostModules ? $"'{text}': no machine takes {modules} modules"
            : gib <= 0 || gib > MostGiB ? string.Create(CultureInfo.InvariantCulture, $"'{text}': a module of {gib:0.##} GiB is not built")
            : null;
        if (problem is not null) return false;
        kit = Kit(type, modules, Bytes.FromGiB(gib), speed, Registered().IsMatch(text), text.Contains("ECC", StringComparison.OrdinalIgnoreCase), assumed);
        return true;
    }

    /// <summary>A kit by its figures.</summary>
    /// <param name="type">Technology.</param>
    /// <param name="modules">Number of modules, 1 or more.</param>
    /// <param name="size">Size of one.</param>
    /// <param name="speed">Data rate in MT/s.</param>
    /// <param name="registered">Whether they are registered.</param>
    /// <param name="ecc">Whether they carry ECC bits.</param>
    /// <param name="assumed">Whether the number of modules was not told.</param>
    public static MemoryKit Kit(MemoryType type, int modules, Bytes size, double speed, bool registered = false, bool ecc = false, bool assumed = false)
    {
        var name = type is MemoryType.Lpddr4 or MemoryType.Lpddr5
            ? string.Create(CultureInfo.InvariantCulture, $"{size.GiB * modules:0.##} GiB {type.ToString().ToUpperInvariant()}-{speed:0}, soldered")
            : string.Create(CultureInfo.InvariantCulture, $"{modules} x {size.GiB:0.##} GiB {type.ToString().ToUpperInvariant()}-{speed:0}{(registered ? " RDIMM" : "")}{(assumed ? " (two modules assumed)" : "")}");
        return new MemoryKit
        {
            Id = name,
            Name = name,
            Type = type,
            Modules = modules,
            ModuleSize = size,
            Speed = TransferRate.FromMegaTransfers(speed),
            Registered = registered,
            Ecc = ecc || registered,
        };
    }

    private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<lp>LP)?DDR(?<gen>[345])X?[-\s]+(?<speed>[0-9]{3,5})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Technology();

    [GeneratedRegex(@"(?:\b(?<count>[0-9]{1,6})\s*[x×*]\s*|\b)(?<size>[0-9]{1,5}(?:\.[0-9]{1,3})?)\s*(?<unit>GiB|GB|TB|TiB)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    [GeneratedRegex(@"\b(RDIMM|LRDIMM|registered|REG)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Registered();
}
