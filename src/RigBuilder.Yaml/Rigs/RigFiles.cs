using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Rigs;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Rigs;

/// <summary>Loads and saves rigs on disk.</summary>
/// <param name="files">Access to the disk.</param>
public sealed class RigFiles(DiskFiles files)
{
    /// <summary>Loads a rig; see <see cref="RigReader.Read"/>.</summary>
    public FileRead<Build> Load(string path, Catalog? catalog = null) =>
        files.Read(path, out var error) is { } file ? RigReader.Read(file, catalog) : new FileRead<Build>(null, error is null ? [] : [error]);

    /// <summary>Saves a rig as a whole or not at all; see <see cref="DiskFiles.Save"/>.</summary>
    /// <returns>Null, or why it could not be saved.</returns>
    public Diagnostic? Save(string path, Build build) => files.Save(path, RigWriter.Write(build));
}
