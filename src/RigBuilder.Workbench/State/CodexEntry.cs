namespace RigBuilder.Workbench.State;

/// <summary>Something to look up: a rule or a catalog entry.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Group">"Rules", "GPUs", "Models" …</param>
/// <param name="Title">Its name.</param>
/// <param name="Text">What there is to say, a paragraph a line: what, why, source, tests.</param>
/// <param name="Location">Where it is written, for an editor; null when not known.</param>
public sealed record CodexEntry(string Id, string Group, string Title, ImmutableArray<string> Text, SourceLocation? Location)
{
    /// <summary>The group of the rules.</summary>
    public const string Rules = "Rules";

    /// <summary>Makes the text when it is read instead, so that a thousand entries cost nothing at the start; null for <see cref="Text"/>.</summary>
    public Func<ImmutableArray<string>>? Written { get; init; }

    /// <summary>What there is to say.</summary>
    public ImmutableArray<string> Paragraphs => Written?.Invoke() ?? Text;
}
