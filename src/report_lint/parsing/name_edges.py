"""Where the name of an act begins and ends in a running text that does not mark it.

A name counts only where it cannot be part of a longer word or title, and where it is not the label of an event
or of another thing: 引水法, 行政处罚法律制度, 甲县物业管理条例, 民法典宣传月, 宪法广场.
"""

from __future__ import annotations

from report_lint.lazy import lazy_pattern
from report_lint.parsing.title_words import words

# 法 goes on in 法律, 法规, 法院 …; but 行政处罚法规定, 刑法条文, 民法典学习 and 税法制定 are two words.
LAW_ENDS = (
    "法(?![律院治庭官令网纪盲医系度务则师宝子门警援商国益槌徽家术语式眼外源器硕研]"
    "|[规制](?!定)|定|学(?![习好用])|人(?!人)|案(?![例件])|理(?!解)|条(?![款文例])|检(?![查验测]))"
)

# What may stand directly in front of a name. Anything else may be the beginning of a longer title: 甲县信访条例.
_BEFORE = words(
    "的 了 和 与 及 或 暨 同 对 按 依 据 以 将 把 就 在 从 由 为 于 是 有 如 即 学 讲 守 用 新 读 等 因 自 到 给 "
    "向 看 背 考 含 之 也 并 且 非 原 旧 遵 贯彻 宣传 落实 执行 实施 施行 遵守 严守 恪守 遵照 依照 按照 参照 对照 "
    "违反 触犯 符合 适用 运用 援引 引用 修改 修订 修正 制定 出台 颁布 公布 印发 发布 普及 宣讲 讲解 解读 讲授 "
    "讲述 宣读 诵读 研读 通读 精读 学懂 熟悉 掌握 了解 知晓 理解 领会 围绕 涉及 涵盖 包括 包含 聚焦 开展 组织 "
    "举办 进行 推进 推动 加强 做好 抓好 强化 深化 严格 认真 全面 深入 切实 深刻 继续 持续 积极 主动 结合 关于 "
    "其中 特别 尤其 我国 培训 测试 考试 传达 集中 系统 带头 专题 推广 维护 尊崇 保障 确保 促进 通过 借助 依托 "
    "编印 发放 赠送 现行 最新 新版 旧版 学好 用好 讲好 普法 辅导 宣贯 重点 学习 根据 依据 学法 授课 剖析 详解 "
    "辨析 梳理 对标 紧扣 突出 涉嫌 涉 送 检查 督促 督导 监督 保证 贯通 衔接 废止 起草 审议 通报 转发 分析 评估 "
    "规范 利用 学深 学透 悟透 吃透 宣教 主讲 领学 自学 研学 轮训 推介 讨论 交流 好 完 透 过 懂 践行 捍卫 遵从 "
    "融入 纳入 列入 编入 选取 购买 印制 张贴 播放 推送 刊发 办理 清理 违背 抵触 比照 准用 沿用 参考 摘编 摘录 "
    "学用 熟知 熟记 牢记 把握 精通 钻研 研讨 分享 阐释 阐述 说明 介绍 告知 解答 咨询 重温 温习 抽查 开讲 详述 "
    "颁行 诸如 例如 比如 譬如 抓实 做实 落细 深学 细学 常学 共学 促学 述法 释法"
)
# In front of a name of two or three characters, which is often part of another word or a common noun.
_CLEARLY_BEFORE = words(
    "学习 宣传 贯彻 落实 实施 执行 遵守 违反 触犯 依据 根据 依照 按照 适用 普及 宣讲 讲解 解读 讲授 传达 围绕 "
    "对照 研读 诵读 领学 宣贯 修订的 颁布的 出台的 修正的 修改的 施行的 实施的 宣传好 学习好 贯彻好 修订后的 "
    "修改后的 新版 我国 学习了 宣传了 讲解了 宣讲了 解读了 贯彻了 学习新 宣传新 贯彻新 落实新 解读新 宣讲新 "
    "对照新 新修订 新修正 新颁布 新出台 学好 学懂 重温 恪守 宣教 详解 阐释 辅导 研学 自学 讲好 深学"
)

# Behind a name: a longer title, a thing or an event named after it.
_LONGER = words(
    "实施条例 实施细则 实施办法 实施规定 实施意见 实施方案 条例 细则 办法 修正案 修订案 草案 （草案 （修订草案 "
    "（修正草案 （征求意见稿 （送审稿 修订草案 修正草案 司法解释 释义 读本 单行本 绘本 折页 手册 海报 展板 挂图 "
    "标语 口袋书 漫画 教程 公园 广场 长廊 走廊 大道 一条街 小道 步道 小院 展馆 展厅 文化 书屋 书架 图书 基地 阵地 "
    "驿站 小屋 讲坛 学堂 讲师团 学会 研究会 协会 研究院 中心 日报 周刊 微信 公众号 专栏 专区 宣誓 誓词 晚会 文艺 "
    "快板 小品 歌曲 情景剧 微电影 短视频 微视频 故事 集市 大集 市集 游园 灯谜 第一课 伴我 相伴 与生活 同行 在身边 "
    "护航 有约 我来 你我 精神 权威 意识 至上 尊严 信仰 理念 观念 思维 素养 元素 法律 和法律 与法律 及法律 、法律 "
    "以及法律 卫士 先锋 明白人 月活动 周活动 日活动 周 宣传月 宣传周 宣传日 宣传年 宣传季 月系列 》 〉 >"
)
# “水法宣传” names no act; “宪法、民法典、水法宣传” lists three.
_LABELLED = words(
    "宣传 普法 宣教 宣讲 主题 知识 教育 竞赛 大赛 比赛 竞答 答题 征文 演讲 晨读 诵读 朗诵 讲堂 大讲堂 大课堂 课堂"
)
# “民法典进赛事”, “宪法日”, “民法典年”; not 进一步, 进行, 日常
_EVENT = lazy_pattern("进(?!行|一步|入|程|展|而|修)|[日月年](?![常益渐前后内终度])|送法|入(?:户|村|校|企|脑|心)")


def stands_apart(text: str, start: int) -> bool:
    """Tell whether nothing in front of an offset of a folded text makes what follows the end of something longer."""
    if start == 0 or text.endswith(_BEFORE, max(0, start - 3), start):
        return True
    before = text[start - 1]
    return before not in "《〈<" and not "一" <= before <= "鿿"


def stands_clearly(text: str, start: int) -> bool:
    """Tell whether a verb of studying or applying law stands in front of an offset."""
    return text.endswith(_CLEARLY_BEFORE, max(0, start - 4), start)


def goes_on(text: str, end: int) -> bool:
    """Tell whether what ends at an offset is no more than the beginning or the label of something else."""
    return text.startswith(_LONGER, end) or _EVENT.match(text, end) is not None


def is_label(text: str, end: int) -> bool:
    """Tell whether what ends at an offset only says what an event is about, unless a list shows more."""
    return text.startswith(_LABELLED, end)
