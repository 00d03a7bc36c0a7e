using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Layout;

/// <summary>Where the parts of a table lie inside its panel: field, headings, rows, footer. Pure.</summary>
/// <param name="Field">Row of the text field; empty without one.</param>
/// <param name="Headings">Row of the headings; empty without them.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Footer">Lines below the rows, a rule above them included; empty without any.</param>
public sealed record TableLayout(Rect Field, Rect Headings, Rect Rows, Rect Footer)
{
    /// <summary>Divides a panel's area (border included).</summary>
    public static TableLayout Of(Rect panel, bool field, bool headings, int footerLines)
    {
        var inner = panel.Inner;
        var (fieldRow, afterField) = inner.SplitTop(field ? 1 : 0);
        var (headingRow, body) = afterField.SplitTop(headings && afterField.Height > 2 ? 1 : 0);
        var footerHeight = footerLines == 0 || body.Height < 4 ? 0 : Math.Min(footerLines + 1, body.Height - 2);
        var (rows, footer) = body.SplitTop(body.Height - footerHeight);
        return new TableLayout(fieldRow, headingRow, rows, footer);
    }

    /// <summary>Divides the area of a table's panel.</summary>
    public static TableLayout Of(Rect panel, PanelContent.Table table) =>
        Of(panel, table.Field is not null, table.Headings, table.Footer.Length);
}
