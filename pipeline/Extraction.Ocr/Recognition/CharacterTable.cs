using System.Collections.Immutable;

namespace Extraction.Ocr.Recognition;

/// <summary>What each output of the line model stands for.</summary>
internal sealed class CharacterTable
{
    /// <summary>The output that stands for "nothing new here".</summary>
    public const int Blank = 0;

    private readonly ImmutableArray<string> characters;

    /// <summary>Takes the key file's lines: a character each, in the model's order; the model puts a blank before and a space behind them.</summary>
    public CharacterTable(IEnumerable<string> keys) => characters = ["", .. keys, " "];

    /// <summary>Number of outputs.</summary>
    public int Count => characters.Length;

    /// <summary>The character (of one or two UTF-16 units) of an output.</summary>
    public string this[int output] => characters[output];
}
