using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Report;

/// <summary>Unit of a compared figure.</summary>
public enum FigureUnit
{
    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Tokens per second.</summary>
    TokensPerSecond,

    /// <summary>Seconds.</summary>
    Seconds,
}
