using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Extraction.Resolution;

/// <summary>Ids that are the same for the same facts, whatever file, place or order they come from.</summary>
internal static class RecordId
{
    private const int HexDigits = 16;

    /// <summary><c>kind:</c> and 16 hex digits of the SHA-256 over the key's parts.</summary>
    internal static string Of(string kind, params IEnumerable<string?> key)
    {
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', key.Select(part => part ?? ""))));
        return kind + ":" + Convert.ToHexStringLower(digest)[..HexDigits];
    }

    /// <summary>A decimal as a part of a key: 5.0 is 5.</summary>
    internal static string Digits(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
