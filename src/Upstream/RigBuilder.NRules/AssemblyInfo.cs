using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("RigBuilder.Rules.Tests")]
