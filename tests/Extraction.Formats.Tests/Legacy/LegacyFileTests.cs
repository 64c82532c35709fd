using System.Text;
using Extraction.Formats.Legacy;

namespace Extraction.Formats.Tests.Legacy;

public sealed class LegacyFileTests
{
    [Fact]
    public void A_whole_file_is_not_cut_off() => Assert.False(LegacyFile.IsCutOff(OldFiles.Compound(new byte[2000])));

    [Theory]
    [InlineData(100)]
    [InlineData(512)]
    [InlineData(1024)]
    [InlineData(2000)]
    [InlineData(2560)]
    public void A_file_that_ends_before_its_last_sector_is(int length) => Assert.True(LegacyFile.IsCutOff(OldFiles.Compound(new byte[2000]).AsSpan(0, length)));

    [Fact]
    public void A_last_sector_that_is_not_full_counts() => Assert.False(LegacyFile.IsCutOff(OldFiles.Compound(new byte[2000]).AsSpan(0, 2900)));

    [Theory]
    [InlineData("{\\rtf1 a\\par}", false)]
    [InlineData("{\\rtf1 a\\par}\r\n\0", false)]
    [InlineData("{\\rtf1 a\\par", true)]
    public void Rich_text_ends_with_its_brace(string file, bool isCutOff) => Assert.Equal(isCutOff, LegacyFile.IsCutOff(Encoding.ASCII.GetBytes(file)));

    [Fact]
    public void Only_the_flag_makes_a_file_encrypted()
    {
        Assert.True(LegacyFile.IsEncrypted(OldFiles.Word(isEncrypted: true)));
        Assert.False(LegacyFile.IsEncrypted(OldFiles.Word(isEncrypted: false)));
        Assert.True(LegacyFile.IsEncrypted(OldFiles.EncryptedPresentation()));
        Assert.False(LegacyFile.IsEncrypted(OldFiles.Compound([])));
        Assert.False(LegacyFile.IsEncrypted("{\\rtf1 a}"u8));
    }
}
