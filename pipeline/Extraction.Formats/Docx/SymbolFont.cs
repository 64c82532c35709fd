using System.Globalization;

namespace Extraction.Formats.Docx;

/// <summary>
/// The characters that symbol fonts show for their codes: Wingdings and Symbol assign pictures to letters, which the file stores as
/// private-use characters. Only signs that Unicode has too are mapped.
/// </summary>
internal static class SymbolFont
{
    private const string Bulleted = "•";
    private static readonly Dictionary<int, string> Wingdings = Table(
        "21✏ 22✂ 28☎ 29✆ 2A✉ 36⌛ 37⌨ 3E✇ 3F✍ 41✌ 45☜ 46☞ 47☝ 48☟ 4A☺ 4C☹ 4E☠ 51✈ 52☼ 54❄ 56✞ 58✠ 59✡ 5A☪ 5B☯ 5Cॐ 5D☸ 5E♈ 5F♉ 60♊ 61♋ 62♌ 63♍ 64♎ 65♏ "
        + "66♐ 67♑ 68♒ 69♓ 6A& 6B& 6C● 6D❍ 6E■ 6F□ 70□ 71❑ 72❒ 73⬧ 74⧫ 75◆ 76❖ 77⬥ 78⌧ 79⍓ 7A⌘ 7B❀ 7C✿ 7D❝ 7E❞ 80⓪ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8A⑩ "
        + "8B⓿ 8C❶ 8D❷ 8E❸ 8F❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿ 9E· 9F• A0▪ A1○ A2○ A3○ A4◉ A5◎ A7▪ A8◻ AA✦ AB★ AC✶ AD✴ AE✹ AF✵ B1⌖ B5✪ B6✰ D5⌫ D6⌦ D8➢ DC➲ DF← E0→ E1↑ E2↓ "
        + "E3↖ E4↗ E5↙ E6↘ E8➔ EF⇦ F0⇨ F1⇧ F2⇩ F3⬄ F4⇳ F5⬀ F6⬁ F7⬃ F8⬂ F9▭ FA▫ FB✗ FC✓ FD☒ FE☑");

    private static readonly Dictionary<int, string> Wingdings2 = Table("4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 55⊗ 95· 96• 97● 98● 99○ 9A○ 9E⦿ 9F◾ A0■ A2◻ A3□ AE◆ AF◇ B2◊");

    private static readonly Dictionary<int, string> Wingdings3 = Table("21→ 22↑ 23↓ 66← 67→ 68↑ 69↓ 70▲ 71▼ 72△ 73▽ 74◀ 75▶ 76◁ 77▷ 7D▶ 7E◀ 80▲ 81▼");

    private static readonly Dictionary<int, string> Symbol = Table(
        "22∀ 24∃ 27∋ 2A∗ 2D− 40≅ 41Α 42Β 43Χ 44Δ 45Ε 46Φ 47Γ 48Η 49Ι 4Aϑ 4BΚ 4CΛ 4DΜ 4EΝ 4FΟ 50Π 51Θ 52Ρ 53Σ 54Τ 55Υ 56ς 57Ω 58Ξ 59Ψ 5AΖ 5C∴ 5E⊥ "
        + "61α 62β 63χ 64δ 65ε 66φ 67γ 68η 69ι 6Aϕ 6Bκ 6Cλ 6Dμ 6Eν 6Fο 70π 71θ 72ρ 73σ 74τ 75υ 76ϖ 77ω 78ξ 79ψ 7Aζ 7E∼ A0€ A1ϒ A2′ A3≤ A4⁄ A5∞ A6ƒ A7♣ A8♦ A9♥ AA♠ AB↔ AC← "
        + "AD↑ AE→ AF↓ B0° B1± B2″ B3≥ B4× B5∝ B6∂ B7• B8÷ B9≠ BA≡ BB≈ BC… BF↵ C0ℵ C1ℑ C2ℜ C3℘ C4⊗ C5⊕ C6∅ C7∩ C8∪ C9⊃ CA⊇ CB⊄ CC⊂ CD⊆ CE∈ CF∉ D0∠ D1∇ D2® D3© D4™ D5∏ D6√ D7⋅ "
        + "D8¬ D9∧ DA∨ DB⇔ DC⇐ DD⇑ DE⇒ DF⇓ E0◊ E1〈 E2® E3© E4™ E5∑ F1〉 F2∫");

    /// <summary>What a font shows for a character; the character itself where the font is no symbol font or the sign is not in Unicode.</summary>
    public static string Show(char character, string? font)
    {
        if (TableOf(font) is not { } table) return character.ToString();
        int code = character is >= '\uF000' and <= '\uF0FF' ? character - '\uF000' : character;
        return table.TryGetValue(code, out string? sign) ? sign
            : table == Symbol && code is >= 0x20 and < 0x7F ? ((char)code).ToString() : character.ToString();
    }

    /// <summary>A bullet as a person sees it; private-use pictures that Unicode lacks are a plain bullet.</summary>
    public static string Bullet(string text, string? font)
    {
        string shown = string.Concat(text.Select(character => Show(character, font))).Trim();
        return shown.Any(character => character is >= '\uE000' and <= '\uF8FF') ? Bulleted : shown;
    }

    private static Dictionary<int, string>? TableOf(string? font) => font?.ToUpperInvariant() switch
    {
        "WINGDINGS" => Wingdings,
        "WINGDINGS 2" => Wingdings2,
        "WINGDINGS 3" => Wingdings3,
        "SYMBOL" => Symbol,
        _ => null,
    };

    private static Dictionary<int, string> Table(string pairs) =>
        pairs.Split(' ').ToDictionary(pair => int.Parse(pair.AsSpan(0, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), pair => pair[2..]);
}
