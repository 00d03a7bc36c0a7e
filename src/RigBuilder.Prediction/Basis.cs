namespace RigBuilder.Prediction;

/// <summary>What a figure rests on, strongest first.</summary>
public enum Basis
{
    /// <summary>Measured on this machine.</summary>
    Measured,

    /// <summary>Fitted on public measurements of this or closely related hardware.</summary>
    Fitted,

    /// <summary>Computed from specifications.</summary>
    Specification,

    /// <summary>A guess: something needed is not known.</summary>
    Guess,
}
