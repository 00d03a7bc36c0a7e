using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("RigBuilder.Machine.Tests")]
