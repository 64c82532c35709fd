namespace Extraction.SampleBuilder.Reports;

/// <summary>
/// What a tool for text extraction makes of a deck on large models: each slide begins with a space, wraps with blank lines in mid-word,
/// letter-spaced lines, radicals, columns apart by tabs, remains of a template, a year box out of its place, tables as tabs, and shares apart from their labels.
/// </summary>
internal static class LargeModelsExtract
{
    internal static byte[] Build() => System.Text.Encoding.UTF8.GetBytes(Radicals.Put(History + Carriers) + Spaced + Radicals.Put(Rules + Figures) + Companies);

    private const string History = """
         云与⼤模型十年回顾
        技术起步阶段	框架与芯片阶段	产品竞争阶段
        2012-2015年	2016-2019年	2020-2023年



        在起步阶段，深度卷积网络证明了大规模数据与算力的价值，研究重心转向端到端学习。

        在第二阶段，开源框架降低了门槛，专用芯片开始进入数据中心。



        2015
        • 11.9谷歌开源TensorFlow
        •	12.11	OpenAI宣布成立


        2016
        •	5.18	谷歌发布TPU
        •	9.1百度开源PaddlePaddle

        2020
        •	3.28	华为开源MindSpore
        2023


        2018
        •	7.4百度发布昆仑芯片
        2019
        •	8.23	华为发布昇腾910

        •	6.28中国联通发布鸿湖图文大模型
        •	7.7中国电信发布TeleChat
        •	7.8中国移动发布九天·海算政务大模型
        •	7.11 Anthropic发布Claude 2
        •	7.13京东发布言犀大模型
        •	7.17携程发布携程问道

        """;

    private const string Carriers = """
         运营商与云：先有网络，后有模型
        运营商拥有机房、网络和政企客户，做大模型时更看重行业数据与安全可控。云服务商则把模型当作带动算力消费的入口，二者既有竞争也有合作。


        • 2023年9月25日，亚马逊宣布向Anthropic投资，总额最高40亿美元。
        • 微软在2023年11月15日发布自研芯片Maia 100。
        • 中国电信尚未开源TeleChat的全部训练数据，计划2024年继续扩大规模。

        """;

    private const string Spaced = """
         2023年下半年，模型更新加快
        01	02








        2023年7⽉至2023年9⽉
        •	7 . 2 6	⽹易有道发布⼦⽈⼤模型
        •	8 . 2 4	M e t a发布开源C o d e	L l a m a
        •	9 . 2 7	M i s t r a l	A I开源了M i s t r a l	7 B

        2 0 2 3年1 0⽉⾄2 0 2 3年1 2⽉
        •	1 1 . 1	v i v o发布蓝⼼⼤模型
        •	1 1 . 4	x A I发布G r o k
        •	1 1 . 1 0	中国电信发布星⾠语义⼤模型
        •	1 1 . 2 7	浪潮信息发布源2 . 0
        •	1 2 . 6	⾕歌发布G e m i n i

        代码能⼒提升、端侧部署加快	多模态、⻓⽂本

        """;

    private const string Rules = """
         监管规则逐步完善
        企业上线面向公众的服务前，需按规定完成备案，企业自评不能代替备案。


        	序号
        	时间
        	文件名
        	主要内容

        	1
        	2022年1月
        	《互联网信息服务算法推荐管理规定》
        	对算法推荐服务提供者提出了信息服务规范与用户权益保护要求。

        	2
        	2022年12月
        	《互联网信息服务深度合成管理规定》
        	对深度合成内容的标识、安全评估作出规定。

        	3
        	2023年5月
        	《北京市促进通用人工智能创新发展的若干措施》
        	围绕算力、数据、算法等方面提出若干条措施。

        	4
        	2023年10月
        	《算力基础设施高质量发展行动计划》
        	提出到2025年算力规模超过300EFLOPS。
         备案示例：企业与产品均为虚构


        	批次
        	模型名称
        	所属企业

        	第一批
        	云笺大模型
        	云笺科技

        	
        	砚山写作大模型
        	砚山智能

        	
        	采薇教育大模型
        	采薇学堂


        说明：表格内排序不分先后 (
        批次
        模型名称
        所属企业
        第二批
        松塔客服大模型
        松塔云
        模型（未公开）
        汀兰数据
        鹿鸣法律大模型
        鹿鸣信息
        )

        """;

    private const string Figures = """
         样本观察：云端仍是主要部署方式
        •	在收集的200个行业应用案例中，公有云部署占45.5%，私有化部署占31%，两者合计76.5%。
        •	到2023年10月，样本中已有34个案例进入收费阶段。



        行业应用案例的部署方式


        公有云45.5%	私有化31% (
        27.5%
        24%
        21%
        17.5%
        10%
        政务
        金融
        制造
        教育
        其他
        )


        混合云14.5%	端侧9%
        数据来源：根据公开资料收集的200个案例统计得出
        细黑体
        28pt  

        : R20 G60 B120

        :

        LT Regular

        : Arial

        20pt

        """;

    private const string Companies = """
         创业公司小传

        • 代表企业：

        ◦ Anthropic：2021年成立，由达里奥·阿莫代伊等人创立，推出了Claude系列模型，以安全性研究见长，在企业市

        场增长迅速。

        ◦ 面壁智能：2022年8月成立，脱胎于清华大学自然语言处理实验室，推出了CPM系列模型。

        ◦ 拾光智算：成立于2021年4月，2023年8月完成一轮5000万美元的融资，推出了算力调度平台拾光

        云枢，不过尚未公布客户名单。

        • 产品特性：

        ◦ 长文本产品支持上传百页文档，可自动生成摘要，也能按章节提问；模型压缩把显存占用降低约40%，便于在工

        作站上运行。
         创业公司小传

        ◦ 拾光智算：成立于2021年4月，2023年8月完成一轮5000万美元的融资，推出了算力调度平台拾光

        云枢，不过尚未公布客户名单。

        • 合作：

        ◦ 有传闻称面壁智能将被收购，双方均未证实。

        ◦ 2023年5月，拾光智算与砚山智能达成战略合作，共建训练集群。
        注：拾光智算与砚山智能为虚构样本
         谢谢

        """;
}
