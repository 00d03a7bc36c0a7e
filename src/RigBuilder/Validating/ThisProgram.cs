using RigBuilder.Validation.Child;

namespace RigBuilder.Cli.Validating;

/// <summary>How this program starts itself as the inference process: by its own executable, or by dotnet where it runs as a library.</summary>
internal static class ThisProgram
{
    public static IInferenceLauncher Launcher(string programFolder)
    {
        var executable = Path.Combine(programFolder, OperatingSystem.IsWindows() ? "rigbuilder.exe" : "rigbuilder");
        if (File.Exists(executable)) return new InferenceProgram(executable, InferenceChildCommand.Name);
        var library = Path.Combine(programFolder, "rigbuilder.dll");
        return new InferenceProgram("dotnet", library, InferenceChildCommand.Name);
    }
}
