using Extraction.Ocr.Models;

namespace Extraction.Ocr.Tests.Models;

public sealed class ModelInstallerTests : IDisposable
{
    private readonly string scratch = Directory.CreateTempSubdirectory("extraction-ocr-tests-").FullName;

    private string Source => Directory.CreateDirectory(Path.Combine(scratch, "source")).FullName;

    private ModelFolder Target => new(Path.Combine(scratch, "target"));

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    [Fact]
    public async Task Other_bytes_than_the_pinned_ones_are_refused_and_not_put_in_place()
    {
        foreach (ModelFile file in ModelFile.All) File.WriteAllText(Path.Combine(Source, file.Name), "no model");

        var error = await Assert.ThrowsAsync<ModelInstallException>(() => new ModelInstaller(Target).InstallAsync(Source, default));

        Assert.Contains("SHA-256", error.Message, StringComparison.Ordinal);
        Assert.All(ModelFile.All, file => Assert.Equal(ModelState.Missing, Target.StateOf(file)));
    }

    [Fact]
    public async Task A_folder_without_the_files_is_named_with_what_it_lacks()
    {
        var error = await Assert.ThrowsAsync<ModelInstallException>(() => new ModelInstaller(Target).InstallAsync(Source, default));

        Assert.Contains(ModelFile.Detection.Name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_said_so()
    {
        var error = await Assert.ThrowsAsync<ModelInstallException>(() => new ModelInstaller(Target).InstallAsync(Path.Combine(scratch, "nowhere.tgz"), default));

        Assert.Contains("nowhere.tgz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_package_is_a_typed_failure()
    {
        string file = Path.Combine(scratch, "models.tgz");
        File.WriteAllText(file, "not packed");

        await Assert.ThrowsAsync<ModelInstallException>(() => new ModelInstaller(Target).InstallAsync(file, default));
    }

    [Fact]
    public async Task A_target_that_cannot_be_written_is_a_typed_failure()
    {
        File.WriteAllText(Path.Combine(scratch, "file"), "");

        await Assert.ThrowsAsync<ModelInstallException>(() => new ModelInstaller(new ModelFolder(Path.Combine(scratch, "file", "below"))).InstallAsync(Source, default));
    }

    [SkippableFact]
    public async Task An_installation_takes_up_where_another_one_ended()
    {
        Needed.Models();
        await new ModelInstaller(Target).InstallAsync(ModelFolder.Default().Path, default);
        File.WriteAllText(Target.PathOf(ModelFile.Direction), "cut off");
        File.Delete(Target.PathOf(ModelFile.Keys));

        IReadOnlyList<ModelFile> installed = await new ModelInstaller(Target).InstallAsync(ModelFolder.Default().Path, default);

        Assert.Equal([ModelFile.Direction, ModelFile.Keys], installed);
        Assert.All(ModelFile.All, file => Assert.Equal(ModelState.Intact, Target.StateOf(file)));
        Assert.Equal(4, Directory.EnumerateFileSystemEntries(Target.Path).Count());
    }
}
