using Extraction.Documents;

namespace Extraction.Isolation.Wire;

/// <summary>Which of a locator's fields are there. A locator that equals the one before it is the last flag alone.</summary>
[Flags]
internal enum LocatorFields
{
    Page = 1,
    Part = 2,
    Shape = 4,
    Table = 8,
    Row = 16,
    Column = 32,
    Paragraph = 64,
    Recognized = 128,
    Box = 256,
    SameAsBefore = 512,
}

/// <summary>Writes locators, of which a document has one a run and more.</summary>
internal sealed class LocatorEncoder(WireWriter writer)
{
    private Locator? before;

    internal void Write(Locator locator)
    {
        bool isSame = before is not null && before.Equals(locator);
        writer.Number((int)(isSame ? LocatorFields.SameAsBefore : FieldsOf(locator)));
        if (isSame) return;
        before = locator;
        WriteNumber(locator.Page);
        WriteText(locator.Part);
        WriteText(locator.Shape);
        WriteNumber(locator.Table);
        WriteNumber(locator.Row);
        WriteNumber(locator.Column);
        WriteNumber(locator.Paragraph);
        if (locator.Box is { } box) WriteBox(box);
    }

    private static LocatorFields FieldsOf(Locator locator) =>
        (locator.Page is null ? 0 : LocatorFields.Page)
        | (locator.Part is null ? 0 : LocatorFields.Part)
        | (locator.Shape is null ? 0 : LocatorFields.Shape)
        | (locator.Table is null ? 0 : LocatorFields.Table)
        | (locator.Row is null ? 0 : LocatorFields.Row)
        | (locator.Column is null ? 0 : LocatorFields.Column)
        | (locator.Paragraph is null ? 0 : LocatorFields.Paragraph)
        | (locator.IsRecognized ? LocatorFields.Recognized : 0)
        | (locator.Box is null ? 0 : LocatorFields.Box);

    private void WriteNumber(int? value)
    {
        if (value is { } number) writer.Number(number);
    }

    private void WriteText(string? value)
    {
        if (value is not null) writer.SharedText(value);
    }

    private void WriteBox(Box box)
    {
        writer.Real(box.Left);
        writer.Real(box.Top);
        writer.Real(box.Right);
        writer.Real(box.Bottom);
    }
}

/// <summary>Reads locators.</summary>
internal sealed class LocatorDecoder(WireReader reader)
{
    private Locator? before;

    internal Locator Read()
    {
        var fields = (LocatorFields)reader.Number();
        if (fields == LocatorFields.SameAsBefore) return before ?? throw WireReader.Invalid();
        return before = new Locator
        {
            Page = Number(fields, LocatorFields.Page),
            Part = Text(fields, LocatorFields.Part),
            Shape = Text(fields, LocatorFields.Shape),
            Table = Number(fields, LocatorFields.Table),
            Row = Number(fields, LocatorFields.Row),
            Column = Number(fields, LocatorFields.Column),
            Paragraph = Number(fields, LocatorFields.Paragraph),
            IsRecognized = (fields & LocatorFields.Recognized) != 0,
            Box = (fields & LocatorFields.Box) != 0 ? new Box(reader.Real(), reader.Real(), reader.Real(), reader.Real()) : null,
        };
    }

    private int? Number(LocatorFields fields, LocatorFields field) => (fields & field) != 0 ? reader.Number() : null;

    private string? Text(LocatorFields fields, LocatorFields field) => (fields & field) != 0 ? reader.SharedText() : null;
}
