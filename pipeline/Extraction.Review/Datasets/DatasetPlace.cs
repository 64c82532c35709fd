using Extraction.Emission;
using Extraction.Review.Comparing;

namespace Extraction.Review.Datasets;

/// <summary>
/// Where a dataset is: a folder, or <c>git:REV:PATH</c>, a folder as a commit of the repository in the working directory has it.
/// A committed one is copied aside for as long as this lives.
/// </summary>
public sealed class DatasetPlace : IDisposable
{
    private const string GitPrefix = "git:";
    private readonly string folder;
    private readonly bool isCopy;

    private DatasetPlace(string name, string folder, bool isCopy) => (Name, this.folder, this.isCopy) = (name, folder, isCopy);

    /// <summary>As it was asked for.</summary>
    public string Name { get; }

    /// <summary>Finds a dataset.</summary>
    /// <param name="name">A folder or <c>git:REV:PATH</c>.</param>
    /// <param name="workingFolder">What relative folders are relative to, and where the repository is.</param>
    /// <exception cref="DatasetFolderException">There is none: an unknown revision or path, no repository, no git, a file or nothing in place of a folder.</exception>
    public static DatasetPlace Find(string name, string workingFolder)
    {
        if (name.StartsWith(GitPrefix, StringComparison.Ordinal)) return FromGit(name, workingFolder);
        string folder = Path.GetFullPath(name, workingFolder);
        if (File.Exists(folder)) throw new DatasetFolderException(name, "is a file; name the dataset's folder");
        if (!Directory.Exists(folder)) throw new DatasetFolderException(name, "there is no such folder; name a dataset's folder, or git:REV:PATH for a committed one");
        return new DatasetPlace(name, folder, isCopy: false);
    }

    /// <summary>Refuses to compare a dataset with itself, which could only ever say that nothing changed.</summary>
    /// <exception cref="DatasetFolderException">Both are the same folder, or the same path of the same revision.</exception>
    public void RefuseSame(DatasetPlace other)
    {
        bool isSame = isCopy || other.isCopy ? Name == other.Name : Path.TrimEndingDirectorySeparator(folder) == Path.TrimEndingDirectorySeparator(other.folder);
        if (isSame) throw new DatasetFolderException(other.Name, "is BASE and HEAD at once; name the dataset before the change and the one after it");
    }

    /// <summary>Reads the dataset and checks it.</summary>
    /// <exception cref="DatasetFolderException">It is not whole, or of another schema.</exception>
    public ComparedDataset Open()
    {
        try
        {
            return ComparedDataset.Open(folder, Name);
        }
        catch (DatasetFolderException problem) when (isCopy)
        {
            // people know the commit, not the copy
            throw new DatasetFolderException(Name, problem.Message[(problem.Folder.Length + ": ".Length)..], problem);
        }
    }

    /// <summary>Reads both at once.</summary>
    /// <exception cref="DatasetFolderException">One is not whole, or of another schema; the base is named first.</exception>
    public static (ComparedDataset Base, ComparedDataset Head) OpenBoth(DatasetPlace before, DatasetPlace after)
    {
        Task<ComparedDataset> head = Task.Run(after.Open);
        try
        {
            return (before.Open(), head.GetAwaiter().GetResult());
        }
        catch
        {
            // its files must not be read any more when the copies go
            Task.WhenAny(head).GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>Deletes the copy.</summary>
    public void Dispose()
    {
        if (isCopy && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static DatasetPlace FromGit(string name, string workingFolder)
    {
        string[] parts = name[GitPrefix.Length..].Split(':', 2);
        if (parts is not [{ Length: > 0 } revision, { Length: > 0 } path]) throw new DatasetFolderException(name, "is not of the form git:REV:PATH, for example git:HEAD~1:output");
        if (Path.IsPathRooted(path)) throw new DatasetFolderException(name, "the path of a committed dataset is relative to the working directory");
        string copy = Directory.CreateTempSubdirectory("extraction-diff-").FullName;
        var place = new DatasetPlace(name, copy, isCopy: true);
        try
        {
            var repository = new GitRepository(name, workingFolder);
            string commit = repository.Commit(revision);
            foreach (string file in DatasetFiles.All) repository.TryCopy($"{commit}:./{path.Replace('\\', '/').TrimEnd('/')}/{file}", Path.Combine(copy, file));
            if (!File.Exists(Path.Combine(copy, DatasetFiles.Manifest)))
                throw new DatasetFolderException(name, $"the revision has no dataset in '{path}': there is no {DatasetFiles.Manifest}");
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }
}
