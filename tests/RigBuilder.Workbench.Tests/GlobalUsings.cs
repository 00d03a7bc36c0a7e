global using System.Collections.Immutable;
global using RigBuilder.Domain.Parts;
global using RigBuilder.Domain.Rigs;
global using RigBuilder.Workbench.Frames;
global using RigBuilder.Workbench.Host;
global using RigBuilder.Workbench.Messages;
global using RigBuilder.Workbench.State;
global using RigBuilder.Workbench.Tests.Fixtures;
