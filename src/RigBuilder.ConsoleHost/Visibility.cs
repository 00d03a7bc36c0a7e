[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("RigBuilder.ConsoleHost.Tests")]
