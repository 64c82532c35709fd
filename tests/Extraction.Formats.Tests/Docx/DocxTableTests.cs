using Extraction.Documents;
using Extraction.Formats.Tests.OpenXml;
using static Extraction.Formats.Tests.Docx.DocxFile;

namespace Extraction.Formats.Tests.Docx;

public class DocxTableTests
{
    [Fact]
    public void Every_cell_knows_its_table_row_and_column()
    {
        string table = $"<w:tbl>{Row(Cell(Par("一")), Cell(Par("二")))}</w:tbl>";
        SourceTable[] tables = [.. Elements(table + Par("间") + table).OfType<SourceTable>()];

        Assert.Equal([(1, 1, 1), (1, 1, 2), (2, 1, 1), (2, 1, 2)], tables.SelectMany(t => t.Cells).Select(cell => cell.Paragraphs[0].Runs[0].Locator).Select(place => (place.Table!.Value, place.Row!.Value, place.Column!.Value)));
        Assert.Equal([1, 2, 4, 5], tables.SelectMany(t => t.Cells).Select(cell => cell.Paragraphs[0].Runs[0].Locator.Paragraph));
    }

    [Fact]
    public void Skipped_grid_columns_move_cells_to_the_right()
    {
        string table = $"<w:tbl>{Row(Cell(Par("甲")), Cell(Par("乙")), Cell(Par("丙")))}<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>{Cell(Par("丁"))}</w:tr></w:tbl>";
        var read = Assert.IsType<SourceTable>(Assert.Single(Elements(table)));

        Assert.Equal((2, 2), (read.Cells[^1].Row, read.Cells[^1].Column));
    }

    [Fact]
    public void Rows_end_on_the_page_of_their_longest_cell_and_begin_on_that_of_their_first()
    {
        string Broken(string text) => P($"<w:r><w:lastRenderedPageBreak/><w:t>{text}</w:t></w:r>");
        string table = $"<w:tbl>{Row(Cell(Par("甲")), Cell(Par("乙") + Broken("乙续")), Cell(Par("丙") + Broken("丙续")))}{Row(Cell(Broken("丁")), Cell(Broken("戊")), Cell(Par("己")))}</w:tbl>";
        var read = Assert.IsType<SourceTable>(Elements(table + Par("后"))[0]);

        Assert.Equal(
            ["甲 1", "乙 1", "乙续 2", "丙 1", "丙续 2", "丁 3", "戊 3", "己 3"],
            read.Cells.SelectMany(cell => cell.Paragraphs).Select(paragraph => $"{paragraph.Text} {paragraph.Runs[0].Locator.Page}"));
    }

    [Fact]
    public void A_style_that_shows_first_rows_as_headers_makes_one_where_the_table_uses_it()
    {
        string styles = "<w:style w:type=\"table\" w:styleId=\"G\"><w:name w:val=\"Grid\"/><w:tblStylePr w:type=\"firstRow\"/></w:style><w:style w:type=\"table\" w:styleId=\"N\"><w:name w:val=\"Plain\"/></w:style>";

        Assert.Equal([1, 1, 0, 0], new[] { ("G", "w:firstRow=\"1\""), ("G", "w:val=\"04A0\""), ("G", "w:firstRow=\"0\" w:val=\"04A0\""), ("N", "w:firstRow=\"1\"") }.Select(HeaderRows));

        int HeaderRows((string Style, string Look) table) => Elements(
            $"<w:tbl><w:tblPr><w:tblStyle w:val=\"{table.Style}\"/><w:tblLook {table.Look}/></w:tblPr>{Row(Cell(Par("名")), Cell(Par("值")))}{Row(Cell(Par("a")), Cell(Par("1")))}</w:tbl>",
            Styles(styles)).OfType<SourceTable>().Single().HeaderRows;
    }

    [Fact]
    public void A_header_cell_that_spans_rows_makes_them_all_header()
    {
        string table = $"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell(Par("企业"), "<w:vMerge w:val=\"restart\"/>")}{Cell(Par("营收"), "<w:gridSpan w:val=\"2\"/>")}</w:tr>"
            + Row(Cell(P(""), "<w:vMerge/>"), Cell(Par("2022")), Cell(Par("2023"))) + Row(Cell(Par("甲")), Cell(Par("1")), Cell(Par("2"))) + "</w:tbl>";

        Assert.Equal(2, Elements(table).OfType<SourceTable>().Single().HeaderRows);
    }

    [Fact]
    public void What_cells_anchor_follows_the_table_and_nested_tables_keep_all_their_text()
    {
        string inner = $"<w:tbl>{Row(Cell(Par("内")), Cell($"<w:tbl>{Row(Cell(Par("最")), Cell(Par("深")))}</w:tbl>" + P("")))}</w:tbl>";
        string table = $"<w:tbl>{Row(Cell(Par("外") + inner), Cell(P($"<w:r><w:t>锚</w:t><w:pict><w:txbxContent>{Par("框")}</w:txbxContent></w:pict></w:r>")))}</w:tbl>";

        Assert.Equal(["外锚", "框", "内", "最深"], Elements(table).Select(element => element is SourceTable t ? string.Concat(t.Cells.Select(cell => cell.Text())) : element.Lines()[0]));
    }
}
