namespace Extraction.Formats.Legacy;

/// <summary>A conversion's folder for temporary files: the file, LibreOffice's profile, the copy. Goes when the conversion is over.</summary>
internal sealed class ConversionFolder : IDisposable
{
    // Macros never run, links are never followed (neither to files nor into the network, which is cut off besides), Java is not needed.
    private const string Profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Office.Java/VirtualMachine"><prop oor:name="Enable" oor:op="fuse"><value>false</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
        </oor:items>
        """;

    private readonly string folder;
    private readonly LegacyRoute route;

    internal ConversionFolder(ReadOnlyMemory<byte> content, LegacyRoute route)
    {
        this.route = route;
        folder = Directory.CreateTempSubdirectory("extraction-legacy-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "profile", "user"));
        File.WriteAllText(Path.Combine(folder, "profile", "user", "registrymodifications.xcu"), Profile);
        using FileStream stream = File.Create(Input);
        stream.Write(content.Span);
    }

    /// <summary>The command line of the conversion.</summary>
    internal IReadOnlyList<string> Arguments =>
    [
        "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
        "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri,
        "--infilter=" + route.Filter, "--convert-to", $"{route.CopyEnding}:{route.CopyFilter}", "--outdir", Output, Input,
    ];

    private string Input => Path.Combine(folder, "document." + route.Ending);

    private string Output => Path.Combine(folder, "copy");

    public void Dispose()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // a program that is just ending may still write its profile; the worker's own folder goes with the worker
        }
    }

    /// <summary>The copy, null where there is none or it is too large to be one.</summary>
    internal byte[]? TryReadCopy(long most)
    {
        var copy = new FileInfo(Path.Combine(Output, "document." + route.CopyEnding));
        return copy.Exists && copy.Length > 0 && copy.Length < most ? File.ReadAllBytes(copy.FullName) : null;
    }
}
