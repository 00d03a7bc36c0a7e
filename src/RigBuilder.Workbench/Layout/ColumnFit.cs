using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Layout;

/// <summary>Widths of a table's columns. Pure.</summary>
public static class ColumnFit
{
    /// <summary>
    /// A width per column, 0 for columns left out, with one blank between columns. Columns of the highest rank go first; the
    /// column that grows takes what is left.
    /// </summary>
    public static ImmutableArray<int> Widths(IReadOnlyList<Column> columns, int available)
    {
        var shown = columns.Select(_ => true).ToArray();
        while (Needed() > available && Dispensable() is var worst and >= 0) shown[worst] = false;
        var spare = available - Needed();
        var widths = ImmutableArray.CreateBuilder<int>(columns.Count);
        for (var i = 0; i < columns.Count; i++)
        {
            if (!shown[i]) widths.Add(0);
            else if (columns[i].Grows) widths.Add(Math.Max(1, columns[i].Width + spare));
            else widths.Add(columns[i].Width);
        }

        return widths.MoveToImmutable();

        int Needed()
        {
            var (sum, count) = (0, 0);
            for (var i = 0; i < columns.Count; i++)
            {
                if (!shown[i]) continue;
                sum += columns[i].Width;
                count++;
            }

            return sum + Math.Max(0, count - 1);
        }

        int Dispensable()
        {
            var worst = -1;
            for (var i = 0; i < columns.Count; i++)
                if (shown[i] && columns[i].Rank > 0 && (worst < 0 || columns[i].Rank >= columns[worst].Rank)) worst = i;
            return worst;
        }
    }
}
