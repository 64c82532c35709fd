namespace Extraction.SampleBuilder;

/// <summary>Characters that fonts draw with the glyph of a radical, so that text extraction gives the radical in their place.</summary>
internal static class Radicals
{
    private const string Characters = "一二人入八力十口土士大女子小山工己心手支文方日月木比水火片牛玉生用田白皮目石示立米羊老而耳肉自至色血行西见身车金长门青非面音页风飞食首马高鱼鸟鹿麻黄黑鼠齐龙";
    private const string Forms = "⼀⼆⼈⼊⼋⼒⼗⼝⼟⼠⼤⼥⼦⼩⼭⼯⼰⼼⼿⽀⽂⽅⽇⽉⽊⽐⽔⽕⽚⽜⽟⽣⽤⽥⽩⽪⽬⽯⽰⽴⽶⽺⽼⽽⽿⾁⾃⾄⾊⾎⾏⻄⻅⾝⻋⾦⻓⻔⻘⾮⾯⾳⻚⻛⻜⻝⾸⻢⾼⻥⻦⿅⿇⻩⿊⿏⻬⻰";

    /// <summary>The radical for each character that has one here.</summary>
    internal static IReadOnlyDictionary<char, string> ByCharacter { get; } =
        Characters.Select((character, index) => (character, Form: Forms[index].ToString())).ToDictionary(pair => pair.character, pair => pair.Form);

    /// <summary>The text with every such character replaced.</summary>
    internal static string Put(string text) => string.Concat(text.Select(character => ByCharacter.GetValueOrDefault(character) ?? character.ToString()));
}
