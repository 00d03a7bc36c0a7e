namespace RigBuilder.Workbench.State;

/// <summary>What a typed answer is for.</summary>
public enum PromptPurpose
{
    /// <summary>File to save the rig to.</summary>
    SaveAs,

    /// <summary>File to export the parts list to.</summary>
    ExportTo,

    /// <summary>File to load a rig from.</summary>
    LoadFrom,

    /// <summary>Name of the rig.</summary>
    RigName,

    /// <summary>Context length.</summary>
    Context,

    /// <summary>Number of users.</summary>
    Users,

    /// <summary>One of llama.cpp's settings.</summary>
    Setting,

    /// <summary>Budget.</summary>
    Budget,

    /// <summary>Wished speed.</summary>
    Target,
}
