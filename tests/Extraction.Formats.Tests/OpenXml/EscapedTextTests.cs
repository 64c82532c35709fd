using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Tests.OpenXml;

public class EscapedTextTests
{
    [Theory]
    [InlineData("上_x000B_下", "上\n下")]
    [InlineData("上_x000D__x000A_下", "上\n下")]
    [InlineData("上_x000D_下", "上\n下")]
    [InlineData("a_x0009_b", "a\tb")]
    [InlineData("_x005F_x000D_", "_x000D_")]
    [InlineData("_x4E2D_文", "中文")]
    [InlineData("_x0007_", "_x0007_")]
    [InlineData("_xD83D_", "_xD83D_")]
    [InlineData("max_xyz_", "max_xyz_")]
    public void Escapes_become_the_characters_that_they_stand_for(string stored, string shown) => Assert.Equal(shown, EscapedText.Decode(stored));
}
