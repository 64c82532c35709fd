using System.Text;

namespace Extraction.Fuzz.Texts;

/// <summary>Damages web archives: their headers, boundaries and encodings, line by line.</summary>
internal static class ArchiveDamage
{
    private static readonly string[] Lines =
    [
        "Content-Type: multipart/related; boundary=\"x\"", "Content-Type: text/html; charset=utf-16", "Content-Type: text/html; charset=\"\"", "Content-Transfer-Encoding: base64",
        "Content-Transfer-Encoding: quoted-printable", "Content-Transfer-Encoding: x-unknown", "--x", "--x--", "", "=", "=E4=B8", "Content-Type: message/rfc822", ":", " folded",
    ];

    internal static Mutant Of(byte[] bytes, Random random)
    {
        List<string> lines = [.. Encoding.UTF8.GetString(bytes).Split('\n')];
        for (int rounds = random.Next(1, 6); rounds > 0; rounds--)
        {
            int at = random.Next(lines.Count);
            switch (random.Next(5))
            {
                case 0: lines[at] = Pick.From(Lines, random) + "\r"; break;
                case 1: lines.InsertRange(at, Enumerable.Repeat(Pick.From(Lines, random) + "\r", Pick.Count(random, 20_000))); break;
                case 2: lines.RemoveAt(at); break;
                case 3: lines.InsertRange(at, lines.GetRange(0, random.Next(lines.Count))); break;
                default: lines[at] = lines[at][..random.Next(lines[at].Length + 1)]; break;
            }
            if (lines.Count == 0) break;
        }
        return TextDamage.Utf8(string.Join('\n', lines), "lines", Promise.None);
    }
}
