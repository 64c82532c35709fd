using System.Text;
using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx.Fields;

/// <summary>A field: its instruction, which nobody sees, and whether a result follows it.</summary>
internal sealed class Field
{
    private static readonly XNamespace W = OoxmlNames.W;
    private string[]? words;

    /// <summary>The instruction as typed.</summary>
    public StringBuilder Instruction { get; } = new();

    /// <summary>Whether a result is stored behind the instruction.</summary>
    public bool HasResult { get; set; }

    /// <summary>The form control that it is, null for other fields.</summary>
    public PartElement? Form { get; init; }

    /// <summary>Whether its result is a table of contents or an index: what it lists stands elsewhere.</summary>
    public bool IsContents => Kind is "TOC" or "INDEX" or "TOA";

    /// <summary>The address that a HYPERLINK field leads to, null for other fields.</summary>
    public string? Link
    {
        get
        {
            if (Kind != "HYPERLINK" || Words.Length < 2) return null;
            string? address = Words[1].StartsWith('\\') ? null : Words[1];
            int place = Array.FindIndex(Words, word => word is "\\l" or "\\L");
            string? anchor = place > 0 && place + 1 < Words.Length ? "#" + Words[place + 1] : null;
            return address is null && anchor is null ? null : address + anchor;
        }
    }

    /// <summary>What a field without a stored result shows: a form control its box, ticked or not, or its chosen entry; a drawn equation
    /// or symbol its text; empty for others.</summary>
    public string ShownWithoutResult() => Kind switch
    {
        "EQ" => DrawnInstruction.Equation(Instruction.ToString()),
        "SYMBOL" => DrawnInstruction.Symbol(Words),
        _ => FormValue(),
    };

    private string FormValue()
    {
        if (Form?.Element(W + "checkBox") is { } box)
            return DocxMarks.IsOn(box.Element(W + "checked") ?? box.Element(W + "default")) ? "☒" : "☐";
        if (Form?.Element(W + "ddList") is not { } list) return "";
        int chosen = DocxMarks.Number(list.Element(W + "result")) ?? DocxMarks.Number(list.Element(W + "default")) ?? 0;
        return list.Elements(W + "listEntry").ElementAtOrDefault(chosen)?.Attribute(W + "val") ?? "";
    }

    private string Kind => Words.FirstOrDefault("").ToUpperInvariant();

    private string[] Words => words ??= Split(Instruction.ToString());

    // words stand apart by blanks; quotation marks keep blanks together
    private static string[] Split(string text)
    {
        var words = new List<string>();
        for (int at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else
            {
                bool isQuoted = text[at] == '"';
                int start = isQuoted ? at + 1 : at;
                int end = start;
                while (end < text.Length && (isQuoted ? text[end] != '"' : !char.IsWhiteSpace(text[end]))) end++;
                words.Add(text[start..end]);
                at = isQuoted ? end + 1 : end;
            }
        }
        return [.. words];
    }
}
