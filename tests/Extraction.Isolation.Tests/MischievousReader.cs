using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Isolation.Tests;

/// <summary>Runs in the worker and does what a document says: what readers do in the worst case. Any other document it reads as text.</summary>
internal sealed class MischievousReader : IDocumentReader
{
    internal const string HeldMemory = "held-memory";

    private static readonly List<byte[]> Held = [];

    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        string text = Encoding.UTF8.GetString(file.Content.Span);
        diagnostics.Warning("said-before", "reading", "before", new Locator { Page = 1 });
        return text switch
        {
            "spin" => Spin(),
            "sleep" => Sleep(),
            "overflow" => Document(file, Overflow(0).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            "exit" => Exit(),
            "kill" => Kill(),
            "garbage" => Garbage(),
            "long frame" => LongFrame(),
            "silence" => Silence(),
            "managed memory" => Document(file, Managed().ToString(System.Globalization.CultureInfo.InvariantCulture)),
            "swallowed" => Swallow(file),
            "native memory" => Native(),
            "hold" => Hold(file),
            "fault" => throw new InvalidOperationException("a fault"),
            "unreadable" => throw new UnreadableDocumentException("no-good", "It is no good."),
            "chatter" => Chatter(file),
            "pid" => Document(file, Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            "limit" => Document(file, limits.MaxPages.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            "temporary" => Document(file, Path.GetTempFileName()),
            _ => Document(file, text),
        };
    }

    internal static SourceDocument Document(SourceFile file, string text)
    {
        var paragraph = new SourceParagraph([new SourceRun(text, new Locator { Page = 1, Paragraph = 1 })]);
        var box = new SourceTextBox(new Locator { Page = 1 }, SourceLayer.Content, false, [paragraph]);
        return new SourceDocument(file, SourceFormat.Text, null, [new SourcePage(1, null, null, [box])]);
    }

    private static SourceDocument Spin()
    {
        while (true) Thread.SpinWait(1000);
    }

    private static SourceDocument Sleep()
    {
        Thread.Sleep(Timeout.Infinite);
        return null!;
    }

    private static int Overflow(int depth) => depth < 0 ? 0 : Overflow(depth + 1) + 1;

    private static SourceDocument Exit()
    {
        Environment.Exit(3);
        return null!;
    }

    private static SourceDocument Kill()
    {
        Process.GetCurrentProcess().Kill();
        return Sleep();
    }

    private static SourceDocument Garbage()
    {
        using Stream output = Console.OpenStandardOutput();
        output.Write(Encoding.ASCII.GetBytes("this is no frame"));
        output.Flush();
        return Sleep();
    }

    private static SourceDocument LongFrame()
    {
        using Stream output = Console.OpenStandardOutput();
        output.Write([0xE4, 0xFF, 0xFF, 0xFF, 0x7F]);
        output.Flush();
        return Sleep();
    }

    private static SourceDocument Silence()
    {
        Console.OpenStandardOutput().Dispose();
        Environment.Exit(0);
        return null!;
    }

    private static int Managed()
    {
        var all = new List<byte[]>();
        while (true) all.Add(Filled(1 << 20));
    }

    private static SourceDocument Swallow(SourceFile file)
    {
        try
        {
            Managed();
        }
        catch (OutOfMemoryException)
        {
        }
        return Document(file, "as if it were all");
    }

    private static unsafe SourceDocument Native()
    {
        while (true)
        {
            byte* block = (byte*)NativeMemory.Alloc(1 << 20);
            new Span<byte>(block, 1 << 20).Fill(1);
        }
    }

    // Keeps more than half of what a worker may have: a second one like it does not fit into the same worker.
    private static SourceDocument Hold(SourceFile file)
    {
        for (int i = 0; i < 60; i++) Held.Add(Filled(1 << 20));
        return Document(file, HeldMemory);
    }

    private static SourceDocument Chatter(SourceFile file)
    {
        string line = new('x', 1 << 16);
        for (int i = 0; i < 100; i++) Console.Error.Write(line);
        Console.Out.WriteLine("between the frames");
        return Document(file, "said much");
    }

    private static byte[] Filled(int length)
    {
        byte[] block = new byte[length];
        Array.Fill(block, (byte)1);
        return block;
    }
}
