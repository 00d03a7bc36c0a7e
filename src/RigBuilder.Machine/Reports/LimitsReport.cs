using RigBuilder.Domain.Units;

namespace RigBuilder.Machine.Reports;

/// <summary>Limits that keep the program from using the whole machine.</summary>
public sealed record LimitsReport
{
    /// <summary>Kind of container ("docker", "podman", "lxc"); unknown outside one.</summary>
    public Reading<string> Container { get; init; }

    /// <summary>Most memory the control group may use; unknown when there is no limit.</summary>
    public Reading<Bytes> Memory { get; init; }

    /// <summary>CPU time the control group may use, in processors (1.5 = one and a half); unknown when there is no limit.</summary>
    public Reading<double> Cpus { get; init; }

    /// <summary>Hardware threads the process may run on.</summary>
    public Reading<int> AllowedThreads { get; init; }
}
