"""Latin spelling of Chinese names, good enough for slugs and for telling that 冯虎 is Feng Hu.

GB 2312 lists its first level, 3,755 characters, by pinyin: the table names the first character of each syllable. Of the
second level, which is listed by radical, only characters usual in names of people and places are given. A character has
one reading here, so names with another reading come out wrong but stable.
"""

import re
from bisect import bisect_right
from functools import cache

_FIRST = (
    "啊a 埃ai 鞍an 肮ang 凹ao 芭ba 白bai 斑ban 邦bang 苞bao 杯bei 奔ben "
    "崩beng 逼bi 鞭bian 标biao 鳖bie 彬bin 兵bing 玻bo 捕bu 擦ca 猜cai "
    "餐can 苍cang 操cao 厕ce 层ceng 插cha 拆chai 搀chan 昌chang 超chao "
    "车che 郴chen 撑cheng 吃chi 充chong 抽chou 初chu 揣chuai 川chuan "
    "疮chuang 吹chui 春chun 戳chuo 疵ci 聪cong 凑cou 粗cu 蹿cuan 摧cui "
    "村cun 磋cuo 搭da 呆dai 耽dan 当dang 刀dao 德de 蹬deng 堤di 颠dian "
    "碉diao 跌die 丁ding 丢diu 东dong 兜dou 督du 端duan 堆dui 墩dun 掇duo "
    "蛾e 恩en 而er 发fa 藩fan 坊fang 菲fei 芬fen 丰feng 佛fo 否fou 夫fu 噶ga "
    "该gai 干gan 冈gang 篙gao 哥ge 给gei 根gen 耕geng 工gong 钩gou 辜gu "
    "刮gua 乖guai 棺guan 光guang 瑰gui 辊gun 锅guo 哈ha 骸hai 酣han 夯hang "
    "壕hao 呵he 嘿hei 痕hen 哼heng 轰hong 喉hou 呼hu 花hua 槐huai 欢huan "
    "荒huang 灰hui 荤hun 豁huo 击ji 嘉jia 歼jian 僵jiang 蕉jiao 揭jie "
    "巾jin 荆jing 炯jiong 揪jiu 鞠ju 捐juan 撅jue 均jun 喀ka 开kai 刊kan "
    "康kang 考kao 坷ke 肯ken 坑keng 空kong 抠kou 枯ku 夸kua 块kuai 宽kuan "
    "匡kuang 亏kui 坤kun 括kuo 垃la 莱lai 蓝lan 琅lang 捞lao 勒le 雷lei "
    "棱leng 厘li 俩lia 联lian 粮liang 撩liao 列lie 琳lin 玲ling 溜liu "
    "龙long 楼lou 芦lu 峦luan 掠lue 抡lun 萝luo 妈ma 埋mai 瞒man 芒mang "
    "猫mao 么me 玫mei 门men 萌meng 眯mi 棉mian 苗miao 蔑mie 民min 明ming "
    "谬miu 摸mo 谋mou 拇mu 拿na 氖nai 南nan 囊nang 挠nao 呢ne 馁nei 嫩nen "
    "能neng 妮ni 蔫nian 娘niang 鸟niao 捏nie 您nin 柠ning 牛niu 脓nong "
    "奴nu 暖nuan 虐nue 挪nuo 哦o 欧ou 啪pa 拍pai 攀pan 乓pang 抛pao 呸pei "
    "喷pen 砰peng 坯pi 篇pian 飘piao 撇pie 拼pin 乒ping 坡po 扑pu 期qi "
    "掐qia 牵qian 枪qiang 橇qiao 切qie 钦qin 青qing 琼qiong 秋qiu 趋qu "
    "圈quan 缺que 裙qun 然ran 瓤rang 饶rao 惹re 壬ren 扔reng 日ri 戎rong "
    "揉rou 茹ru 软ruan 蕊rui 闰run 若ruo 撒sa 腮sai 三san 桑sang 搔sao 瑟se "
    "森sen 僧seng 莎sha 筛shai 珊shan 墒shang 梢shao 奢she 砷shen 声sheng "
    "师shi 收shou 蔬shu 刷shua 摔shuai 栓shuan 霜shuang 谁shui 吮shun "
    "说shuo 斯si 松song 搜sou 苏su 酸suan 虽sui 孙sun 蓑suo 塌ta 胎tai "
    "坍tan 汤tang 掏tao 特te 藤teng 梯ti 天tian 挑tiao 贴tie 厅ting 通tong "
    "偷tou 凸tu 湍tuan 推tui 吞tun 拖tuo 挖wa 歪wai 豌wan 汪wang 威wei "
    "瘟wen 嗡weng 挝wo 巫wu 昔xi 瞎xia 掀xian 相xiang 萧xiao 楔xie 薪xin "
    "星xing 兄xiong 休xiu 墟xu 轩xuan 靴xue 勋xun 压ya 焉yan 殃yang 邀yao "
    "椰ye 一yi 茵yin 英ying 哟yo 拥yong 幽you 迂yu 鸳yuan 曰yue 耘yun 匝za "
    "栽zai 咱zan 赃zang 遭zao 责ze 贼zei 怎zen 增zeng 扎zha 摘zhai 瞻zhan "
    "樟zhang 招zhao 遮zhe 珍zhen 蒸zheng 芝zhi 中zhong 舟zhou 珠zhu "
    "抓zhua 拽zhuai 专zhuan 桩zhuang 椎zhui 谆zhun 捉zhuo 兹zi 鬃zong "
    "邹zou 租zu 钻zuan 嘴zui 尊zun 昨zuo "
)
_FURTHER = (
    "ai嫒瑷 ao鳌 ba灞鲅 bei蓓 ben犇 bi璧 bo亳僰 can璨 cha嵖 chan瀍 chen琛谌 cheng晟 chi茌 chong翀 chu褚 "
    "da笪 dai岱黛 dan儋 dang宕砀 deng磴 di荻邸谛坻 dong垌岽 du都 duo铎 fang邡 fei霏 feng酆沣 fu苻馥罘 ga呷 "
    "gao郜藁 ge仡 gong珙 gu崮 guan鹳 guo涡 han菡阚晗邗 hang珩 hao濠昊灏皓颢 hong泓 hu鄠 hua骅桦 huan郇 "
    "huang潢湟璜 hun珲 ji稷霁暨 jia郏 jian犍 jiang绛 jiao蛟 jie婕颉 jin缙瑾 jing璟旌菁泾 jiu鸠 ju莒飓 "
    "juan鄄 jue珏 jun珺 kai恺 ke岢珂 kong崆 kuai蒯 kuang邝 kui隗 kun锟 lai崃涞赉 lan岚 lang阆 lao崂 "
    "lei耒 li醴澧郦蠡溧骊 lian濂 liao蓼 lin蔺麟 ling翎苓 liu浏 long珑 lu璐逯泸渌鹭 luo漯珞 mang邙 mao懋峁 "
    "mei湄嵋 meng濛勐 mi汨 mian沔渑 miao淼邈 min闵岷 ming茗 mou缪 mu仫 nan楠 ne讷 ou瓯 pan泮 pang逄 "
    "pei珮 pi邳郫陂 po鄱 pu濮璞 qi綦淇岐琪琦祺绮褀麒蕲郪 qian芊茜 qiao谯 qing箐 qiong邛 qiu裘 qu衢朐麴璩 quan荃 "
    "que阙悫 ran苒 rong嵘榕 rui芮睿 sa飒 shan鄯剡 she歙畲滠 shen莘 sheng嵊 shi湜浉 shu沭 shuo铄 si泗 "
    "song嵩淞 su谡 sui睢濉 tan郯 tao韬洮 teng滕 ti缇 ting婷 tong佟仝峒潼 tu凃 tuo坨 wa佤 wai崴 wei炜薇圩 "
    "wen汶雯 wu婺邬鹜 xi隰郗曦淅浠 xian冼 xiang芗 xiao潇骁崤 xin昕鑫 xing荥 xiu岫 xu溆栩诩盱 xuan璇瑄萱禤煊 "
    "xun荀徇洵浔 ya娅垭岈 yan兖妍焱琰闫鄢嫣郾偃 yang炀 ye烨晔 yi黟弋峄怡漪翊眙 yin鄞 ying滢瑛颍蓥瀛 yong埇邕甬 you攸 "
    "yu彧钰煜瑜昱毓禺嵛 yuan沅媛鸢垸 yue玥 yun筠郓芸昀贇赟 zang臧 zha柞 zhang仉璋嶂 zhao钊 zhe柘 zhen桢祯浈 "
    "zheng峥 zhi芷陟 zhu洙 zhuo濯涿 zi梓秭 zong枞 "
)
_HAN = re.compile(r"[㐀-鿿]")
_ALPHABET = re.compile(r"[a-z]+")


def _code(char: str) -> bytes:
    return char.encode("gb2312", "ignore")


@cache
def _first_level() -> tuple[list[bytes], list[str]]:
    words = _FIRST.split()
    return [_code(word[0]) for word in words], [word[1:] for word in words]


@cache
def _further() -> dict[str, str]:
    return {char: syllable for word in _FURTHER.split() for syllable in _ALPHABET.findall(word)
            for char in word[len(syllable):]}  # fmt: skip


@cache
def syllables() -> frozenset[str]:
    """Return every syllable that a romanised Chinese name is made of, without tones, `ü` as `v`."""
    return frozenset((*_first_level()[1], *_further().values(), "lv", "nv", "lyu", "nyu"))


@cache
def syllable(char: str) -> str:
    """Return the toneless pinyin of a simplified character; of any other character, the character in lower case.

    A character that the table lacks becomes `u` and its code point, so that slugs stay ASCII and distinct.
    """
    if not _HAN.match(char):
        return char.lower()
    if char in _further():
        return _further()[char]
    code = _code(char)
    if not b"\xb0\xa1" <= code <= b"\xd7\xf9":
        return f"u{ord(char):x}"
    firsts, names = _first_level()
    return names[bisect_right(firsts, code) - 1]


def spell(text: str) -> str:
    """Return `text` with every Chinese character spelled: `冯虎` → `fenghu`."""
    return "".join(map(syllable, text))


def slug(text: str) -> str:
    """Return an ASCII slug: Chinese runs spelled as one word, other words in lower case, joined by hyphens."""
    return "-".join(
        re.findall(
            r"[a-z0-9]+",
            spell(re.sub(r"(?<=[A-Za-z0-9])(?=[㐀-鿿])|(?<=[㐀-鿿])(?=[A-Za-z0-9])", "-", text))
            .replace("\u2019", "")
            .replace("'", ""),
        )
    )


@cache
def is_syllables(word: str) -> bool:
    """Tell whether a Latin word can be cut into one to three syllables of pinyin."""
    return _cuts(word.lower().replace("'", "").replace("\u2019", "").replace("-", ""), 3)


def _cuts(word: str, most: int) -> bool:
    if not word:
        return True
    if most == 0:
        return False
    return any(
        word[:length] in syllables() and _cuts(word[length:], most - 1) for length in range(1, min(6, len(word)) + 1)
    )
