namespace RigBuilder.Machine.Reports;

/// <summary>Operating system.</summary>
public sealed record OsReport
{
    /// <summary>Name and version, "Debian GNU/Linux 12 (bookworm)".</summary>
    public Reading<string> Name { get; init; }

    /// <summary>Kernel version or build.</summary>
    public Reading<string> Kernel { get; init; }

    /// <summary>What the machine is virtualised by ("KVM", "VMware", "WSL 2"); unknown on bare metal too, where nothing says so.</summary>
    public Reading<string> Virtualisation { get; init; }
}
