namespace Extraction.ReadingMeasure;

/// <summary>How a file's truth is found.</summary>
internal enum FileKind
{
    Pdf,
    Pptx,
    Docx,
    Text,
    Html,
    Other,
}

/// <summary>A file to be measured.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Group">Its folder, from the folder that was named on.</param>
/// <param name="Kind">By its ending.</param>
internal sealed record MeasuredFile(string Path, string Group, FileKind Kind)
{
    /// <summary>All files of known kinds, in ordinal order.</summary>
    internal static MeasuredFile[] Find(IEnumerable<string> inputs) =>
        [.. inputs.SelectMany(Below).Where(file => file.Kind != FileKind.Other).OrderBy(file => file.Path, StringComparer.Ordinal)];

    private static IEnumerable<MeasuredFile> Below(string input)
    {
        if (File.Exists(input)) return [new MeasuredFile(input, "", KindOf(input))];
        string parent = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(input))!;
        return Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories)
            .Select(path => new MeasuredFile(path, System.IO.Path.GetRelativePath(parent, System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!), KindOf(path)));
    }

    private static FileKind KindOf(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".pdf" => FileKind.Pdf,
        ".pptx" or ".pptm" or ".ppsx" or ".potx" => FileKind.Pptx,
        ".docx" or ".docm" or ".dotx" => FileKind.Docx,
        ".txt" or ".md" => FileKind.Text,
        ".html" or ".htm" or ".mht" => FileKind.Html,
        _ => FileKind.Other,
    };
}
