namespace RigBuilder.Fit.Measurements;

/// <summary>Age class of a llama.cpp build; predictions are for the newest.</summary>
public enum BuildEra
{
    /// <summary>2025 and later, or not stated.</summary>
    Recent,

    /// <summary>2024, before most of today's kernels.</summary>
    Year2024,

    /// <summary>2023 and January 2024: before graphs, flash attention and new matrix kernels.</summary>
    Year2023,
}
