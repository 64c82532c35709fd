using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Docx;
using Extraction.Formats.Legacy;
using Extraction.Formats.Pptx;
using Extraction.Formats.Tests.OpenXml;
using Extraction.Formats.Tests.Pptx;
using Extraction.Reading;

namespace Extraction.Formats.Tests.Legacy;

/// <summary>Old files, made by LibreOffice from new ones. Skipped where LibreOffice is not installed; the automatic check installs it and skips nothing.</summary>
public sealed class LegacyReaderTests
{
    private static readonly LibreOffice Office = LibreOffice.Find();
    private static readonly LegacyReader PowerPoint = LegacyReader.PowerPoint(Office, new PptxReader());
    private static readonly LegacyReader Word = LegacyReader.Word(Office, new DocxReader());
    private static readonly LegacyReader RichText = LegacyReader.RichText(Office, new DocxReader());
    private static readonly byte[] Rtf = Encoding.ASCII.GetBytes("{\\rtf1\\ansi\\uc0 \\u25253 \\u21578 one\\par two\\par}");

    [SkippableFact]
    public void A_presentation_keeps_its_slides_and_says_how_it_was_read()
    {
        NeedLibreOffice();
        byte[] pptx = PptxFile.Of(Shape("第一页"), Shape("第二页"));
        byte[] ppt = Convert(pptx, LegacyRoute.PowerPoint, "pptx", "Impress MS PowerPoint 2007 XML");
        Assert.Equal(SourceFormat.Ppt, FormatSniffer.Detect(SourceFile.FromBytes("a", ppt)));

        (SourceDocument document, DiagnosticBag diagnostics) = PowerPoint.Read(ppt);

        Assert.Equal(SourceFormat.Ppt, document.Format);
        Assert.Equal(ppt, document.File.Content.ToArray());
        Assert.Equal(["第一页", "第二页"], document.Pages.Select(Text));
        Assert.StartsWith("ppt/slides/", document.Pages[0].Elements[0].Locator.Part, StringComparison.Ordinal);
        Diagnostic said = Assert.Single(diagnostics.Items);
        Assert.Equal(("converted-with", false), (said.Code, said.IsError));
        Assert.Matches("^LibreOffice [0-9.]+ ", said.Message);
    }

    [SkippableFact]
    public void A_document_and_its_rich_text_version_give_the_same_text()
    {
        NeedLibreOffice();
        byte[] doc = Convert(Rtf, LegacyRoute.Word, "rtf", "Rich Text Format");
        Assert.Equal(SourceFormat.Doc, FormatSniffer.Detect(SourceFile.FromBytes("a", doc)));

        (SourceDocument fromDoc, _) = Word.Read(doc);
        (SourceDocument fromRtf, _) = RichText.Read(Rtf);

        Assert.Equal((SourceFormat.Doc, SourceFormat.Rtf), (fromDoc.Format, fromRtf.Format));
        Assert.Equal("报告one\ntwo", Text(fromDoc.Pages[0]));
        Assert.Equal("报告one\ntwo", Text(fromRtf.Pages[0]));
    }

    [SkippableFact]
    public void Nothing_but_the_file_is_opened()
    {
        NeedLibreOffice();
        string secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "SECRET");
            string field = $"{{\\field{{\\*\\fldinst INCLUDETEXT \"{secret.Replace("\\", "\\\\\\\\", StringComparison.Ordinal)}\"}}{{\\fldrslt seen}}}}";
            (SourceDocument document, _) = RichText.Read(Encoding.ASCII.GetBytes($"{{\\rtf1\\ansi before {field} after\\par}}"));
            Assert.Contains("before", Text(document.Pages[0]), StringComparison.Ordinal);
            Assert.DoesNotContain("SECRET", Text(document.Pages[0]), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [SkippableFact]
    public void A_file_that_was_cut_off_is_never_read_as_whole()
    {
        NeedLibreOffice();
        var diagnostics = new DiagnosticBag();
        Assert.NotNull(Record.Exception(() => RichText.Read(SourceFile.FromBytes("a", Rtf[..^6]), new ReadLimits(), diagnostics, CancellationToken.None)) as UnreadableDocumentException
            ?? (object?)diagnostics.Items.FirstOrDefault(item => item.IsError));
        Assert.Equal("legacy-truncated", diagnostics.Items[0].Code);
    }

    [Fact]
    public void Without_LibreOffice_the_failure_names_what_to_install()
    {
        var none = new LibreOffice(null, new LibreOfficeOptions());
        Assert.Equal("legacy-word", LegacyReader.Word(none, new DocxReader()).CodeOf(OldFiles.Word(isEncrypted: false)));
        Assert.Equal("legacy-powerpoint", LegacyReader.PowerPoint(none, new PptxReader()).CodeOf(OldFiles.Compound([])));
        Assert.Equal("format-rtf", LegacyReader.RichText(none, new DocxReader()).CodeOf(Rtf));
    }

    [Fact]
    public void Encrypted_files_are_known_before_anything_opens_them()
    {
        Assert.Equal("office-encrypted", Word.CodeOf(OldFiles.Word(isEncrypted: true)));
        Assert.Equal("office-encrypted", PowerPoint.CodeOf(OldFiles.EncryptedPresentation()));
    }

    private static void NeedLibreOffice() =>
        Skip.If(!Office.IsInstalled && Environment.GetEnvironmentVariable("CI") != "true", "LibreOffice is not installed.");

    private static byte[] Convert(byte[] file, LegacyRoute to, string ending, string filter) =>
        Office.Convert(file, to with { Ending = ending, Filter = filter, CopyEnding = to.Ending, CopyFilter = to.Filter }, CancellationToken.None);

    private static string Shape(string text) => PptxFile.Shape(2, (10, 10, 300, 50), PptxFile.Line(text));

    private static string Text(SourcePage page) => string.Join('\n', page.Elements.SelectMany(element => element.Lines()).Where(line => line.Length > 0));
}
