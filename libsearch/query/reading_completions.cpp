#include "query/reading_completions.hpp"

#include <algorithm>
#include <set>

#include "text/kana.hpp"
#include "text/utf8.hpp"
#include "variants/romaji.hpp"

namespace libsearch::query {
namespace {

/// The shortest beginning that heads are looked for by, and readings of a compound that are tried.
constexpr std::size_t fewest_kana_of_a_head = 2, most_ways = 4;

}  // namespace

std::vector<rated_completion> words_read_so(std::string_view typed, const variants::reading_table &table,
                                            const analysis::function_words &functions, std::size_t most) {
  // Many words begin with one kana: only the best are made into texts.
  std::vector<variants::reading_table::entry> found;
  const auto add = [&](const variants::reading_table::entry &e) {
    if (e.frequency > 0) found.push_back(e);
  };
  if (text::is_kana(typed)) {
    const std::string written = text::to_katakana(typed), spelt = text::to_katakana(text::kana_key(typed));
    table.for_each_prefix(written, add);
    if (spelt != written) table.for_each_prefix(spelt, add);
  } else if (const auto key = variants::typed_romaji_key(typed)) {
    const std::string plain = variants::without_length(*key);
    const bool any_length = plain == *key;
    table.for_each_prefix(plain, [&](const variants::reading_table::entry &e) {
      if (any_length || variants::agrees_in_length(*key, variants::romaji_key(e.reading))) add(e);
    });
  }
  // Some are left out below, and some words are read in two ways that begin so.
  const std::size_t enough = std::min(found.size(), 4 * most + 32);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(enough), found.end(),
                    [](const auto &a, const auto &b) { return a.frequency != b.frequency ? a.frequency > b.frequency : a.word < b.word; });
  found.resize(enough);
  std::vector<rated_completion> words;
  std::set<std::string_view> seen;
  for (const auto &e : found) {
    if (words.size() == most) break;
    if (text::length(e.word) < 2 || functions.contains(e.word) || !seen.insert(e.word).second) continue;
    rated_completion word;
    word.found.text = e.word;
    word.found.count = e.frequency;
    word.rating = rating_of(completion_kind::word, e.frequency);
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::string> heads_read_so(const std::vector<std::string> &keys, const variants::reading_table &table,
                                       std::size_t most) {
  std::vector<std::pair<std::uint32_t, std::string>> found;
  std::size_t longest = 0;
  for (const std::string &key : keys) {
    if (!text::is_kana(key)) continue;
    const std::string katakana = text::to_katakana(key);
    std::size_t end = katakana.size();
    text::previous(katakana, end);
    for (; end > 0 && end >= longest; text::previous(katakana, end)) {
      const std::string_view beginning = std::string_view(katakana).substr(0, end);
      if (text::length(beginning) < fewest_kana_of_a_head) break;
      std::vector<std::pair<std::uint32_t, std::string>> heads;
      table.for_each(beginning, [&](const variants::reading_table::entry &e) {
        if (e.frequency > 1 && text::length(e.word) > 1) heads.emplace_back(e.frequency, e.word);
      });
      if (heads.empty()) continue;
      if (end > longest) found.clear();
      longest = end;
      found.insert(found.end(), heads.begin(), heads.end());
      break;
    }
  }
  std::sort(found.begin(), found.end(), std::greater<>());
  std::vector<std::string> heads;
  for (auto &[frequency, word] : found)
    if (heads.size() < most && std::find(heads.begin(), heads.end(), word) == heads.end()) heads.push_back(std::move(word));
  return heads;
}

bool is_read_so(std::string_view normalized, const std::vector<std::string> &keys, analysis::name_reader &reader) {
  const auto ways = reader.readings(normalized, most_ways);
  return std::any_of(ways.begin(), ways.end(), [&](const analysis::name_reading &way) {
    const std::string read = text::kana_key(way.text);
    return std::any_of(keys.begin(), keys.end(), [&](const std::string &key) { return read.starts_with(key); });
  });
}

}  // namespace libsearch::query
