using Extraction.Documents;
using static Extraction.Formats.Tests.Docx.DocxFile;

namespace Extraction.Formats.Tests.Docx.Lists;

public class ListLabelTests
{
    private const string Outline = "<w:abstractNum w:abstractNumId=\"0\">"
        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"第%1章\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%2\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"第%3条\"/><w:lvlRestart w:val=\"0\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"3\"><w:start w:val=\"3\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%4)\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

    [Fact]
    public void Lower_levels_restart_below_upper_ones_unless_the_list_forbids_it()
    {
        string[] labels = Labels(Outline, ("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 3), ("1", 3), ("1", 0), ("1", 1), ("1", 2), ("1", 3));

        Assert.Equal(["第一章", "1.1", "1.2", "第一条", "(c)", "(d)", "第二章", "2.1", "第二条", "(c)"], labels);
    }

    [Fact]
    public void A_level_that_no_item_has_reached_shows_its_first_number() => Assert.Equal(["1.1", "第一章"], Labels(Outline, ("1", 1), ("1", 0)));

    [Fact]
    public void Lists_of_one_sequence_go_on_unless_one_starts_anew()
    {
        string lists = Outline + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
            + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";

        Assert.Equal(["第一章", "第二章", "第五章", "第六章", "第七章"], Labels(lists, ("1", 0), ("2", 0), ("3", 0), ("3", 0), ("1", 0)));
    }

    [Fact]
    public void An_override_brings_its_own_level()
    {
        string lists = Outline + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
            + "<w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:lvlOverride></w:num>";

        Assert.Equal(["I.", "第二章"], Labels(lists, ("2", 0), ("1", 0)));
    }

    [Fact]
    public void A_list_may_be_another_one_through_a_numbering_style()
    {
        string lists = "<w:abstractNum w:abstractNumId=\"7\"><w:numStyleLink w:val=\"Law\"/></w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"8\"><w:styleLink w:val=\"Law\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperLetter\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>"
            + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"7\"/></w:num>";

        Assert.Equal(["A、", "B、"], Labels(lists, ("4", 0), ("4", 0)));
    }

    [Fact]
    public void Styles_number_their_paragraphs_at_the_level_that_names_them()
    {
        string lists = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"H1\"/><w:lvlText w:val=\"%1\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"H2\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        string styles = "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"H1\"/></w:style>";
        SourceParagraph[] paragraphs = Paragraphs(
            Par("总则", Style("H1")) + Par("目的", Style("H2")) + Par("范围", Style("H2")) + Par("附则", Style("H1")) + Par("无号", Style("H1") + Item("0")),
            main =>
            {
                Numbering(lists)(main);
                Styles(styles)(main);
            });

        Assert.Equal(["1", "1.1", "1.2", "2", null], paragraphs.Select(paragraph => paragraph.Label));
        Assert.All(paragraphs, paragraph => Assert.False(paragraph.IsListItem));
        Assert.Equal([1, 2, 2, 1, 1], paragraphs.Select(paragraph => paragraph.HeadingLevel));
    }

    [Fact]
    public void Blank_items_are_counted_and_bullets_are_signs_of_Unicode()
    {
        string lists = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\uF0D8\"/><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr></w:lvl>"
            + "<w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"none\"/><w:lvlText w:val=\"\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        SourceParagraph[] paragraphs = Paragraphs(
            Par("一", Item("1")) + P("", Item("1")) + Par("三", Item("1")) + Par("点", Item("1", 1)) + Par("无", Item("1", 2)), Numbering(lists));

        Assert.Equal(["1.", "3.", "➢", null], paragraphs.Select(paragraph => paragraph.Label));
        Assert.Equal([true, true, true, false], paragraphs.Select(paragraph => paragraph.IsListItem));
    }

    private static string[] Labels(string numbering, params (string List, int Level)[] items) =>
        [.. Paragraphs(string.Concat(items.Select(item => Par("项", Item(item.List, item.Level)))), Numbering(numbering)).Select(paragraph => paragraph.Label ?? "")];
}
