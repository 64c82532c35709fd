using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx.Fields;

/// <summary>
/// The fields of one part, found before its text is read: a field that never ends is no field, so that a lost end mark
/// does not take the rest of the document along.
/// </summary>
internal sealed class FieldMap(PartElement root)
{
    private const int MaxNesting = 64;
    private static readonly XNamespace W = OoxmlNames.W;
    private static readonly XName CharacterMark = W + "fldChar";
    private static readonly XName Instruction = W + "instrText";
    private Dictionary<PartElement, Field>? byMark;

    /// <summary>The field that a begin, separate or end mark belongs to; null where the field is not whole.</summary>
    public Field? Of(PartElement mark)
    {
        // most parts have no fields
        if (byMark is null)
        {
            byMark = [];
            Walk(root, []);
        }
        return byMark.GetValueOrDefault(mark);
    }

    private void Walk(PartElement parent, Stack<Open> open)
    {
        foreach (PartElement element in parent.Elements())
        {
            if (element.Name == CharacterMark) Mark(element, open);
            else if (element.Name == Instruction) AddInstruction(element.Value, open);
            else if (!DocxMarks.IsHidden(element)) Walk(element, IsStory(element) ? new Stack<Open>() : open);
        }
    }

    private static bool IsStory(PartElement element) =>
        element.Name.Namespace == W && element.Name.LocalName is "txbxContent" or "footnote" or "endnote" or "comment";

    private void Mark(PartElement mark, Stack<Open> open)
    {
        switch (mark.Attribute(W + "fldCharType"))
        {
            case "begin":
                open.Push(new Open(mark, new Field { Form = mark.Element(W + "ffData") }));
                break;
            case "separate" when open.TryPeek(out Open? current):
                current.Separate ??= mark;
                break;
            case "end" when open.TryPop(out Open? ended) && open.Count < MaxNesting:
                ended.Field.HasResult = ended.Separate is not null;
                byMark![ended.Begin] = byMark[mark] = ended.Field;
                if (ended.Separate is { } separate) byMark[separate] = ended.Field;
                break;
        }
    }

    private static void AddInstruction(string text, Stack<Open> open)
    {
        if (open.TryPeek(out Open? current) && current.Separate is null) current.Field.Instruction.Append(text);
    }

    private sealed record Open(PartElement Begin, Field Field)
    {
        public PartElement? Separate { get; set; }
    }
}
