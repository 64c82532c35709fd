using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Isolation;

/// <summary>Takes back what <see cref="DocumentWriter"/> wrote.</summary>
/// <exception cref="InvalidDataException">From every member: the bytes are not what a worker writes.</exception>
internal sealed class DocumentParser(byte[] bytes)
{
    private readonly BinaryReader reader = new(new MemoryStream(bytes, writable: false), Encoding.UTF8);
    private readonly List<string> names = [];

    public SourceDocument Document(SourceFile file)
    {
        var format = (SourceFormat)reader.ReadByte();
        string? title = Text();
        ImmutableArray<OutlineEntry> outline = Each(() => new OutlineEntry(reader.Read7BitEncodedInt(), Text()!, Number()));
        return new SourceDocument(file, format, title, Each(Page)) { Outline = outline };
    }

    public ImmutableArray<Diagnostic> Diagnostics() =>
        Each(() => new Diagnostic(Name()!, Name()!, reader.ReadBoolean(), Text()!, reader.ReadBoolean() ? Locator() : null));

    private SourcePage Page()
    {
        (int number, double? width, double? height) = (reader.Read7BitEncodedInt(), Real(), Real());
        (bool hidden, string? section) = (reader.ReadBoolean(), Name());
        return new SourcePage(number, width, height, Each(Element)) { Hidden = hidden, Section = section };
    }

    private SourceElement Element()
    {
        byte kind = reader.ReadByte();
        Locator place = Locator();
        var layer = (SourceLayer)reader.ReadByte();
        return kind switch
        {
            0 => new SourceTextBox(place, layer, reader.ReadBoolean(), Each(Paragraph)),
            1 => Table(place, layer),
            2 => Chart(place, layer),
            _ => throw new InvalidDataException("Unknown kind of element."),
        };
    }

    private SourceTable Table(Locator place, SourceLayer layer)
    {
        (int rows, int columns, int headers) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        ImmutableArray<double> edges = Each(reader.ReadDouble);
        return new SourceTable(place, layer, rows, columns, Each(Cell)) { HeaderRows = headers, ColumnEdges = edges };
    }

    private SourceCell Cell() =>
        new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), Each(Paragraph));

    private SourceChart Chart(Locator place, SourceLayer layer)
    {
        (string? title, string? categoryTitle, string? valueTitle) = (Text(), Text(), Text());
        ImmutableArray<string> categories = Each(() => Text()!);
        ImmutableArray<ChartSeries> series = Each(() => new ChartSeries(Text(), Each(Text)));
        return new SourceChart(place, layer, title, categories, series) { CategoryTitle = categoryTitle, ValueTitle = valueTitle };
    }

    private SourceParagraph Paragraph()
    {
        (int level, int heading, bool isListItem) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.ReadBoolean());
        (string? label, double? size) = (Name(), Real());
        return new SourceParagraph(Each(Run)) { Level = level, HeadingLevel = heading, IsListItem = isListItem, Label = label, FontSize = size };
    }

    private SourceRun Run() => new(Text()!, Locator()) { IsMarkup = reader.ReadBoolean(), Link = Name() };

    // an initializer runs in the order in which it is written
    private Locator Locator() => new()
    {
        Page = Number(),
        Part = Name(),
        Shape = Name(),
        Table = Number(),
        Row = Number(),
        Column = Number(),
        Paragraph = Number(),
        IsRecognized = reader.ReadBoolean(),
        Box = reader.ReadBoolean() ? new Box(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()) : null,
    };

    private ImmutableArray<T> Each<T>(Func<T> read)
    {
        int count = reader.Read7BitEncodedInt();
        if (count < 0 || count > bytes.Length) throw new InvalidDataException("Impossible count.");
        var items = ImmutableArray.CreateBuilder<T>(count);
        for (int i = 0; i < count; i++) items.Add(read());
        return items.MoveToImmutable();
    }

    private int? Number() => reader.Read7BitEncodedInt() is > 0 and int number ? number - 1 : null;

    private double? Real() => reader.ReadDouble() is var value && double.IsNaN(value) ? null : value;

    private string? Text() => reader.ReadBoolean() ? Characters() : null;

    private string Characters()
    {
        int length = reader.Read7BitEncodedInt();
        if (length < 0 || length > bytes.Length) throw new InvalidDataException("Impossible length.");
        return new string(MemoryMarshal.Cast<byte, char>(reader.ReadBytes(length * sizeof(char))));
    }

    private string? Name()
    {
        int index = reader.Read7BitEncodedInt();
        if (index == 0) return null;
        if (index > 1) return index - 2 < names.Count ? names[index - 2] : throw new InvalidDataException("Unknown name.");
        names.Add(Characters());
        return names[^1];
    }
}
