namespace Extraction.Ocr.Models;

/// <summary>How a model file stands on disk.</summary>
public enum ModelState
{
    /// <summary>There, with the pinned bytes.</summary>
    Intact,

    /// <summary>Not there.</summary>
    Missing,

    /// <summary>There, with other bytes.</summary>
    Damaged,
}

/// <summary>The folder that holds the models.</summary>
/// <param name="Path">Need not exist.</param>
public sealed record ModelFolder(string Path)
{
    /// <summary>Names another folder than the user's own.</summary>
    public const string Variable = "EXTRACTION_OCR_MODELS";

    /// <summary>The folder named by <see cref="Variable"/>, else one in the user's data folder.</summary>
    public static ModelFolder Default()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return new ModelFolder(System.IO.Path.GetFullPath(named));
        // on Linux this is XDG_DATA_HOME or ~/.local/share, on Windows %LOCALAPPDATA%
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new ModelFolder(System.IO.Path.Combine(data.Length > 0 ? data : System.IO.Path.GetTempPath(), "extraction", "ocr"));
    }

    /// <summary>Whether every file is there; their bytes are not looked at.</summary>
    public bool IsInstalled => ModelFile.All.All(file => File.Exists(PathOf(file)));

    /// <summary>Where a file stands or will stand.</summary>
    public string PathOf(ModelFile file) => System.IO.Path.Combine(Path, file.Name);

    /// <summary>How a file stands; reads all of its bytes.</summary>
    public ModelState StateOf(ModelFile file) =>
        file.IsIntact(PathOf(file)) ? ModelState.Intact : File.Exists(PathOf(file)) ? ModelState.Damaged : ModelState.Missing;
}
