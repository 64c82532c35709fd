using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf.Content;

/// <summary>What a content can call by name: a form, or a picture, whose bytes are never looked at.</summary>
/// <param name="Instructions">A form's instructions, unpacked; null for anything else.</param>
/// <param name="Matrix">From the form's space to its caller's.</param>
/// <param name="Resources">The form's own, null where it has none.</param>
/// <param name="Membership">The optional content it belongs to, null for none.</param>
internal sealed record PdfXObject(ReadOnlyMemory<byte>? Instructions, PdfMatrix Matrix, DictionaryToken? Resources, IToken? Membership)
{
    /// <summary>Whether its instructions are cut off or changed.</summary>
    public bool IsDamaged { get; private init; }

    public static PdfXObject Of(PdfObjects objects, StreamToken stream)
    {
        DictionaryToken dictionary = stream.StreamDictionary;
        string? kind = objects.Name(dictionary, "Subtype");
        bool isForm = kind == "Form" || (kind is null && dictionary.Data.ContainsKey("BBox"));
        dictionary.Data.TryGetValue("OC", out IToken? membership);
        PdfMatrix matrix = objects.Numbers(dictionary, "Matrix") is [var a, var b, var c, var d, var e, var f] ? new PdfMatrix(a, b, c, d, e, f) : PdfMatrix.Identity;
        bool isWhole = true;
        ReadOnlyMemory<byte>? instructions = isForm ? objects.Decode(stream, out isWhole) : null;
        return new PdfXObject(instructions, matrix, objects.Dictionary(dictionary, "Resources"), membership) { IsDamaged = !isWhole };
    }
}
