#include "variants/small_ke.hpp"

#include "text/utf8.hpp"
#include "variants/letters.hpp"

namespace libsearch::variants {
namespace {

constexpr std::u32string_view counter_forms = U"ヶカか箇ヵケ個";
constexpr std::u32string_view name_forms = U"ヶケがガ";
constexpr std::u32string_view numbers = U"0123456789〇一二三四五六七八九十百千万数何幾";
constexpr std::u32string_view counted = U"月所国年条寺村町店院校社郷字語";
/// What names with ヶ end in; が between other kanji is the particle.
constexpr std::u32string_view name_ends = U"関原谷崎丘岳嶽浦島岡峰峯峠森沢池城浜台根嶺宮淵窪瀬滝鼻岬野里水山坂久辻塚尾畑首袋園平磯江井倉";

}  // namespace

void append_small_ke(const letters &part, const vocabulary &words, replacements &found) {
  for (std::size_t i = 1; i + 1 < part.size(); ++i) {
    const bool counter = holds(counter_forms, part[i]), name = holds(name_forms, part[i]);
    if (!counter && !name) continue;
    const auto propose = [&](std::u32string_view forms) {
      for (const char32_t form : forms) {
        // 個月 is no word, 個所 is.
        if (form == part[i] || (form == U'個' && part[i + 1] != U'所')) continue;
        const std::string spelling = text::encode(std::u32string_view(&form, 1));
        if (words.occurs_in_words(spelling)) found.push_back(part.replaced(i, i + 1, spelling, group::kana));
      }
    };
    if (counter && holds(numbers, part[i - 1]) && holds(counted, part[i + 1])) propose(counter_forms);
    else if (name && part.is_han(i - 1) && holds(name_ends, part[i + 1])) propose(name_forms);
  }
}

}  // namespace libsearch::variants
