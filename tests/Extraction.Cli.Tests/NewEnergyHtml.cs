namespace Extraction.Cli.Tests;

/// <summary>The report of samples/formats as a web page, with what such pages have around and inside their text.</summary>
internal static class NewEnergyHtml
{
    internal const string Text = """
        <!DOCTYPE html>
        <html lang="zh"><head><meta charset="utf-8"><title>新能源产业观察</title><style>h1 { color: red }</style></head>
        <body>
        <nav><ul><li><a href="/">首页</a></li><li><a href="/news">2022年华为发布鸿蒙</a></li></ul></nav>
        <main>
        <h1>新能源产业观察</h1>
        <h2>一、大事记</h2>
        <h3>2021年</h3>
        <ul>
          <li>6.28 三峡集团宣布白鹤滩水电站首批
              机组投产</li>
          <li>7.29 <a href="https://example.org/catl">宁德时代</a>发布<b>第一代钠离子电池</b></li>
        </ul>
        <h3>2022年</h3>
        <ul><li>6.23 宁德时代发布麒麟电池<li>11.19 隆基绿能发布转换效率26.81%的硅异质结电池</ul>
        <h3>2023年</h3>
        <ul><li>4.19 宁德时代发布凝聚态电池</li><li>12.6 中国华能宣布石岛湾高温气冷堆示范工程投入商业运行</li></ul>
        <h2>二、企业动态</h2>
        <p>海辰储能成立于2019年12月，创始人为吴祖钰，专注储能电池的研发与制造。2023年7月，海辰储能完成45亿元C轮融资。</p>
        <p>岚星能源成立于2020年3月，<span style="display:none">扫码看更多</span>目前尚未推出家用储能产品，计划于2025年发布首款产品。</p>
        <p>2023年，全国新增光伏装机216.88GW，新能源汽车销量为949.5万辆。</p>
        <h2>三、政策梳理</h2>
        <table><thead><tr><th>序号</th><th>时间</th><th>文件名</th><th>主要内容</th></tr></thead>
        <tr><td>1</td><td>2022年3月</td><td>《“十四五”新型储能发展实施方案》</td><td>提出到2025年新型储能进入规模化发展阶段。</td></tr>
        <tr><td>2</td><td>2022年6月</td><td>《“十四五”可再生能源发展规划》</td><td>明确可再生能源发展的主要目标。</td></tr>
        <tr><td>3</td><td>2023年3月</td><td>《广东省推动新型储能产业高质量发展的指导意见》</td><td>支持储能电池与系统集成企业做大做强。</td></tr></table>
        <h2>四、储能产品备案（示例，企业与产品均为虚构）</h2>
        <table><tr><th>批次</th><th>产品名称</th><th>所属企业</th></tr>
        <tr><td rowspan="2">第一批</td><td>岚星户用储能柜</td><td>岚星能源</td></tr><tr><td>乌石液流电池</td><td>乌石科技</td></tr>
        <tr><td>第二批</td><td>产品（未公开）</td><td>沐野电力</td></tr></table>
        </main>
        <footer>版权所有 2023年 某某网</footer><script>document.write("2023年5月 阿里云发布通义千问")</script>
        </body></html>
        """;
}
