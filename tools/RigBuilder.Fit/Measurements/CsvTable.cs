using System.Text;

namespace RigBuilder.Fit.Measurements;

/// <summary>A comma-separated table with a header line; quoted fields may hold commas and doubled quotes, not line breaks.</summary>
public sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns;
    private readonly List<(int Line, string[] Fields)> _rows = [];

    private CsvTable(string[] header) =>
        _columns = header.Select((name, i) => (name.Trim(), i)).ToDictionary(p => p.Item1, p => p.i, StringComparer.Ordinal);

    /// <summary>Line numbers of the rows, from 2.</summary>
    public IEnumerable<int> Lines => _rows.Select(r => r.Line);

    /// <summary>Reads a table.</summary>
    public static CsvTable Parse(string text)
    {
        var lines = text.Split('\n');
        var table = new CsvTable(Split(lines[0].TrimEnd('\r')));
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length > 0) table._rows.Add((i + 1, Split(line)));
        }

        return table;
    }

    /// <summary>The rows, each as a function from column name to text ("" when the column or field is missing).</summary>
    public IEnumerable<(int Line, Func<string, string> Field)> Rows()
    {
        foreach (var (line, fields) in _rows)
            yield return (line, name => _columns.TryGetValue(name, out var i) && i < fields.Length ? fields[i].Trim() : "");
    }

    private static string[] Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') (_, i) = (field.Append('"'), i + 1);
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) (_, _) = (Flush(fields, field), 0);
            else field.Append(c);
        }

        Flush(fields, field);
        return [.. fields];
    }

    private static int Flush(List<string> fields, StringBuilder field)
    {
        fields.Add(field.ToString());
        field.Clear();
        return fields.Count;
    }
}
