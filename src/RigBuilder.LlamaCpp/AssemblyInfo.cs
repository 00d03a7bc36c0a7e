using System.Runtime.CompilerServices;

[assembly: DisableRuntimeMarshalling]
[assembly: InternalsVisibleTo("RigBuilder.LlamaCpp.Tests")]
[assembly: InternalsVisibleTo("RigBuilder.SideBySide")]
