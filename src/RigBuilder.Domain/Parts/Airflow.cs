namespace RigBuilder.Domain.Parts;

/// <summary>How freely air passes through a case, worst first.</summary>
public enum Airflow
{
    /// <summary>Closed front (glass or solid panel).</summary>
    Restricted,

    /// <summary>Side vents or a partly open front.</summary>
    Standard,

    /// <summary>Open mesh front with fans behind it.</summary>
    High,
}
