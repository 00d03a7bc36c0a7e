using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>Reads files that are one value: a rule, a rig, a calibration.</summary>
public static class FileReader
{
    /// <summary>Reads a file. Never throws: everything wrong is a diagnostic.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">What it holds.</param>
    /// <param name="family">Decides the codes.</param>
    /// <param name="check">Looks at the value afterwards and reports to the context; runs only when the value could be read.</param>
    /// <typeparam name="T">The type that is read.</typeparam>
    public static FileRead<T> Read<T>(TextFile file, Format<T> format, CodeFamily family, Action<T, ReadContext>? check = null)
        where T : class
    {
        var context = new ReadContext(file, family);
        var parsed = YamlParser.Parse(file);
        context.Take(parsed.Diagnostics);
        T? value = null;
        if (parsed is { IsComplete: true, Root: { } root } && format.TryRead(root, context, out var read))
        {
            value = read;
            check?.Invoke(read, context);
        }

        return new FileRead<T>(context.Errors == 0 ? value : null, context.Diagnostics());
    }
}
