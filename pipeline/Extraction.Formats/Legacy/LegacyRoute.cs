using Extraction.Documents;

namespace Extraction.Formats.Legacy;

/// <summary>From an old format to the one it is read in.</summary>
/// <param name="MissingCode">The failure's code where there is no LibreOffice.</param>
/// <param name="MissingMessage">What to do then.</param>
/// <param name="Format">The old format.</param>
/// <param name="Module">The part of LibreOffice that knows it.</param>
/// <param name="Ending">Its files' ending.</param>
/// <param name="Filter">LibreOffice's name for it: the file is read as nothing else.</param>
/// <param name="CopyEnding">The copy's ending.</param>
/// <param name="CopyFilter">LibreOffice's name for the copy's format.</param>
internal sealed record LegacyRoute(
    string MissingCode, string MissingMessage, SourceFormat Format, string Module, string Ending, string Filter, string CopyEnding, string CopyFilter)
{
    internal static readonly LegacyRoute Word = new(
        "legacy-word", "A Word 97-2003 file: install LibreOffice Writer (Debian: libreoffice-writer), or save the file as .docx.",
        SourceFormat.Doc, "Writer", "doc", "MS Word 97", "docx", "MS Word 2007 XML");

    internal static readonly LegacyRoute PowerPoint = new(
        "legacy-powerpoint", "A PowerPoint 97-2003 file: install LibreOffice Impress (Debian: libreoffice-impress), or save the file as .pptx.",
        SourceFormat.Ppt, "Impress", "ppt", "MS PowerPoint 97", "pptx", "Impress MS PowerPoint 2007 XML");

    internal static readonly LegacyRoute RichText = new(
        "format-rtf", "A rich text file: install LibreOffice Writer (Debian: libreoffice-writer), or save the file as .docx.",
        SourceFormat.Rtf, "Writer", "rtf", "Rich Text Format", "docx", "MS Word 2007 XML");
}
