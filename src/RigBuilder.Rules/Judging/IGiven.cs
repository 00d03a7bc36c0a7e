using RigBuilder.Rules.Engine;

namespace RigBuilder.Rules.Judging;

/// <summary>A fact that is read from situations.</summary>
internal interface IGiven
{
    /// <summary>Takes over what a situation says; whether that differs from before.</summary>
    bool Take(Situation situation);
}
