using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("RigBuilder.LlamaCpp.Tests")]
