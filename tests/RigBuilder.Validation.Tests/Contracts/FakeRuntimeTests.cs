using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Contracts;

/// <summary>The fake that protocol tests rest on keeps the contract too.</summary>
public sealed class FakeRuntimeTests : InferenceRuntimeContract
{
    private readonly string _file = Path.GetTempFileName();

    [OneTimeTearDown]
    public void DeleteFile() => File.Delete(_file);

    protected override IInferenceRuntime Runtime() => new FakeRuntime();

    protected override string ModelPath() => _file;
}
