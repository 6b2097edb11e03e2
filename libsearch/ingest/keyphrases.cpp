#include "ingest/keyphrases.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <set>
#include <string_view>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "ingest/language.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t shortest = 3, longest = 14;  // characters of a Japanese compound
constexpr std::size_t text_bytes = 1u << 20;       // a book says what it is about in its first MiB

struct count_entry {
  std::size_t count = 0;
  std::size_t first = 0;   ///< where it stands first: ties go to what comes earlier
  std::size_t length = 0;  ///< characters
};

/// Phrases of a text that outlives it, and those that were made of it.
struct counts {
  std::unordered_map<std::string_view, count_entry> of;
  std::deque<std::string> made;
};

bool is_katakana(char32_t c) { return c >= 0x30A1 && c <= 0x30FC && c != 0x30FB; }

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

/// Compounds that begin or end so count, point or relate; they name nothing.
bool is_loose(std::string_view run) {
  if (is_one_of(first_character(run), U"約各同当第毎何数昨今本全両々") ||
      is_one_of(last_character(run), U"等的上中内後前間時年月日回円割度倍個人々頃件以"))
    return true;
  for (std::size_t at = 0; at < run.size();)
    switch (next(run, at)) {
      case U'〇': case U'一': case U'二': case U'三': case U'四': case U'五': case U'六': case U'七':
      case U'八': case U'九': case U'十': case U'百': case U'千': case U'万': case U'億': return true;
      default: break;
    }
  return false;
}

void note(counts &all, std::string_view phrase, std::size_t place, std::size_t length) {
  ++all.of.try_emplace(phrase, count_entry{0, place, length}).first->second.count;
}

void note_made(counts &all, std::string phrase, std::size_t place, std::size_t length) {
  const auto known = all.of.find(phrase);
  if (known != all.of.end())
    ++known->second.count;
  else
    note(all, all.made.emplace_back(std::move(phrase)), place, length);
}

void count_japanese(std::string_view text, counts &all) {
  std::size_t start = 0, length = 0;
  bool amount = false;  // a run beside a digit is an amount or its unit
  const auto close = [&](std::size_t end) {
    const std::string_view run = text.substr(start, end - start);
    if (length >= shortest && length <= longest && !amount) note(all, run, start, length);
    length = 0;
  };
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t from = at;
    // U+5000 to U+9FFF are kanji.
    const auto first = static_cast<unsigned char>(text[at]);
    if (first >= 0xE5 && first <= 0xE9 && at + 2 < text.size()) {
      if (length++ == 0) start = from;
      at += 3;
      continue;
    }
    // U+3040 to U+309F are hiragana.
    if (first == 0xE3 && at + 2 < text.size() && (text[at + 1] == '\x81' || (text[at + 1] == '\x82' && text[at + 2] < '\xA0'))) {
      if (length > 0) close(from);
      amount = false;
      at += 3;
      continue;
    }
    const char32_t c = next(text, at);
    const bool digit = (c >= '0' && c <= '9') || (c >= U'０' && c <= U'９');
    if (is_han(c) || is_katakana(c)) {
      if (length++ == 0) start = from;
    } else if (digit) {
      amount = true;
    } else {
      if (length > 0) close(from);
      amount = false;
    }
  }
  close(at);
}

void count_english(std::string_view text, counts &all) {
  static const std::set<std::string, std::less<>> function_words = {
      "the",   "and",   "for",   "that",  "with",  "this",  "from",  "are",   "was",  "were",
      "has",   "have",  "had",   "not",   "but",   "its",   "which", "their", "they", "than",
      "more",  "will",  "would", "could", "been",  "into",  "over",  "also",  "such", "one",
      "two",   "when",  "what",  "who",   "there", "these", "those", "may",   "can",  "any",
      "all",   "most",  "some",  "other", "about", "after", "only",  "each",  "our",  "his",
      "her",   "she",   "him",   "them",  "then",  "because", "while", "where", "does", "did"};
  std::string word, before;
  const auto close = [&](std::size_t place, bool joins) {
    if (!word.empty()) {
      const bool content = word.size() >= 3 && function_words.count(word) == 0;
      if (content && !before.empty())
        note_made(all, before + " " + word, place - word.size() - before.size() - 1, 8);
      before = content ? word : std::string();
      word.clear();
    }
    if (!joins) before.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
      word += static_cast<char>(c | 0x20);
    else
      close(i, c == ' ' || c == '\n');
  }
  close(text.size(), false);
}

/// Names in the head without blanks: 青海 太郎 is 青海太郎 in the text.
std::string names_of(const document &from) {
  std::string out;
  for (const std::string &name : from.authors) out += to_utf8(tight(fold(name))) + "\n";
  return out + from.attribute("affiliation");
}

}  // namespace

std::vector<std::string> keyphrases_of(const document &from, std::size_t most) {
  const std::string text =
      from.title + "\n" + from.body.substr(0, std::min(from.body.size(), text_bytes));
  counts all;
  const std::string said = from.attribute("lang");
  const bool english = (said.empty() ? language_of(from.body.empty() ? from.title : from.body) : said) == "en";
  english ? count_english(text, all) : count_japanese(text, all);
  const std::string names = names_of(from);
  struct scored {
    double score;
    std::size_t first;
    std::string_view phrase;
  };
  std::vector<scored> found;
  for (const auto &[phrase, entry] : all.of) {
    // The title says it once and means it.
    const bool in_title = entry.first < from.title.size();
    if (entry.count < 2 || names.find(phrase) != npos || (!english && is_loose(phrase))) continue;
    const double times = static_cast<double>(entry.count + (in_title ? 1 : 0));
    found.push_back({times * std::sqrt(static_cast<double>(entry.length)), entry.first, phrase});
  }
  std::sort(found.begin(), found.end(), [](const scored &a, const scored &b) {
    return a.score != b.score ? a.score > b.score : a.first < b.first;
  });
  std::vector<std::string> result;
  for (std::size_t i = 0; i < found.size() && i < most; ++i) result.emplace_back(found[i].phrase);
  return result;
}

void add_keyphrases(document &to) {
  if (to.attributes.count("keyphrases") > 0) return;
  const std::vector<std::string> found = keyphrases_of(to);
  if (!found.empty()) to.attributes["keyphrases"] = nlohmann::json(found).dump();
}

}  // namespace libsearch::ingest
