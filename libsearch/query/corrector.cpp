#include "query/corrector.hpp"

#include <time.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "index/term.hpp"
#include "query/lookalikes.hpp"
#include "text/char_class.hpp"
#include "text/edit_distance.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// Processor time for all words of a query, in milliseconds, and what is tried of one.
constexpr double most_time = 12;
constexpr std::size_t most_tried = 60, most_planned = 32, most_confirmed = 8, most_alike = 3, most_corrections = 3, most_neighbours = 400;
/// Characters of a word that is looked at. Shorter ones are like too many others.
constexpr std::size_t shortest_compound = 2, longest_compound = 12, shortest_word = 3, longest_word = 30;
/// What a replaced kanji costs that is easily taken for the other, and a beginning that differs.
constexpr unsigned lookalike_cost = 8, beginning_cost = 2;
/// What a word costs that sounds the same, and beyond an edit, a compound that only lost an end: it is in more texts
/// than any whole.
constexpr unsigned sound_cost = 4, lost_end_cost = 4;
/// What ten times the documents are worth, and how much worse than the first a further choice may be.
constexpr double tenfold = 2.5, worth_a_line = 3;
/// From this length on a word may have two mistakes.
constexpr std::size_t length_of_two = 5;

/// Milliseconds of this thread: a busy machine suggests no less.
double thread_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

bool is_compound_letter(char32_t c) {
  const auto kind = text::class_of(c);
  return kind == text::char_class::han || kind == text::char_class::katakana;
}

/// Unbroken runs of letters that carry content, as byte ranges.
std::vector<std::pair<std::size_t, std::size_t>> runs_of(std::string_view normalized) {
  std::vector<std::pair<std::size_t, std::size_t>> runs;
  for (std::size_t at = 0; at < normalized.size();) {
    const std::size_t start = at;
    if (!text::is_content(text::class_of(text::next(normalized, at)))) continue;
    if (!runs.empty() && runs.back().second == start) runs.back().second = at;
    else runs.emplace_back(start, at);
  }
  return runs;
}

/// Kana and Latin letters, hiragana among them, and nothing else.
bool is_mixed_kana(std::string_view normalized) {
  bool hiragana = false;
  for (std::size_t at = 0; at < normalized.size();) {
    const auto kind = text::class_of(text::next(normalized, at));
    hiragana |= kind == text::char_class::hiragana;
    if (kind != text::char_class::hiragana && kind != text::char_class::katakana && kind != text::char_class::latin) return false;
  }
  return hiragana;
}

}  // namespace

corrector::corrector(const Xapian::Database &database, const indexing::lexicon &words, planner &plans,
                     sound_corrections sounds, counter count)
    : database_(database), words_(words), plans_(plans), sounds_(std::move(sounds)), count_(std::move(count)) {}

std::vector<std::string> corrector::suggestions(const query_node &tree, std::string_view query) {
  end_ = thread_time() + most_time;
  std::vector<misspelling> wrong;
  visit(tree, query, wrong);
  std::erase_if(wrong, [](const misspelling &m) { return m.corrections.empty(); });
  if (wrong.empty()) return {};
  std::sort(wrong.begin(), wrong.end(), [](const auto &a, const auto &b) { return a.start < b.start; });
  std::vector<std::string> made;
  // The others of the first word are alternatives; the rest has its best.
  for (const correction &first : wrong.front().corrections) {
    std::string text;
    std::size_t at = 0;
    for (const misspelling &m : wrong) {
      if (m.start < at) continue;
      text += query.substr(at, m.start - at);
      text += &m == &wrong.front() ? first.text : m.corrections.front().text;
      at = m.end;
    }
    made.push_back(text.append(query.substr(at)));
  }
  return made;
}

void corrector::visit(const query_node &node, std::string_view query, std::vector<misspelling> &found) {
  if (node.op == query_op::none_of) return;
  const bool is_text = node.op == query_op::text || node.op == query_op::phrase || node.op == query_op::word ||
                       node.op == query_op::prefix;
  if (is_text && (node.field.empty() || node.field == "title" || node.field == "body" || node.field == "author"))
    visit_leaf(node, query, found);
  for (const query_node &child : node.children) visit(child, query, found);
}

void corrector::visit_leaf(const query_node &node, std::string_view query, std::vector<misspelling> &found) {
  if (node.offset > query.size() || node.length > query.size() - node.offset) return;
  // As typed, with quotes and field: the leaf's text stands in it, unless a backslash does too.
  const std::string_view typed = query.substr(node.offset, node.length);
  if (text::find_ill_formed(typed) != text::npos) return;
  const text::normalized_text slice = text::normalize(typed);
  const std::string leaf = text::normalize_only(text::repair(node.text));
  const std::size_t place = slice.text.rfind(leaf);
  if (leaf.empty() || place == std::string::npos) return;
  // Kana and letters together are what an input method made of one word: えねrgy.
  if (is_mixed_kana(leaf) && mend(typed, node.offset, slice, place, place + leaf.size(), found)) return;
  for (const auto &[start, end] : runs_of(leaf)) mend(typed, node.offset, slice, place + start, place + end, found);
}

/// Whether the word from `start` to `end` of the normalized slice finds nothing and others were found for it.
bool corrector::mend(std::string_view typed, std::size_t offset, const text::normalized_text &slice, std::size_t start,
                     std::size_t end, std::vector<misspelling> &found) {
  const std::string word = slice.text.substr(start, end - start);
  if (is_late() || count_(word, count_as::typed) > 0) return false;
  // Readings may have to be read from a file first, once.
  const double before = thread_time();
  sounds_.prepare();
  end_ += thread_time() - before;
  const std::size_t from = slice.map.source_start(start), to = slice.map.source_end(end);
  std::vector<correction> other = corrections_of(word);
  if (other.empty()) return false;
  // LGN becomes LNG, not lng.
  const std::string_view as_typed = typed.substr(from, to - from);
  if (as_typed != word && std::none_of(as_typed.begin(), as_typed.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    for (correction &c : other)
      for (char &letter : c.text)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  found.push_back({offset + from, offset + to, std::move(other)});
  return true;
}

std::vector<corrector::correction> corrector::corrections_of(const std::string &word) {
  const std::u32string letters = text::decode(word);
  std::vector<correction> tried;
  edit_by_sound(word, tried);
  edit_by_lexicon(letters, tried);
  edit_compound(letters, tried);
  const auto better = [](const correction &a, const correction &b) {
    return a.score() != b.score() ? a.score() < b.score() : a.text < b.text;
  };
  std::sort(tried.begin(), tried.end(), [](const correction &a, const correction &b) {
    return a.cost != b.cost ? a.cost < b.cost : a.frequency != b.frequency ? a.frequency > b.frequency : a.text < b.text;
  });
  if (tried.size() > most_tried) tried.resize(most_tried);
  // A word keeps its own frequency: as a part of longer words it says little.
  std::size_t planned = 0;
  std::erase_if(tried, [&](correction &c) {
    if (const std::uint32_t own = words_.frequency(text::to_utf16(c.text))) {
      c.frequency = own;
      return false;
    }
    c.frequency = ++planned > most_planned || is_late() ? 0 : frequency_of(c.text);
    return c.frequency == 0;
  });
  std::sort(tried.begin(), tried.end(), better);
  std::vector<correction> kept;
  std::set<std::string> seen;
  std::size_t confirmed = 0;
  for (correction &c : tried) {
    if (confirmed == most_confirmed || is_late()) break;
    if (!seen.insert(c.text).second) continue;
    ++confirmed;
    const std::size_t documents = count_(c.text, count_as::suggested);
    // A compound's estimate may be far too high: it has no positions.
    c.frequency = std::min(c.frequency, static_cast<double>(documents));
    if (documents > 0) kept.push_back(std::move(c));
  }
  std::sort(kept.begin(), kept.end(), better);
  std::erase_if(kept, [&, best = kept.empty() ? 0 : kept.front().score()](const correction &c) { return c.score() > best + worth_a_line; });
  if (kept.size() > most_corrections) kept.resize(most_corrections);
  return kept;
}

/// Words that sound the same; and what an input method made kana of, with a slip of its own.
void corrector::edit_by_sound(const std::string &word, std::vector<correction> &into) {
  std::vector<correction> alike;
  for (std::string &other : sounds_.of(word)) {
    // Rows of words are made up: most meet nowhere.
    const double frequency = std::min<double>(weakest_pair(text::decode(other)), words_.frequency(text::to_utf16(other)) + 1.0);
    if (frequency > 0) alike.push_back({std::move(other), sound_cost, frequency});
  }
  std::stable_sort(alike.begin(), alike.end(), [](const auto &a, const auto &b) { return a.frequency > b.frequency; });
  if (alike.size() > most_alike) alike.resize(most_alike);
  into.insert(into.end(), alike.begin(), alike.end());
  for (const std::string &typed : sound_corrections::typed_as(word)) {
    std::vector<correction> near;
    edit_by_lexicon(text::decode(typed), near);
    for (correction &c : near) into.push_back({std::move(c.text), c.cost + sound_cost, c.frequency});
    if (is_late()) break;
  }
}

/// Kanji and katakana: edits where two neighbours stand together that no document has together. Without such a
/// place the word is a new one rather than a wrong one, and only kanji that are easily confused are tried.
void corrector::edit_compound(const std::u32string &word, std::vector<correction> &into) {
  const std::size_t n = word.size();
  if (n < shortest_compound || n > longest_compound) return;
  std::size_t first_broken = n, last_broken = 0;
  for (std::size_t i = 0; i + 1 < n; ++i) {
    if (!is_compound_letter(word[i]) || !is_compound_letter(word[i + 1]) || pair_frequency(word[i], word[i + 1]) > 0) continue;
    first_broken = std::min(first_broken, i);
    last_broken = i;
  }
  const bool broken = first_broken < n;
  /// Whether an edit of the characters from `from` to before `to` mends every broken place.
  const auto mends = [&](std::size_t from, std::size_t to) {
    return broken && (from == 0 || first_broken >= from - 1) && last_broken < to;
  };
  const auto add = [&](std::u32string edited, unsigned cost) {
    const double weakest = weakest_pair(edited);
    if (weakest > 0) into.push_back({text::encode(edited), cost, weakest});
  };
  for (std::size_t i = 0; i < n && !is_late(); ++i) {
    const std::u32string before = word.substr(0, i), behind = word.substr(i + 1);
    if (text::class_of(word[i]) == text::char_class::han && (mends(i, i + 1) || !broken))
      for (const char32_t other : lookalikes_of(word[i])) add(before + other + behind, lookalike_cost);
    if (!is_compound_letter(word[i])) continue;
    if (mends(i, i + 1)) {
      for (const char32_t other : i > 0 ? neighbours(word[i - 1], true) : neighbours(word[i + 1], false))
        if (is_compound_letter(other)) add(before + other + behind, text::edit_cost + (i == 0 ? beginning_cost : 0));
      if (n > 3) add(before + behind, text::edit_cost + (i == 0 || i + 1 == n ? lost_end_cost : 0));
    }
    if (i + 1 < n && mends(i, i + 2)) {
      std::u32string exchanged = word;
      std::swap(exchanged[i], exchanged[i + 1]);
      add(std::move(exchanged), text::transposition_cost);
    }
    if (i + 1 < n && n > 2 && first_broken == i && last_broken == i)
      for (const char32_t other : neighbours(word[i], true))
        if (is_compound_letter(other)) add(before + word[i] + other + behind, text::edit_cost);
  }
}

/// Latin and katakana pieces of the word that no document has: the words of the lexicon that are most like them.
void corrector::edit_by_lexicon(const std::u32string &word, std::vector<correction> &into) {
  for (std::size_t start = 0, end; start < word.size(); start = end) {
    const auto kind = text::class_of(word[start]);
    for (end = start + 1; end < word.size() && text::class_of(word[end]) == kind;) ++end;
    if (kind != text::char_class::katakana && kind != text::char_class::latin) continue;
    if (end - start < shortest_word || end - start > longest_word) continue;
    const std::u16string piece = text::to_utf16(text::encode(word.substr(start, end - start)));
    if (std::all_of(piece.begin(), piece.end(), [](char16_t c) { return c >= u'0' && c <= u'9'; })) continue;
    if (words_.count_infix(piece) == 0)
      closest_words(piece, text::encode(word.substr(0, start)), text::encode(word.substr(end)), into);
  }
}

void corrector::closest_words(std::u16string_view piece, const std::string &before, const std::string &behind,
                              std::vector<correction> &into) {
  const unsigned most = piece.size() >= length_of_two ? 2 * text::edit_cost : text::edit_cost;
  const auto bit = [](char16_t c) { return std::uint64_t{1} << (c * 0x9E37u >> 4 & 63); };
  std::uint64_t wanted = 0;
  for (const char16_t c : piece) wanted |= bit(c);
  std::size_t visited = 0;
  words_.for_each_prefix(u"", [&](const indexing::found_word &found) {
    if (++visited % 4096 == 0 && is_late()) return false;
    const std::size_t a = found.text.size(), b = piece.size();
    if (found.frequency == 0 || (a > b ? a - b : b - a) * text::edit_cost > most) return true;
    // Letters that the word lacks altogether are edits too: most words end here.
    std::uint64_t has = 0;
    for (const char16_t c : found.text) has |= bit(c);
    if (static_cast<unsigned>(__builtin_popcountll(wanted & ~has)) * text::edit_cost > most) return true;
    unsigned cost = text::edit_distance(piece, found.text, most);
    if (cost > most) return true;
    if (found.text[0] != piece[0]) cost += beginning_cost;
    into.push_back({before + text::to_utf8(found.text) + behind, cost, static_cast<double>(found.frequency)});
    return true;
  });
}

double corrector::correction::score() const { return cost - tenfold * std::log10(1 + frequency); }

bool corrector::is_late() const { return thread_time() > end_; }

/// Documents that have the rarest pair of kanji or katakana in the text, about; 0 = it is in none for sure.
double corrector::weakest_pair(std::u32string_view text) {
  double weakest = 1e9;
  for (std::size_t i = 0; i + 1 < text.size() && weakest > 0; ++i)
    if (is_compound_letter(text[i]) && is_compound_letter(text[i + 1]))
      weakest = std::min(weakest, pair_frequency(text[i], text[i + 1]));
  return weakest;
}

/// Documents that have two characters side by side, about; 0 = none for sure.
double corrector::pair_frequency(char32_t a, char32_t b) {
  const auto [known, is_new] = pairs_.try_emplace({a, b}, 0);
  if (is_new) {
    const std::string pair = text::encode(std::u32string{a, b});
    known->second = static_cast<double>(words_.count_infix(text::to_utf16(pair))) +
                    database_.get_termfreq(indexing::bigram_term(pair));
  }
  return known->second;
}

/// Characters that stand behind (or before) `c` in words, and behind it where words meet.
std::u32string corrector::neighbours(char32_t c, bool behind) const {
  std::set<char32_t> found;
  const std::string letter = text::encode(std::u32string(1, c));
  words_.for_each_infix(text::to_utf16(letter), [&](const indexing::found_word &word) {
    const std::u32string letters = text::decode(text::to_utf8(word.text));
    for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
      if (behind && letters[i] == c) found.insert(letters[i + 1]);
      if (!behind && letters[i + 1] == c) found.insert(letters[i]);
    }
    return found.size() < most_neighbours;
  });
  if (behind) {
    const std::string prefix = indexing::bigram_term(letter);
    for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix) && found.size() < most_neighbours; ++term) {
      std::size_t at = prefix.size();
      const std::string pair = *term;
      if (at < pair.size()) found.insert(text::next(pair, at));
    }
  }
  found.erase(c);
  return {found.begin(), found.end()};
}

double corrector::frequency_of(const std::string &text) {
  const bounds &found = plans_.substring(text);
  if (found.upper.is_none()) return 0;
  const double sure = found.lower.is_none() ? 0 : found.lower.estimate(plans_.total());
  // What is not sure counts little: a superset without positions may be far too large.
  return sure + 0.1 * found.upper.estimate(plans_.total());
}

}  // namespace libsearch::query
