namespace Extraction.Formats.OpenXml;

/// <summary>A part costs more than it may, or asks for a password. <paramref name="code"/> is the end of the diagnostic's code, such as <c>suspicious-ratio</c>.</summary>
internal sealed class PartLimitException(string code, string message) : IOException(message)
{
    public string Code => code;
}
