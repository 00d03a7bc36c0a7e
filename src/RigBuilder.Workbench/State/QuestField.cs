namespace RigBuilder.Workbench.State;

/// <summary>The fields of the quest form, from top to bottom.</summary>
public enum QuestField
{
    /// <summary>The model.</summary>
    Model,

    /// <summary>The quantisation.</summary>
    Quant,

    /// <summary>Context length.</summary>
    Context,

    /// <summary>Concurrent users.</summary>
    Users,

    /// <summary>Element type of the cache.</summary>
    Cache,

    /// <summary>Flash attention.</summary>
    FlashAttention,

    /// <summary>Where it should run.</summary>
    RunsOn,

    /// <summary>Inference or fine-tuning.</summary>
    Kind,

    /// <summary>llama.cpp's other settings.</summary>
    Settings,

    /// <summary>Budget.</summary>
    Budget,

    /// <summary>Wished generation speed.</summary>
    Target,
}
