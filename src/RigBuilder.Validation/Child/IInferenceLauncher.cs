namespace RigBuilder.Validation.Child;

/// <summary>Starts inference processes.</summary>
public interface IInferenceLauncher
{
    /// <summary>Starts one.</summary>
    Attempt<IInferenceProcess> Start();
}
