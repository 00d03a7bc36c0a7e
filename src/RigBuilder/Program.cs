using RigBuilder.Cli;

return await CommandLine.RunAsync(args, CliEnvironment.OfThisProcess());
