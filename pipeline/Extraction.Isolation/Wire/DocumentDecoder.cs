using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Isolation.Wire;

/// <summary>Reads what <see cref="DocumentEncoder"/> wrote. Arguments are read in the order in which C# evaluates them, which is the order they stand in.</summary>
/// <exception cref="InvalidDataException">The bytes are something else.</exception>
internal sealed class DocumentDecoder(WireReader reader)
{
    private readonly LocatorDecoder locators = new(reader);

    /// <summary>The document, of the file that was given to be read.</summary>
    internal SourceDocument Document(SourceFile file) =>
        new(file, reader.Kind<SourceFormat>(), reader.Optional(), reader.List(Page)) { Outline = reader.List(Entry) };

    internal ImmutableArray<Diagnostic> Diagnostics() => reader.List(Diagnostic);

    private Diagnostic Diagnostic() =>
        new(reader.SharedText(), reader.SharedText(), reader.Flag(), reader.Text(), reader.Flag() ? locators.Read() : null);

    private OutlineEntry Entry() => new(reader.Number(), reader.Text(), reader.OptionalNumber());

    private SourcePage Page()
    {
        (int number, double? width, double? height) = (reader.Number(), reader.OptionalReal(), reader.OptionalReal());
        (bool isHidden, string? section) = (reader.Flag(), reader.OptionalShared());
        ImmutableArray<Box> panels = reader.List(() => new Box(reader.Real(), reader.Real(), reader.Real(), reader.Real()));
        return new SourcePage(number, width, height, reader.List(Element)) { Hidden = isHidden, Section = section, Panels = panels };
    }

    private SourceElement Element()
    {
        var kind = (ElementKind)reader.Byte();
        (Locator locator, SourceLayer layer) = (locators.Read(), reader.Kind<SourceLayer>());
        return kind switch
        {
            ElementKind.TextBox => TextBox(locator, layer),
            ElementKind.Table => Table(locator, layer),
            ElementKind.Chart => Chart(locator, layer),
            _ => throw WireReader.Invalid(),
        };
    }

    private SourceTextBox TextBox(Locator locator, SourceLayer layer)
    {
        (bool isTitle, int angle) = (reader.Flag(), (int)reader.Real());
        return new SourceTextBox(locator, layer, isTitle, reader.List(Paragraph)) { Angle = angle };
    }

    private SourceTable Table(Locator locator, SourceLayer layer)
    {
        (int rows, int columns, int headerRows) = (reader.Number(), reader.Number(), reader.Number());
        ImmutableArray<double> edges = reader.List(reader.Real);
        return new SourceTable(locator, layer, rows, columns, reader.List(Cell)) { HeaderRows = headerRows, ColumnEdges = edges };
    }

    private SourceCell Cell() => new(reader.Number(), reader.Number(), reader.Number(), reader.Number(), reader.List(Paragraph));

    private SourceChart Chart(Locator locator, SourceLayer layer)
    {
        (string? title, string? categoryTitle, string? valueTitle) = (reader.Optional(), reader.Optional(), reader.Optional());
        return new SourceChart(locator, layer, title, reader.List(reader.Text), reader.List(Series)) { CategoryTitle = categoryTitle, ValueTitle = valueTitle };
    }

    private ChartSeries Series() => new(reader.Optional(), reader.List(reader.Optional));

    private SourceParagraph Paragraph()
    {
        (int level, int headingLevel, bool isListItem) = (reader.Number(), reader.Number(), reader.Flag());
        (string? label, double? fontSize) = (reader.OptionalShared(), reader.OptionalReal());
        return new SourceParagraph(reader.List(Run))
        {
            Level = level,
            HeadingLevel = headingLevel,
            IsListItem = isListItem,
            Label = label,
            FontSize = fontSize,
        };
    }

    private SourceRun Run() => new(reader.Text(), locators.Read()) { IsMarkup = reader.Flag(), Link = reader.OptionalShared(), Confidence = reader.OptionalReal() };
}
