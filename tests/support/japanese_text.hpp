// Invented Japanese of any length: sentences put together from lists of words.
#ifndef LIBSEARCH_TESTS_JAPANESE_TEXT_HPP
#define LIBSEARCH_TESTS_JAPANESE_TEXT_HPP

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace test {

/// At least `bytes` bytes of UTF-8 in paragraphs, ended at a sentence; at most a sentence too long.
inline std::string japanese_text(std::mt19937_64 &random, std::size_t bytes) {
  static const std::vector<std::string> subjects = {
      "港の朝", "発電所の予定", "送電線の費用", "燃料の船", "町の備蓄", "首脳会談", "研究所の報告",
      "ガス価格", "太陽光パネル", "蓄電池の寿命", "エネルギー政策", "天然ガスの輸入", "島の住民",
      "レアアースの供給網", "水素のサプライチェーン", "電力会社", "冬の需要", "アンモニアの混焼"};
  static const std::vector<std::string> places = {
      "北の海で", "2024年の夏に", "市場では", "欧州と比べて", "この十年", "いわゆる「待つ船」の間、",
      "一方、", "しかしながら、", "三つの町で", "中長期的には、", "AIの普及により", "令和6年度は"};
  static const std::vector<std::string> verbs = {
      "静かに変わり始めている。", "思いのほか遅れた。", "組み替えられるだろう。",
      "約30％増えると見込まれる。", "誰の仕事であるかは、まだ決まっていない。", "注目に値する。",
      "試されることになる。", "もう一度考え直す必要がある。", "下がり続けた（図1）。",
      "地域によって大きく異なるのである。", "重要性を増している。", "むずかしいと言わざるを得ない。"};
  static const std::vector<std::string> particles = {"は", "が", "も", "については", "こそ", "でさえ"};
  const auto pick = [&](const std::vector<std::string> &from) -> const std::string & {
    return from[random() % from.size()];
  };
  std::string text;
  while (text.size() < bytes) {
    if (random() % 3 == 0) text += pick(places);
    text += pick(subjects) + pick(particles);
    if (random() % 2 == 0) text += pick(subjects) + "とともに";
    text += pick(verbs);
    if (random() % 6 == 0) text += "\n";
  }
  return text;
}

/// The beginning of `text`, at most `bytes` long, cut between characters.
inline std::string cut_text(const std::string &text, std::size_t bytes) {
  while (bytes > 0 && bytes < text.size() && (text[bytes] & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace test

#endif
