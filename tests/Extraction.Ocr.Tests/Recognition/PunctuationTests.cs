using Extraction.Ocr.Recognition;

namespace Extraction.Ocr.Tests.Recognition;

public sealed class PunctuationTests
{
    [Theory]
    [InlineData("发布,开源;上线:价格?好!", "发布，开源；上线：价格？好！")]
    [InlineData("GPT-4,Claude 3:1,000", "GPT-4,Claude 3:1,000")]
    [InlineData("大模型(2024)发布", "大模型（2024）发布")]
    [InlineData("（2023－2025)", "（2023—2025）")]
    [InlineData("2023一2025年", "2023—2025年")]
    [InlineData("二十一世纪", "二十一世纪")]
    [InlineData("－、总体要求", "一、总体要求")]
    [InlineData("(2)江北新区", "（2）江北新区")]
    [InlineData("（10月6日至12日)", "（10月6日至12日）")]
    [InlineData("［笑」我们今年开春", "［笑］我们今年开春")]
    [InlineData("[更名】某基金会", "【更名】某基金会")]
    [InlineData("arr[3]", "arr[3]")]
    [InlineData("（称“公司“）今日宣布", "（称“公司”）今日宣布")]
    [InlineData("２．４亿元", "2.4亿元")]
    [InlineData("f(x)", "f(x)")]
    [InlineData("金规【2025）9号", "金规〔2025〕9号")]
    [InlineData("（2025）第9号", "（2025）第9号")]
    [InlineData("·第一阶段", "•第一阶段")]
    [InlineData("。2025年7月上线", "◦2025年7月上线")]
    [InlineData("：9.12上市", "•9.12上市")]
    [InlineData("由“上云折扣\"转为\"算力单价”", "由“上云折扣”转为“算力单价”")]
    [InlineData("the \"Pro\" model", "the \"Pro\" model")]
    [InlineData("发布Ｓ Ｕ７，３．２８", "发布S U7，3.28")]
    [InlineData("本体丶算法", "本体、算法")]
    [InlineData("史蒂夫·乔布斯", "史蒂夫·乔布斯")]
    public void Marks_follow_the_text_around_them(string read, string repaired) => Assert.Equal(repaired, Punctuation.Repair(read));
}
