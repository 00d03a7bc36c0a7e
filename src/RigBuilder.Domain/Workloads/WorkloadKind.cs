namespace RigBuilder.Domain.Workloads;

/// <summary>What is done with the model.</summary>
public enum WorkloadKind
{
    /// <summary>Generating text.</summary>
    Inference,

    /// <summary>Fine-tuning adapters on 16-bit weights.</summary>
    Lora,

    /// <summary>Fine-tuning adapters on 4-bit weights.</summary>
    Qlora,

    /// <summary>Fine-tuning all weights.</summary>
    FullFineTune,
}
