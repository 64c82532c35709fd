using System.Text;

namespace Extraction.Cli.Read;

/// <summary>How many columns of a terminal a text takes: two for Chinese characters and full-width forms, none for combining marks.</summary>
internal static class TextWidth
{
    internal static int Of(string text)
    {
        int width = 0;
        bool isEscape = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value == 0x1B) isEscape = true;
            else if (isEscape) isEscape = rune.Value != 'm';
            else width += Of(rune);
        }

        return width;
    }

    internal static int Of(Rune rune) => rune.Value switch
    {
        >= 0x300 and <= 0x36F or >= 0x200B and <= 0x200F or 0xFEFF => 0,
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
            or >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 => 2,
        _ => 1,
    };
}
