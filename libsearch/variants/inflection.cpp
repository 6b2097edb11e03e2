#include "variants/inflection.hpp"

#include "text/utf8.hpp"
#include "variants/conjugation.hpp"
#include "variants/letters.hpp"

namespace libsearch::variants {

void append_inflections(std::string_view part, const vocabulary &, replacements &found) {
  // A kanji or two katakana and a kana; the last character in hiragana, which are E3 81 and E3 82.
  if (part.size() < 6) return;
  const auto byte = [&](std::size_t from_end) { return static_cast<unsigned char>(part[part.size() - from_end]); };
  if (byte(3) != 0xE3 || (byte(2) != 0x81 && byte(2) != 0x82)) return;
  const letters points(part);
  const auto word = find_inflected(points.characters());
  if (!word) return;
  const std::size_t from = points.offset(word->stem);
  const std::string_view written = part.substr(from);
  for (const std::u32string &ending : endings_of(*word, points.characters())) {
    const std::string other = text::encode(ending);
    // What begins with the part is found by it.
    if (other.rfind(written, 0) != 0) found.push_back({from, part.size(), other, group::inflection, false, false, false});
  }
}

}  // namespace libsearch::variants
