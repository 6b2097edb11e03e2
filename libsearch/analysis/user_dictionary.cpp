#include "analysis/user_dictionary.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include <libsearch/error.hpp>

#include "analysis/words.hpp"
#include "text/char_class.hpp"
#include "text/kana.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch::analysis {
namespace {

constexpr std::size_t most_columns = 3;

[[noreturn]] void refuse(std::size_t line, const std::string &what) {
  throw error(errc::malformed, "line " + std::to_string(line) + ": " + what,
              "a line is a word, and if wanted a tab and its reading in kana, and a tab and its class");
}

std::string cell(std::string_view given) {
  std::string text = text::normalize_only(given);
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

bool holds_other(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (text::class_of(text::next(text, at)) == text::char_class::other) return true;
  return false;
}

}  // namespace

user_dictionary::user_dictionary(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  std::size_t number = 0;
  std::set<std::string> seen;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    if (text::find_ill_formed(line) != text::npos) refuse(number, "not UTF-8");
    std::vector<std::string> cells;
    for (std::size_t from = 0; from <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', from), line.size());
      cells.push_back(cell(line.substr(from, tab - from)));
      from = tab + 1;
    }
    if (cells.size() > most_columns) refuse(number, "has " + std::to_string(cells.size()) + " columns, three are the most");
    cells.resize(most_columns);
    if (cells[0].empty()) {
      if (cells[1].empty() && cells[2].empty()) continue;
      refuse(number, "no word in front of the tab");
    }
    if (text::to_utf16(cells[0]).size() > max_word_units)
      refuse(number, "the word is longer than " + std::to_string(max_word_units) + " characters");
    user_word made{cells[0], text::to_katakana(cells[1]), cells[2]};
    if (!made.reading.empty() && !text::is_kana(made.reading))
      refuse(number, "\"" + cells[1] + "\" is no reading: write it in hiragana or katakana");
    if (seen.insert(made.surface + '\t' + made.reading + '\t' + made.word_class).second) words_.push_back(std::move(made));
  }
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::string &surface = words_[i].surface;
    const bool known = by_surface_.count(surface) > 0;
    by_surface_.emplace(surface, i);
    if (known || holds_other(surface)) continue;
    std::u16string units = text::to_utf16(surface);
    const char16_t first = units[0];
    surfaces_[first].push_back(std::move(units));
  }
  for (auto &[first, surfaces] : surfaces_)
    std::sort(surfaces.begin(), surfaces.end(), [](const auto &a, const auto &b) { return a.size() > b.size(); });
}

bool user_dictionary::has_readings() const {
  return std::any_of(words_.begin(), words_.end(), [](const user_word &w) { return !w.reading.empty(); });
}

std::vector<lexeme> user_dictionary::lexemes(std::string_view surface) const {
  std::vector<std::size_t> places;
  const auto [begin, end] = by_surface_.equal_range(std::string(surface));
  for (auto found = begin; found != end; ++found) places.push_back(found->second);
  std::sort(places.begin(), places.end());
  std::vector<lexeme> found;
  for (const std::size_t place : places) found.push_back({words_[place].reading, "", words_[place].word_class});
  return found;
}

std::size_t user_dictionary::longest_at(std::u16string_view text, std::size_t at) const {
  const auto found = surfaces_.find(text[at]);
  if (found == surfaces_.end()) return 0;
  for (const std::u16string &surface : found->second)
    if (text.substr(at, surface.size()) == surface) return surface.size();
  return 0;
}

void user_dictionary::apply(std::u16string_view text, std::vector<std::uint32_t> &boundaries) const {
  if (surfaces_.empty()) return;
  std::vector<std::uint32_t> made;
  std::size_t next = 0;  // of boundaries
  const auto keep_until = [&](std::size_t unit) {
    while (next < boundaries.size() && boundaries[next] < unit) made.push_back(boundaries[next++]);
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = longest_at(text, at);
    if (length == 0) {
      ++at;
      continue;
    }
    keep_until(at);
    if (made.empty() || made.back() != at) made.push_back(static_cast<std::uint32_t>(at));
    at += length;
    while (next < boundaries.size() && boundaries[next] <= at) ++next;
    made.push_back(static_cast<std::uint32_t>(at));
  }
  keep_until(text.size() + 1);
  boundaries = std::move(made);
}

std::vector<std::string> user_dictionary::changed_surfaces(const user_dictionary &before, const user_dictionary &after) {
  const auto entries = [](const user_dictionary &dictionary) {
    std::map<std::string, std::set<std::pair<std::string, std::string>>> all;
    for (const user_word &word : dictionary.words_) all[word.surface].insert({word.reading, word.word_class});
    return all;
  };
  const auto old = entries(before), now = entries(after);
  std::set<std::string> changed;
  for (const auto *one : {&old, &now})
    for (const auto &[surface, said] : *one) {
      const auto &other = one == &old ? now : old;
      const auto found = other.find(surface);
      if (found == other.end() || found->second != said) changed.insert(surface);
    }
  return {changed.begin(), changed.end()};
}

namespace {

class user_dictionary_tokenizer final : public tokenizer {
 public:
  user_dictionary_tokenizer(std::unique_ptr<tokenizer> base, std::string_view text)
      : base_(std::move(base)), words_(text) {
    char hash[17];
    std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(XXH3_64bits(text.data(), text.size())));
    name_ = base_->name() + " user/" + hash;
  }

  void boundaries(std::u16string_view text, std::vector<std::uint32_t> &boundaries) override {
    base_->boundaries(text, boundaries);
    words_.apply(text, boundaries);
  }

  std::vector<lexeme> lexemes(std::u16string_view word) override {
    std::vector<lexeme> found = words_.lexemes(text::to_utf8(word));
    const bool told = std::any_of(found.begin(), found.end(), [](const lexeme &l) { return !l.reading.empty(); });
    // What the user says of a word is what it is; else the dictionary may know more.
    if (told) return found;
    for (lexeme &entry : base_->lexemes(word)) found.push_back(std::move(entry));
    return found;
  }

  bool knows_readings() const override { return base_->knows_readings() || words_.has_readings(); }
  std::string name() const override { return name_; }

 private:
  std::unique_ptr<tokenizer> base_;
  user_dictionary words_;
  std::string name_;
};

}  // namespace

std::unique_ptr<tokenizer> with_user_dictionary(std::unique_ptr<tokenizer> base, std::string_view text) {
  return std::make_unique<user_dictionary_tokenizer>(std::move(base), text);
}

}  // namespace libsearch::analysis
