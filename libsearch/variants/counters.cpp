#include "variants/counters.hpp"

#include <algorithm>

namespace libsearch::variants {
namespace {

// Left out on purpose: those that make other words with a single kanji (三重, 三角, 一部, 一方, 一般, 四国, 九州, 二酸化).
constexpr std::u32string_view counters[] = {
    // time
    U"年", U"年度", U"年間", U"年代", U"年目", U"月", U"月期", U"日", U"日間", U"時", U"時間", U"分", U"分間", U"秒", U"秒間",
    U"週", U"週間", U"世紀", U"四半期", U"学期", U"か月", U"カ月", U"ヵ月", U"ヶ月", U"ケ月", U"箇月",
    U"か年", U"カ年", U"ヵ年", U"ヶ年", U"ケ年", U"歳", U"才", U"周年", U"泊", U"世代", U"代",
    // people, things, places
    U"つ", U"人", U"名", U"個", U"件", U"社", U"台", U"本", U"枚", U"冊", U"匹", U"頭", U"隻", U"機", U"基", U"戸", U"軒", U"棟",
    U"校", U"店", U"店舗", U"階", U"車線", U"両", U"着", U"票", U"議席", U"世帯", U"口", U"種類", U"項目", U"箇所", U"か所", U"カ所",
    U"ヵ所", U"ヶ所", U"ケ所", U"か国", U"カ国", U"ヵ国", U"ヶ国", U"ケ国", U"箇国", U"箇条", U"か条", U"カ条", U"ヶ条",
    U"都市", U"地域", U"市", U"県", U"町", U"村", U"段階", U"通り",
    // order
    U"回", U"回目", U"度", U"度目", U"番目", U"号", U"号機", U"章", U"節", U"条", U"項", U"次", U"版", U"期", U"巻", U"話",
    U"点", U"位", U"部会", U"期目", U"例目", U"人目", U"つ目", U"年生", U"倍", U"割", U"割合", U"乗", U"級",
    // money and measures
    U"円", U"元", U"ドル", U"ユーロ", U"ポンド", U"ウォン", U"セント", U"トン", U"キロ", U"メートル", U"センチ", U"ミリ", U"グラム",
    U"リットル", U"バレル", U"ワット", U"ボルト", U"パーセント", U"ポイント", U"ページ", U"頁", U"ヘクタール", U"カロリー",
    U"インチ", U"フィート", U"マイル", U"ガロン", U"平方", U"立方", U"%", U"‰", U"割引",
};

/// Kanji numbers with counters that have become other words, or that are names.
constexpr std::u32string_view fixed_words[] = {
    U"十分", U"一時", U"一度", U"一分", U"一円", U"一点", U"一行", U"一次第", U"一社会", U"一人間", U"一日本", U"一月並",
    U"一本調子", U"一本化", U"一本気", U"一人前", U"一日千秋", U"一期一会", U"一代記", U"一世代前", U"一位一体", U"一巻の終",
    U"二人三脚", U"二本松", U"二条城", U"二次会", U"二枚目", U"二枚舌", U"三日月", U"三日坊主", U"三日天下", U"三日三晩",
    U"三位一体", U"三次市", U"三条市", U"三枚目", U"三本柱", U"三年坂", U"三軒茶屋", U"三戸", U"三人官女", U"三口市",
    U"四日市", U"四条", U"四人組", U"五日市", U"五分五分", U"五人組", U"五人囃子", U"五箇山", U"五戸", U"五月雨", U"五月晴",
    U"六本木", U"六戸", U"七戸", U"七人の侍", U"七つの海", U"八日市", U"八戸", U"八月踊", U"九分九厘", U"九戸", U"九条兼",
    U"十日町", U"十人十色", U"十年一日", U"十年一昔", U"十二分に", U"十中八九", U"十五夜", U"十八番", U"百人一首", U"百日紅",
    U"百日咳", U"百年河清", U"百年目", U"百点満点", U"千歳", U"千日手", U"千日前", U"千人針", U"千本松", U"千年王国", U"千円札", U"千代",
    U"八百万の神", U"八百万神",
};

}  // namespace

std::size_t counter_length(std::u32string_view text) {
  std::size_t longest = 0;
  for (const auto counter : counters)
    if (counter.size() > longest && text.starts_with(counter)) longest = counter.size();
  return longest;
}

bool is_fixed_word(std::u32string_view text, std::size_t digits, std::size_t counter) {
  return std::any_of(std::begin(fixed_words), std::end(fixed_words), [&](std::u32string_view word) {
    return text.starts_with(word) && (word.size() > digits + 1 || counter < 2);
  });
}

}  // namespace libsearch::variants
