#include "query/lookalikes.hpp"

#include <string_view>

namespace libsearch::query {
namespace {

/// Each a group: any of its kanji may be written for another.
constexpr std::u32string_view groups[] = {
    U"畜蓄", U"義議儀犠", U"講構購溝", U"検険剣倹験", U"製制", U"率卒", U"績積責債", U"複復腹覆", U"募墓幕慕暮", U"遺遣", U"徹撤",
    U"壁璧癖", U"弊幣蔽", U"暖緩援", U"衝衡", U"僅謹勤", U"賓貧", U"適摘滴敵嫡", U"環還", U"径経軽茎", U"粉紛", U"偏編遍", U"裁栽載戴",
    U"倒到", U"侵浸寝", U"帯滞", U"待持侍特", U"官管館", U"抗坑航", U"鉱広拡", U"境鏡", U"銅胴洞", U"鋼綱網", U"縁緑録", U"因困囚",
    U"末未", U"士土", U"己已巳", U"千干", U"天夫", U"失矢", U"島鳥", U"熱熟", U"思恩", U"料科", U"輸愉諭", U"原源", U"油抽",
    U"燃然", U"料量", U"池地他", U"電雷", U"基墓期", U"準准", U"備微", U"補捕舗", U"償賞", U"保補", U"障章彰", U"象像", U"対体",
    U"態能熊", U"脳悩", U"談淡", U"協脅", U"定低", U"底低抵", U"提堤", U"署暑著", U"採彩菜", U"価値", U"化花貨", U"貨賃貿", U"貢貴",
    U"需儒", U"給結", U"供共", U"総統", U"投段", U"施旋", U"排俳", U"成盛", U"政整", U"策作", U"索策", U"革草", U"改攻", U"新親",
    U"門問間聞", U"簡間", U"官宮", U"営宮", U"宣宜", U"福副幅", U"席度", U"側則測", U"列例烈", U"倫論輪", U"働動", U"動勤", U"効郊",
    U"功攻巧", U"決快", U"済剤", U"斉斎", U"送迭", U"述迷", U"逐遂", U"陽湯場", U"隠穏", U"際察", U"随髄", U"微徴", U"徳得",
    U"候侯", U"俊唆", U"優憂", U"億憶臆", U"凍棟", U"勧歓観", U"卸御", U"即既", U"句旬", U"史吏更", U"哀衰衷", U"商問", U"喚換",
    U"器機", U"噴墳憤", U"囲困", U"圏園", U"域或城", U"堀掘", U"塔搭", U"境郷", U"増僧贈憎", U"壌嬢譲", U"奨将", U"妨防坊", U"始姑",
    U"娯誤", U"孤弧", U"密蜜", U"射謝", U"屈届", U"展殿", U"岐枝技", U"崎埼", U"帳張", U"廃発", U"延廷", U"往住", U"従縦", U"忙忘",
    U"慢漫", U"戒械", U"扱汲", U"折析", U"担胆", U"拘駒", U"招紹", U"拾捨", U"捜操", U"授受", U"描猫", U"提程", U"撲僕", U"施設",
    U"旅族", U"暫漸", U"栄営", U"標票漂", U"模漠", U"権勧", U"歴暦", U"沖仲", U"派脈", U"浄争", U"深探", U"減滅", U"湖潮", U"溶容",
    U"漁魚", U"濁独", U"照昭", U"獲穫", U"瓶併", U"異畏", U"疫役", U"症証", U"盗盛", U"眠眼", U"磁滋慈", U"祝呪", U"租祖粗組",
    U"税悦", U"突究", U"窒室", U"符府", U"第弟", U"粧荘", U"系係", U"紀記", U"絡格略", U"維惟", U"縮宿", U"織職識", U"罰罪",
    U"群郡", U"胎怠", U"臨監", U"芽牙", U"蛍営", U"衛街", U"被披", U"覇露", U"規視", U"触独", U"訂停", U"評坪", U"護獲",
    U"販阪板", U"距拒", U"躍曜", U"輝揮", U"迫追", U"連運", U"遷還", U"配酌", U"酸酢", U"釈訳", U"針鉛", U"鈍純", U"閉閑", U"関開",
    U"陥陰", U"雇顧", U"零雰", U"静清", U"頂項", U"預頂", U"領預", U"頻頒",
};

}  // namespace

std::u32string lookalikes_of(char32_t kanji) {
  std::u32string found;
  for (const std::u32string_view group : groups) {
    if (group.find(kanji) == group.npos) continue;
    for (const char32_t other : group)
      if (other != kanji && found.find(other) == found.npos) found += other;
  }
  return found;
}

}  // namespace libsearch::query
