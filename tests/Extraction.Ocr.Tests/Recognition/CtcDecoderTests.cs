using Extraction.Ocr.Detection;
using Extraction.Ocr.Recognition;
using Extraction.Reading;

namespace Extraction.Ocr.Tests.Recognition;

public sealed class CtcDecoderTests
{
    private static readonly CharacterTable Table = new(["科", "大", "𣇉"]);

    [Fact]
    public void Repeated_steps_are_one_character_and_a_blank_parts_two()
    {
        List<ReadCharacter> read = CtcDecoder.Decode(Steps(1, 1, 0, 1, 2), Table);

        Assert.Equal(["科", "科", "大"], read.Select(character => character.Text));
        Assert.Equal([1.0, 3.5, 4.5], read.Select(character => character.Middle));
    }

    [Fact]
    public void The_table_puts_a_blank_before_and_a_space_behind_its_keys()
    {
        Assert.Equal(5, Table.Count);
        Assert.Equal("科 大", string.Concat(CtcDecoder.Decode(Steps(1, 4, 2), Table).Select(character => character.Text)));
    }

    [Fact]
    public void Confidence_is_that_of_the_surest_step()
    {
        float[] steps = Steps(1, 1);
        steps[1] = 0.5f;

        Assert.Equal(0.9, Assert.Single(CtcDecoder.Decode(steps, Table)).Confidence, 6);
    }

    [Fact]
    public void A_line_has_a_box_for_each_unit_of_its_text()
    {
        RecognizedLine line = LineText.Of(CtcDecoder.Decode(Steps(4, 1, 0, 3, 0, 2, 4), Table), 10, new TiltedBox(new Position(35, 10), 70, 20, 0))!;

        Assert.Equal("科𣇉大", line.Text);
        Assert.Equal(line.Text.Length, line.Characters.Length);
        Assert.Equal(line.Characters[1], line.Characters[2]);
        Assert.Equal([0, 25, 25, 45], line.Characters.Select(box => Math.Round(box.Left)));
        Assert.All(line.Characters, box => Assert.Equal(20, box.Height, 9));
    }

    [Fact]
    public void A_line_of_spaces_is_none() => Assert.Null(LineText.Of(CtcDecoder.Decode(Steps(4, 0, 4), Table), 10, new TiltedBox(default, 30, 10, 0)));

    private static float[] Steps(params int[] outputs)
    {
        float[] steps = new float[outputs.Length * Table.Count];
        for (int step = 0; step < outputs.Length; step++) steps[(step * Table.Count) + outputs[step]] = 0.9f;
        return steps;
    }
}
