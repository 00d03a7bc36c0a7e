using RigBuilder.Workbench.Messages;

namespace RigBuilder.Workbench.Effects;

/// <summary>Does what updates want done outside.</summary>
public interface IEffectRunner
{
    /// <summary>
    /// Does an effect at once or later; answers go to <paramref name="dispatch"/>, which may be called from any thread.
    /// Failures are answers, never exceptions.
    /// </summary>
    void Run(Effect effect, Action<Message> dispatch);
}
