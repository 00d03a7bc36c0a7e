namespace RigBuilder.Machine.Tests.HardwareInfo;

/// <summary>Programs that are found before the machine's own while this object lives.</summary>
internal sealed class FakeTools : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rigbuilder-tools-").FullName;
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");

    public FakeTools(params (string Name, string Script)[] tools)
    {
        foreach (var (name, script) in tools)
        {
            var path = Path.Combine(_folder, name);
            File.WriteAllText(path, script);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Environment.SetEnvironmentVariable("PATH", $"{_folder}{Path.PathSeparator}{_path}");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        Directory.Delete(_folder, true);
    }
}
