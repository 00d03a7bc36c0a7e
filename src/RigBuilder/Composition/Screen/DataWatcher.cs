namespace RigBuilder.Cli.Composition.Screen;

/// <summary>Tells when a file of the data folders changed, once per burst of changes.</summary>
internal sealed class DataWatcher : IDisposable
{
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(250);

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly ITimer _timer;

    public DataWatcher(IEnumerable<string> folders, TimeProvider time, Action changed)
    {
        _timer = time.CreateTimer(_ => changed(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var folder in folders.Where(Directory.Exists))
        {
            try
            {
                _watchers.Add(Watch(folder));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Out of watches: reloading by key still works.
            }
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
        _timer.Dispose();
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, Filters = { "*.yaml", "*.json" } };
        void Touched(object sender, FileSystemEventArgs arguments) => _timer.Change(Calm, Timeout.InfiniteTimeSpan);
        watcher.Changed += Touched;
        watcher.Created += Touched;
        watcher.Deleted += Touched;
        watcher.Renamed += (sender, arguments) => Touched(sender, arguments);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
