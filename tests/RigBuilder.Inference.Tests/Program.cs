using RigBuilder.Inference;

// The test assembly started as a program is the inference process of its own tests.
return args is ["inference-child"] ? LLamaSharpChild.Run(Console.In, Console.Out, () => Environment.Exit(9)) : 64;
