namespace Extraction.Fuzz;

/// <summary>What a damaged file must still give where its reader calls it complete.</summary>
internal enum Promise
{
    /// <summary>Nobody can say.</summary>
    None,

    /// <summary>All text that the undamaged file gives.</summary>
    Whole,

    /// <summary>All text that the package's own XML still holds where the undamaged one's is read.</summary>
    Own,
}

/// <summary>A damaged file.</summary>
/// <param name="Bytes">It.</param>
/// <param name="Damage">What was done, for people.</param>
/// <param name="Promise">What it must still give.</param>
internal sealed record Mutant(byte[] Bytes, string Damage, Promise Promise);
