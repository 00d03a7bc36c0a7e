using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("RigBuilder.Workbench.Tests")]
