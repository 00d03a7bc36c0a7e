using System.Globalization;
using System.Text;

namespace RigBuilder.Fit.Reports;

/// <summary>Predicted against measured generation speed of left-out cards, as an SVG with logarithmic axes.</summary>
internal static class ErrorPlot
{
    private const double Size = 640, Margin = 60, Least = 1, Most = 1000;

    /// <summary>The picture.</summary>
    public static string Of(FittedSpeed speed)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Size} {Size}\" font-family=\"sans-serif\" font-size=\"13\">\n")
            .Append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        foreach (var tick in (double[])[1, 3, 10, 30, 100, 300, 1000])
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(tick):0.#} {Y(Least):0.#}V{Y(Most):0.#}M{X(Least):0.#} {Y(tick):0.#}H{X(Most):0.#}\" stroke=\"#ddd\"/>\n")
                .Append(CultureInfo.InvariantCulture, $"<text x=\"{X(tick):0.#}\" y=\"{Size - Margin + 18}\" text-anchor=\"middle\">{tick}</text><text x=\"{Margin - 8}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\">{tick}</text>\n");
        }

        foreach (var (factor, style) in ((double, string)[])[(1, "#333"), (1.25, "#999"), (0.8, "#999")])
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(Least):0.#} {Y(Least * factor):0.#}L{X(Most):0.#} {Y(Most * factor):0.#}\" stroke=\"{style}\" stroke-dasharray=\"{(factor == 1 ? "none" : "4 4")}\"/>\n");
        for (var i = 0; i < speed.Rows.Count; i++)
        {
            var measured = speed.Rows[i].Measurement.Speed;
            var predicted = measured * Math.Exp(-speed.Honest[i]);
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(measured):0.#}\" cy=\"{Y(predicted):0.#}\" r=\"3\" fill=\"{Colour(speed.Rows[i].Measurement.Backend)}\" fill-opacity=\"0.5\"/>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Size / 2}\" y=\"{Size - 14}\" text-anchor=\"middle\">measured tokens per second</text>\n")
            .Append(CultureInfo.InvariantCulture, $"<text transform=\"translate(18 {Size / 2}) rotate(-90)\" text-anchor=\"middle\">predicted, card left out of the fit</text>\n")
            .Append("<text x=\"70\" y=\"40\" fill=\"#3a7d2c\">CUDA</text><text x=\"120\" y=\"40\" fill=\"#b3261e\">ROCm</text><text x=\"175\" y=\"40\" fill=\"#1f5fb4\">Vulkan</text><text x=\"235\" y=\"40\">dashed: 25 % off</text>\n</svg>\n");
        return svg.ToString();
    }

    private static string Colour(string backend) => backend switch
    {
        "cuda" => "#3a7d2c",
        "rocm" => "#b3261e",
        "vulkan" => "#1f5fb4",
        _ => "#777",
    };

    private static double X(double value) => Margin + (Part(value) * (Size - (2 * Margin)));

    private static double Y(double value) => Size - Margin - (Part(value) * (Size - (2 * Margin)));

    private static double Part(double value) => Math.Log(Math.Clamp(value, Least * 0.8, Most * 1.25) / Least) / Math.Log(Most / Least);
}
