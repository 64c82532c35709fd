using System.Text;

namespace Extraction.Fuzz;

/// <summary>A file to be damaged.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">It.</param>
internal sealed record Seed(string Name, byte[] Bytes);

/// <summary>Small files of the formats that no sample has.</summary>
internal static class Seeds
{
    private const string Body = """
        <h1>2023年储能产业观察</h1><p>2023年5月，<b>星河储能</b>发布<a href="https://example.com/a">第二代电池</a>，容量为280Ah。</p>
        <ul><li>装机规模</li><li>投资<ol start="3"><li>国内</li><li>海外</li></ol></li></ul>
        <table><caption>表1 装机</caption><tr><th rowspan="2">企业</th><th colspan="2">装机（兆瓦）</th></tr><tr><th>2022</th><th>2023</th></tr>
        <tr><td>星河储能</td><td>120</td><td>310</td></tr><tr><td>云帆电力</td><td>90</td><td>205</td></tr></table>
        <blockquote>政策<br>持续向好</blockquote><pre>一行
        两行</pre><dl><dt>容量</dt><dd>能储存的电量</dd></dl><p>来源：行业协会 &amp; 公司公告</p>
        """;

    private const string Text = """
        # 2023年储能产业观察

        2023年5月，**星河储能**发布[第二代电池](https://example.com/a)，容量为`280Ah`[^1]。

        > 政策持续向好

        1. 装机规模
           - 国内
           - 海外
        2. 投资

        | 企业 | 2022 | 2023 |
        |---|---:|---:|
        | 星河储能 | 120 | 310 |
        | 云帆电力 | 90 | 205 |

        <table><tr><td rowspan="2">合计</td><td>210</td></tr><tr><td>515</td></tr></table>

        ```
        代码一段
        ```

        [^1]: 来源：行业协会
        """;

    internal static Seed[] All =>
    [
        new("page.html", Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>储能</title><style>p {{ color: red }}</style></head><body>{Body}</body></html>")),
        new("page.mht", Encoding.UTF8.GetBytes(Archive())),
        new("page.md", Encoding.UTF8.GetBytes(Text)),
    ];

    private static string Archive() => $"""
        From: <Saved by a browser>
        Subject: page
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="part"

        --part
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: base64
        Content-Location: https://example.com/

        {Convert.ToBase64String(Encoding.UTF8.GetBytes($"<html><body>{Body}</body></html>"), Base64FormattingOptions.InsertLineBreaks)}
        --part
        Content-Type: image/png
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        --part--
        """.ReplaceLineEndings("\r\n");
}
