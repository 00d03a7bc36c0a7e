using System.Collections.Immutable;

namespace RigBuilder.Machine.Ports;

/// <summary>What to run.</summary>
/// <param name="Tool">Bare name, "nvidia-smi"; looked up in known folders and in the absolute folders of PATH.</param>
/// <param name="Arguments">Arguments, passed without a shell.</param>
public sealed record ToolCall(string Tool, params ImmutableArray<string> Arguments)
{
    /// <summary>Longest run; nvidia-smi takes seconds where no persistence daemon runs.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Most characters kept of each output stream; a tool that writes more is killed.</summary>
    public int OutputLimit { get; init; } = 4 * 1024 * 1024;

    /// <summary>As a person would type it.</summary>
    public override string ToString() => string.Join(' ', [Tool, .. Arguments]);
}
