using Extraction.Diagnostics;
using Extraction.Formats.Legacy;

namespace Extraction.Formats.Tests.Legacy;

/// <summary>What a converter can do wrong, by scripts in its place.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("extraction-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableTheory]
    [InlineData("sleep 60", "legacy-conversion-failed", 2)]
    [InlineData("kill -9 $$", "legacy-conversion-failed", 2)]
    [InlineData("exit 0", "legacy-conversion-failed", 1)]
    public void A_file_that_the_converter_fails_on_is_typed_and_tried_as_often_as_makes_sense(string does, string code, int times)
    {
        LibreOffice office = Script($"case \"$last\" in *.doc) echo >> {folder}/log; {does};; *) echo copy > \"$out/document.docx\";; esac");

        Assert.Equal(code, CodeOf(office));

        Assert.Equal(times, File.ReadAllLines(Path.Combine(folder, "log")).Length);
    }

    [SkippableFact]
    public void A_converter_that_fails_on_good_files_is_at_fault_and_left_alone_after_two()
    {
        LibreOffice office = Script($"echo >> {folder}/log; exit 1");

        Assert.Equal("legacy-converter-broken", CodeOf(office));
        Assert.Equal("legacy-converter-broken", CodeOf(office));
        int before = File.ReadAllLines(Path.Combine(folder, "log")).Length;
        Assert.Equal("legacy-converter-broken", CodeOf(office));

        Assert.Equal(6, before); // for each document two attempts and a good file
        Assert.Equal(before, File.ReadAllLines(Path.Combine(folder, "log")).Length);
    }

    [SkippableFact]
    public void A_converter_that_cannot_be_started_is_at_fault()
    {
        Skip.If(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        Assert.Equal("legacy-converter-broken", CodeOf(new LibreOffice(Path.Combine(folder, "nothing-here"), new LibreOfficeOptions())));
    }

    [SkippableFact]
    public void A_conversion_leaves_nothing_behind()
    {
        LibreOffice office = Script($"echo \"$out\" > {folder}/log; echo copy > \"$out/document.docx\"");
        Assert.Equal("copy\n"u8.ToArray(), office.Convert(new byte[] { 1 }, LegacyRoute.Word, CancellationToken.None));
        Assert.False(Directory.Exists(Path.GetDirectoryName(File.ReadAllText(Path.Combine(folder, "log")).Trim())));
    }

    private static string CodeOf(LibreOffice office) =>
        Assert.Throws<UnreadableDocumentException>(() => office.Convert(new byte[] { 1 }, LegacyRoute.Word, CancellationToken.None)).Code;

    private LibreOffice Script(string body)
    {
        Skip.If(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        string path = Path.Combine(folder, "soffice");
        File.WriteAllText(path, "#!/bin/sh\nfor last in \"$@\"; do case \"$before\" in --outdir) out=\"$last\";; esac; before=\"$last\"; done\nmkdir -p \"$out\"\n" + body + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new LibreOffice(path, new LibreOfficeOptions { Timeout = TimeSpan.FromSeconds(4) });
    }
}
