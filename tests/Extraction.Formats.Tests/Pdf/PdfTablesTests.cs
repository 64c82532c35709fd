using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pdf;
using Extraction.Reading;
using Extraction.SampleBuilder;

namespace Extraction.Formats.Tests.Pdf;

public class PdfTablesTests
{
    private static readonly double[] Columns = [50, 150, 300];
    private static readonly double[] Rows = [100, 130, 170, 200];

    [Fact]
    public void Ruling_lines_draw_a_table_and_wrapped_lines_stay_in_their_cell()
    {
        SourcePage page = Read(page => Texts(Ruled(page, Line)));

        var table = Assert.IsType<SourceTable>(Assert.Single(page.Elements));
        Assert.Equal((3, 2), (table.Rows, table.Columns));
        Assert.Equal(Columns, table.ColumnEdges);
        Assert.Equal(["港口", "说明", "东港", "集装箱干线，|每周三班", "西港", "散货"], table.Cells.Select(Text));
        Assert.Equal(new Box(160, 135, 232, 147), table.Cells[3].Paragraphs[0].Runs[0].Locator.Box);
    }

    [Fact]
    public void Thin_filled_rectangles_are_ruling_lines()
    {
        SourcePage page = Read(page => Texts(Ruled(page, Bar)));

        Assert.Equal(6, Assert.IsType<SourceTable>(Assert.Single(page.Elements)).Cells.Length);
    }

    [Fact]
    public void Cells_without_a_line_between_them_are_one()
    {
        SourcePage page = Read(page =>
        {
            foreach (double x in Columns) Line(page, x, 100, x, 200);
            foreach (double y in new[] { 100.0, 130, 200 }) Line(page, 50, y, 300, y);
            Line(page, 150, 170, 300, 170);
            Texts(page);
        });

        var table = Assert.IsType<SourceTable>(Assert.Single(page.Elements));
        Assert.Equal((2, 1, 2, 1), table.Cells.Where(cell => Text(cell).StartsWith('东')).Select(cell => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan)).Single());
    }

    [Fact]
    public void Sides_left_open_end_where_the_lines_end()
    {
        SourcePage page = Read(page =>
        {
            foreach (double y in Rows) Line(page, 50, y, 300, y);
            Line(page, 150, 100, 150, 200);
            Texts(page);
        });

        Assert.Equal(6, Assert.IsType<SourceTable>(Assert.Single(page.Elements)).Cells.Length);
    }

    [Fact]
    public void Lines_that_cut_through_words_draw_no_table()
    {
        SourcePage page = Read(page => Ruled(page, Line).Text("这一行字从左到右写过了竖线", 60, 110, 12).Text("这一行字也从左到右写过了竖线", 60, 150, 12)
            .Text("最后一行字还是写过了竖线", 60, 180, 12));

        Assert.All(page.Elements, element => Assert.IsType<SourceTextBox>(element));
    }

    [Fact]
    public void A_frame_of_running_text_is_no_table()
    {
        string prose = "岸线资源的整合让几家港务集团合并了码头公司，";
        SourcePage page = Read(page =>
        {
            foreach (double x in new[] { 20.0, 300, 580 }) Line(page, x, 100, x, 400);
            foreach (double y in new[] { 100.0, 200, 300, 400 }) Line(page, 20, y, 580, y);
            foreach (double x in new[] { 30.0, 310 })
                for (int row = 0; row < 3; row++) page.Text(prose, x, 110 + (100 * row), 11).Text(prose, x, 126 + (100 * row), 11);
        });

        Assert.DoesNotContain(page.Elements, element => element is SourceTable);
    }

    private static PdfWriterPage Texts(PdfWriterPage page) => page
        .Text("港口", 60, 105, 12).Text("说明", 160, 105, 12)
        .Text("东港", 60, 135, 12).Text("集装箱干线，", 160, 135, 12).Text("每周三班", 160, 151, 12)
        .Text("西港", 60, 175, 12).Text("散货", 160, 175, 12);

    private static PdfWriterPage Ruled(PdfWriterPage page, Action<PdfWriterPage, double, double, double, double> draw)
    {
        foreach (double x in Columns)
            for (int i = 1; i < Rows.Length; i++) draw(page, x, Rows[i - 1], x, Rows[i]);
        foreach (double y in Rows)
            for (int i = 1; i < Columns.Length; i++) draw(page, Columns[i - 1], y, Columns[i], y);
        return page;
    }

    private static void Line(PdfWriterPage page, double left, double top, double right, double bottom) => page.Line(left, top, right, bottom);

    private static void Bar(PdfWriterPage page, double left, double top, double right, double bottom) =>
        page.Fill(left - 0.3, top - 0.3, right + 0.3, bottom + 0.3, grey: 0);

    private static string Text(SourceCell cell) => string.Join('|', cell.Paragraphs.Select(paragraph => paragraph.Text.TrimEnd()));

    private static SourcePage Read(Action<PdfWriterPage> draw)
    {
        var writer = new PdfWriter();
        draw(writer.AddPage());
        var reader = new PdfReader();
        return reader.Read(SourceFile.FromBytes("表.pdf", writer.Build()), new ReadLimits(), new DiagnosticBag(), CancellationToken.None).Pages[0];
    }
}
