using System.IO.Compression;
using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Tests.Reading;

public class FormatSnifferTests
{
    [Theory]
    [InlineData("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", SourceFormat.Pptx)]
    [InlineData("application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml", SourceFormat.Pptx)]
    [InlineData("application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml", SourceFormat.Pptx)]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", SourceFormat.Docx)]
    public void A_package_is_what_its_content_types_say_whatever_its_name(string type, SourceFormat expected) =>
        Assert.Equal(expected, FormatSniffer.Detect(SourceFile.FromBytes("report.txt", Package(type))));

    [Fact]
    public void A_presentation_with_an_embedded_document_is_a_presentation() =>
        Assert.Equal(SourceFormat.Pptx, FormatSniffer.Detect(SourceFile.FromBytes("a", Package(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document\"/><x ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"))));

    [Fact]
    public void A_cut_off_package_still_tells_by_the_names_of_its_parts() =>
        Assert.Equal(SourceFormat.Pptx, FormatSniffer.Detect(SourceFile.FromBytes("a", [.. "PK\u0003\u0004"u8, .. "…ppt/slides/slide1.xml…"u8])));

    [Theory]
    [InlineData("%PDF-1.7\n…", SourceFormat.Pdf)]
    [InlineData("junk before\n%PDF-1.4\n1 0 obj\n", SourceFormat.Pdf)]
    [InlineData("A header %PDF- in a sentence is not a file.", SourceFormat.Text)]
    [InlineData("动力电池装车量\n第一季度同比增长。", SourceFormat.Text)]
    [InlineData("# 动力电池\n\n|企业|份额|\n|---|---|\n|甲|10%|\n", SourceFormat.Markdown)]
    public void The_content_decides(string content, SourceFormat expected) =>
        Assert.Equal(expected, FormatSniffer.Detect(SourceFile.FromBytes("report.txt", Encoding.UTF8.GetBytes(content))));

    [Theory]
    [InlineData("a.txt", "<!-- saved --><!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><p>x", SourceFormat.Html)]
    [InlineData("a.txt", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\"><p>x", SourceFormat.Html)]
    [InlineData("a.html", "<div>储能</div> 项目", SourceFormat.Html)]
    [InlineData("a.txt", "<p class=x>储能</p>\n", SourceFormat.Html)]
    [InlineData("a.txt", "<p>储能 项目", SourceFormat.Text)]
    [InlineData("a.md", "<div align=\"center\">储能</div>\n\n# 项目\n\n<p>x</p>", SourceFormat.Markdown)]
    [InlineData("a.txt", "<储能项目>投产<b>", SourceFormat.Text)]
    [InlineData("a.mht", "From: x\nSubject: y\n z\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b", SourceFormat.Html)]
    [InlineData("a.txt", "From: x\nTo: y\n\n正文 Content-Type: multipart/related", SourceFormat.Text)]
    public void HTML_is_told_from_text_that_holds_tags(string name, string content, SourceFormat expected) =>
        Assert.Equal(expected, FormatSniffer.Detect(SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(content))));

    [Fact]
    public void The_ending_is_a_hint_between_Markdown_and_text_only()
    {
        byte[] content = Encoding.UTF8.GetBytes("集成电路产量");
        Assert.Equal(SourceFormat.Markdown, FormatSniffer.Detect(SourceFile.FromBytes("a.md", content)));
        Assert.Equal(SourceFormat.Text, FormatSniffer.Detect(SourceFile.FromBytes("a.pptx", content)));
    }

    [Theory]
    [InlineData("", "file-empty")]
    [InlineData("PK\u0003\u0004 nothing else", "package-damaged")]
    [InlineData("\u0001\u0002\u0003\0\0\u0004abc\0\0", "format-binary")]
    public void What_is_not_read_is_refused_with_its_own_code(string content, string code) =>
        Assert.Equal(code, Refused(Encoding.Latin1.GetBytes(content)));

    [Theory]
    [InlineData("EncryptedPackage", "office-encrypted")]
    [InlineData("Something", "ole2-unknown")]
    public void Compound_files_tell_by_their_streams(string stream, string code) =>
        Assert.Equal(code, Refused(Compound(stream)));

    [Theory]
    [InlineData("PowerPoint Document", SourceFormat.Ppt)]
    [InlineData("WordDocument", SourceFormat.Doc)]
    public void Old_formats_tell_by_their_streams(string stream, SourceFormat expected) =>
        Assert.Equal(expected, FormatSniffer.Detect(SourceFile.FromBytes("a.pptx", Compound(stream))));

    [Fact]
    public void Rich_text_tells_by_its_first_word() =>
        Assert.Equal(SourceFormat.Rtf, FormatSniffer.Detect(SourceFile.FromBytes("a.doc", "{\\rtf1 x}"u8.ToArray())));

    [Fact]
    public void Wide_characters_without_a_mark_are_text()
    {
        const string text = "储能电站一期并网\n二期开工建设。\n";
        Assert.Equal(SourceFormat.Text, FormatSniffer.Detect(SourceFile.FromBytes("a", Encoding.Unicode.GetBytes(text))));
        Assert.Equal(SourceFormat.Text, FormatSniffer.Detect(SourceFile.FromBytes("a", Encoding.BigEndianUnicode.GetBytes(text))));
        Assert.Equal(SourceFormat.Text, FormatSniffer.Detect(SourceFile.FromBytes("a", Encoding.Unicode.GetBytes("一业七丁七万丈三上下七丁一丈"))));
    }

    [Fact]
    public void A_PDF_that_lost_its_header_is_a_PDF() =>
        Assert.Equal(SourceFormat.Pdf, FormatSniffer.Detect(SourceFile.FromBytes("a", "1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF"u8.ToArray())));

    [Fact]
    public void Other_packages_are_told_apart()
    {
        Assert.Equal("package-spreadsheet", Refused(Package("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")));
        Assert.Equal("package-unknown", Refused(Package("application/epub+zip")));
    }

    [Theory]
    [InlineData("package-ebook", "mimetype", "META-INF/container.xml", "OEBPS/chapter.xhtml")]
    [InlineData("package-opendocument", "mimetype", "content.xml", "styles.xml")]
    [InlineData("package-ofd", "OFD.xml", "Doc_0/Document.xml")]
    [InlineData("package-iwork", "Index/Document.iwa", "Metadata/Properties.plist")]
    [InlineData("package-unknown", "report.docx", "deck.pptx")]
    public void Other_packages_tell_by_the_parts_that_they_must_have(string code, params string[] parts) => Assert.Equal(code, Refused(Holding(parts)));

    [Theory]
    [InlineData("7z\u00bc\u00af\u0027\u001c", "format-archive")]
    [InlineData("Rar!\u001a\u0007", "format-archive")]
    [InlineData("\u001f\u008b\u0008", "format-archive")]
    [InlineData("\u0089PNG\r\n\u001a\n", "format-picture")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "format-picture")]
    public void Archives_and_pictures_tell_by_their_first_bytes(string start, string code) =>
        Assert.Equal(code, Refused([.. Encoding.Latin1.GetBytes(start), .. new byte[64]]));

    private static string Refused(byte[] content) =>
        Assert.Throws<UnreadableDocumentException>(() => FormatSniffer.Detect(SourceFile.FromBytes("a.pptx", content))).Code;

    [Fact]
    public void A_compound_file_that_ends_before_its_directory_was_cut_off()
    {
        byte[] whole = Compound("Something");
        whole[0x30] = 200;
        Assert.Equal("ole2-truncated", Refused(whole));
        Assert.Equal("ole2-truncated", Refused(whole[..100]));
    }

    private static byte[] Compound(string stream) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[22], 9, .. new byte[481], .. Encoding.Unicode.GetBytes(stream), .. new byte[512]];

    private static byte[] Holding(string[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (string part in parts) archive.CreateEntry(part);
        return stream.ToArray();
    }

    private static byte[] Package(string type)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        using (var writer = new StreamWriter(archive.CreateEntry("[Content_Types].xml").Open()))
            writer.Write($"<Types><Override ContentType=\"{type}\"/></Types>");
        return stream.ToArray();
    }
}
