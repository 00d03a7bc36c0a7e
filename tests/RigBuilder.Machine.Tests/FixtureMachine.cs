using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RigBuilder.Machine.Ports;

namespace RigBuilder.Machine.Tests;

/// <summary>
/// A recorded machine: files, links and tool outputs in one text. Sections begin with "=== file PATH", "=== hex PATH",
/// "=== link PATH -> TARGET" or "=== tool NAME ENDING [ARGUMENT]", where ENDING is an exit code, "timeout" or "flood" and the
/// optional argument restricts the section to calls that have it.
/// </summary>
internal sealed class FixtureMachine : ISystemFiles, IProcessRunner
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);
    private readonly List<(string Tool, string Ending, string? Argument, string Output)> _tools = [];

    public static string FixtureFolder { get; } = Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures");

    public static FixtureMachine Load(string name) => Of(File.ReadAllText(Path.Combine(FixtureFolder, name + ".txt")));

    public static FixtureMachine Of(string text)
    {
        var machine = new FixtureMachine();
        foreach (var section in ("\n" + text.ReplaceLineEndings("\n")).Split("\n=== ").Skip(1))
        {
            var end = section.IndexOf('\n', StringComparison.Ordinal);
            var head = (end < 0 ? section : section[..end]).Split(' ', 3);
            var body = end < 0 ? "" : section[(end + 1)..];
            switch (head[0])
            {
                case "file": machine.With(head[1], body); break;
                case "hex": machine._files[head[1]] = Convert.FromHexString(new string([.. body.Where(char.IsAsciiHexDigit)])); break;
                case "link": machine._links[head[1]] = head[2][3..]; break;
                case "tool":
                    var rest = head[2].Split(' ', 2);
                    machine._tools.Add((head[1], rest[0], rest.Length > 1 ? rest[1] : null, body));
                    break;
                default: throw new FormatException($"unknown section '{head[0]}'");
            }
        }

        return machine;
    }

    public FixtureMachine With(string path, string text)
    {
        _files[path] = Encoding.UTF8.GetBytes(text);
        return this;
    }

    public FixtureMachine With(string path, byte[] bytes)
    {
        _files[path] = bytes;
        return this;
    }

    public string? ReadText(string path) => ReadBytes(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public byte[]? ReadBytes(string path) => _files.GetValueOrDefault(Follow(path));

    public ImmutableArray<string> List(string folder)
    {
        var prefix = Follow(folder).TrimEnd('/') + "/";
        return [.. _files.Keys.Concat(_links.Keys).Where(p => p.StartsWith(prefix, StringComparison.Ordinal))
            .Select(p => p[prefix.Length..].Split('/')[0]).Distinct().Order(StringComparer.Ordinal)];
    }

    public string? ResolveLink(string path) => _links.GetValueOrDefault(path);

    public bool Exists(string path) => _files.ContainsKey(Follow(path));

    public Task<ToolRun> RunAsync(ToolCall call, CancellationToken cancellation)
    {
        foreach (var (tool, ending, argument, output) in _tools)
        {
            if (tool != call.Tool || (argument is not null && !call.Arguments.Any(a => a.Contains(argument, StringComparison.Ordinal)))) continue;
            return Task.FromResult(ending switch
            {
                "timeout" => new ToolRun(ToolEnding.TimedOut, -1, output, ""),
                "flood" => new ToolRun(ToolEnding.Flooded, -1, output, ""),
                _ => new ToolRun(ToolEnding.Exited, int.Parse(ending, CultureInfo.InvariantCulture), output, ""),
            });
        }

        return Task.FromResult(ToolRun.Absent);
    }

    // The links of a recording are those of devices; what lies below them is recorded under the short path.
    private static string Follow(string path) => path;
}
