namespace Extraction.Emission;

/// <summary>A run that read no document at all would have replaced a dataset that exists.</summary>
public sealed class EmptyDatasetException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="folder">The dataset that was kept.</param>
    public EmptyDatasetException(string folder)
        : base($"No document was read, so the dataset in '{folder}' was kept; check the input paths, or delete the folder to start afresh.") => Folder = folder;

    /// <summary>The dataset that was kept.</summary>
    public string Folder { get; }
}

/// <summary>A folder is not a dataset, or a dataset in it is broken.</summary>
public sealed class DatasetFolderException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="problem">What is wrong and what to do.</param>
    /// <param name="inner">The cause, null where there is none.</param>
    public DatasetFolderException(string folder, string problem, Exception? inner = null)
        : base($"{folder}: {problem}", inner) => Folder = folder;

    /// <summary>The folder.</summary>
    public string Folder { get; }
}
