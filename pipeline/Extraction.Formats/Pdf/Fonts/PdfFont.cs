namespace Extraction.Formats.Pdf.Fonts;

/// <summary>A character as its font draws it, in ems of the font.</summary>
/// <param name="Code">As it stands in the string.</param>
/// <param name="Length">The code's bytes.</param>
/// <param name="Text">What it means; null where nothing says.</param>
/// <param name="Width">How far it moves the pen in horizontal writing.</param>
internal readonly record struct PdfCharacter(uint Code, int Length, string? Text, double Width)
{
    /// <summary>Whether its text is only a guess from the code.</summary>
    public bool IsGuess { get; init; }

    /// <summary>How far it moves the pen in vertical writing, negative for downwards.</summary>
    public double Drop { get; init; }

    /// <summary>From the pen in vertical writing to the glyph's left end on its baseline.</summary>
    public (double X, double Y) Origin { get; init; }
}

/// <summary>A font as far as text needs it: how strings are cut into codes, what each means and how far it moves the pen.</summary>
/// <param name="name">As the file has it, for messages.</param>
/// <param name="codes">How strings are cut; null for one byte a code.</param>
/// <param name="isVertical">Whether text runs downwards.</param>
/// <param name="describe">Makes a character of a code and its length.</param>
internal sealed class PdfFont(string name, CharacterMap? codes, bool isVertical, Func<uint, int, PdfCharacter> describe)
{
    private readonly Dictionary<(uint Code, int Length), PdfCharacter> known = [];

    public string Name => name;

    public bool IsVertical => isVertical;

    /// <summary>Whether its codes could be bytes of a Chinese encoding that the file takes for Latin: one byte a code and no table of its own.</summary>
    public bool MayHoldPairs { get; init; }

    /// <summary>The program's own word on what a code means, asked where the file's table makes no sense.</summary>
    public Func<uint, string?>? Second { get; init; }

    /// <summary>Whether a part that says what its letters are is damaged.</summary>
    public Func<bool> IsDamaged { get; init; } = () => false;

    /// <summary>The next character of a string that is not empty.</summary>
    public PdfCharacter Read(ReadOnlySpan<byte> bytes)
    {
        int length = 1;
        uint code = codes is null ? bytes[0] : codes.Read(bytes, out length);
        if (known.TryGetValue((code, length), out PdfCharacter character)) return character;
        return known[(code, length)] = describe(code, length);
    }
}
