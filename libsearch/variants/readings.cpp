#include "variants/readings.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "text/kana.hpp"
#include "text/utf8.hpp"
#include "variants/romaji.hpp"

namespace libsearch::variants {
namespace {

constexpr std::size_t fewest_kana = 3, fewest_letters = 4;
/// Shorter Latin words that the index has are those words: same is not 鮫.
constexpr std::size_t fewest_letters_of_a_word = 5;
/// What a beginning must have to stand for all words that go on from it.
constexpr std::size_t fewest_kana_of_a_beginning = 4, fewest_letters_of_a_beginning = 5;
constexpr std::size_t longest_part = 120;
/// Words of one reading, rows of words, and words that begin with it.
constexpr std::size_t most_words = 16, most_rows = 16, most_longer = 16;
/// 化 in 自由化; but あいち is not 愛 and 地.
constexpr std::size_t fewest_kana_before_one = 3;
/// Rows kept at each place of the lattice, and words of one reading in them.
constexpr std::size_t most_partial = 48, most_in_a_row = 6;

struct candidate {
  std::string text;
  double weight = 0;  ///< the more documents, the larger
  std::size_t kana = 0;
};

/// The part as the key that the table has.
struct wanted {
  std::string key;
  std::string with_length;  ///< of a romaji key
  bool romaji = false;
};

void keep_best(std::vector<candidate> &all, std::size_t most) {
  std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.weight > b.weight; });
  if (all.size() > most) all.resize(most);
}

class finder {
 public:
  finder(const wanted &part, const reading_table &table) : part_(part), table_(table) {}

  std::vector<candidate> words() const {
    std::vector<candidate> found = words_at(0, part_.key.size());
    keep_best(found, most_words);
    return found;
  }

  /// 東京電力 for the reading of 東京: what a word of the reading begins is read as it is.
  std::vector<candidate> longer(const std::vector<candidate> &exact) const {
    std::vector<candidate> found;
    each_beginning([&](const reading_table::entry &e) {
      const bool goes_on = std::any_of(exact.begin(), exact.end(), [&](const candidate &c) {
        return e.word.size() > c.text.size() && e.word.substr(0, c.text.size()) == c.text;
      });
      if (goes_on) found.push_back(made(e));
    });
    keep_best(found, most_longer);
    return found;
  }

  std::vector<candidate> beginnings() const {
    std::vector<candidate> found;
    each_beginning([&](const reading_table::entry &e) { found.push_back(made(e)); });
    keep_best(found, most_longer);
    return found;
  }

  /// Several words in a row, the fewest and commonest first.
  std::vector<candidate> rows() const {
    struct partial {
      std::string text;
      std::size_t words = 0;
      double weight = 0;
      std::size_t kana = 0;
    };
    const std::size_t size = part_.key.size();
    std::vector<std::vector<partial>> reached(size + 1);
    reached[0].push_back({});
    for (std::size_t at = 0; at < size; ++at) {
      if (reached[at].empty()) continue;
      for (std::size_t end = next(at); end <= size; end = next(end)) {
        if (!table_.has_prefix(std::string_view(part_.key).substr(at, end - at))) break;
        auto found = words_at(at, end);
        keep_best(found, most_in_a_row);
        for (const partial &before : reached[at])
          for (const candidate &word : found)
            if (word.kana > 1 || before.kana >= fewest_kana_before_one)
              reached[end].push_back({before.text + word.text, before.words + 1, before.weight + word.weight,
                                      before.kana + word.kana});
        if (end == size) break;
      }
      for (auto &place : reached) {
        if (place.size() <= most_partial) continue;
        std::stable_sort(place.begin(), place.end(), [](const partial &a, const partial &b) {
          return a.words != b.words ? a.words < b.words : a.weight > b.weight;
        });
        place.resize(most_partial);
      }
    }
    auto &whole = reached[size];
    std::erase_if(whole, [](const partial &p) { return p.words < 2; });
    std::stable_sort(whole.begin(), whole.end(), [](const partial &a, const partial &b) {
      return a.words != b.words ? a.words < b.words : a.weight > b.weight;
    });
    std::vector<candidate> found;
    for (const partial &p : whole)
      if (found.size() < most_rows) found.push_back({p.text, 0, p.kana});
    return found;
  }

 private:
  /// The end of the character at `at`.
  std::size_t next(std::size_t at) const {
    if (at >= part_.key.size()) return part_.key.size() + 1;
    text::next(part_.key, at);
    return at;
  }

  static candidate made(const reading_table::entry &e) {
    return {std::string(e.word), std::log(1.0 + e.frequency), text::length(e.reading)};
  }

  bool agrees(std::size_t start, std::size_t end, const reading_table::entry &e) const {
    if (!part_.romaji) return true;
    return agrees_in_length(std::string_view(part_.with_length).substr(start, end - start), romaji_key(e.reading));
  }

  std::vector<candidate> words_at(std::size_t start, std::size_t end) const {
    std::vector<candidate> found;
    table_.for_each(std::string_view(part_.key).substr(start, end - start), [&](const reading_table::entry &e) {
      if (agrees(start, end, e)) found.push_back(made(e));
    });
    return found;
  }

  template <class Visit>
  void each_beginning(Visit &&visit) const {
    table_.for_each_prefix(part_.key, [&](const reading_table::entry &e) {
      if (agrees(0, part_.key.size(), e)) visit(e);
    });
  }

  const wanted &part_;
  const reading_table &table_;
};

}  // namespace

void append_readings(std::string_view part, const vocabulary &words, const reading_source &table, replacements &found) {
  if (!table || part.size() > longest_part) return;
  wanted sought;
  bool may_begin = false;
  const std::size_t length = text::length(part);
  if (text::is_kana(part)) {
    if (length < fewest_kana) return;
    sought.key = text::to_katakana(part);
    may_begin = length >= fewest_kana_of_a_beginning;
  } else {
    if (length < fewest_letters) return;
    const auto key = typed_romaji_key(part);
    if (!key || (length < fewest_letters_of_a_word && words.has_word(part))) return;
    sought.with_length = *key;
    sought.key = without_length(*key);
    sought.romaji = true;
    may_begin = length >= fewest_letters_of_a_beginning;
  }
  const reading_table &readings = table();
  if (readings.empty()) return;
  const finder find(sought, readings);
  const std::vector<candidate> exact = find.words();
  std::vector<candidate> all = exact;
  const auto add = [&](const std::vector<candidate> &more) { all.insert(all.end(), more.begin(), more.end()); };
  add(find.rows());
  if (!exact.empty()) add(find.longer(exact));
  if (all.empty() && may_begin && !words.has_word(part)) add(find.beginnings());
  std::set<std::string> seen;
  for (const candidate &c : all)
    if (seen.insert(c.text).second) found.push_back({0, part.size(), c.text, group::reading, true, true, false});
}

}  // namespace libsearch::variants
