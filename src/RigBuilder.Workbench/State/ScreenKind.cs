namespace RigBuilder.Workbench.State;

/// <summary>The screens, in the order of the tab bar.</summary>
public enum ScreenKind
{
    /// <summary>What the rig is for.</summary>
    Quest,

    /// <summary>Which parts it has.</summary>
    Bench,

    /// <summary>Two rigs side by side.</summary>
    Compare,

    /// <summary>Rules and catalog entries.</summary>
    Codex,

    /// <summary>Validation on the current machine.</summary>
    Arena,
}
