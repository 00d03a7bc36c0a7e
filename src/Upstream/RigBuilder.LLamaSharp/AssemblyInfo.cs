using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("RigBuilder.LlamaCpp.Tests")]
[assembly: InternalsVisibleTo("RigBuilder.Validation.Tests")]
