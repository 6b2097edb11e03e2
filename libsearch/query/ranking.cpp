#include "query/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "index/record.hpp"
#include "index/term.hpp"
#include "query/condition.hpp"
#include "text/char_class.hpp"
#include "text/sieve.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// More words than this with a bigram inside: it is common, and its exact frequency does not matter.
constexpr std::size_t most_words_counted = 400;

/// Documents that hold a pair of characters, about: as part of a word, or across a boundary.
bool has_hiragana(std::string_view pair) {
  for (std::size_t at = 0; at < pair.size();)
    if (text::class_of(text::next(pair, at)) == text::char_class::hiragana) return true;
  return false;
}

/// The share of documents that a pair with kana is taken to be in, across words: it is no term, so nobody counted.
constexpr double uncounted_share = 0.01;

double frequency_of(std::string_view pair, const Xapian::Database &database, const indexing::lexicon &words) {
  const double total = database.get_doccount();
  const auto units = text::to_utf16(pair);
  if (words.count_infix(units) > most_words_counted) return total / 2;
  double frequency = database.get_termfreq(indexing::bigram_term(pair));
  if (frequency == 0 && has_hiragana(pair)) frequency = uncounted_share * total;
  words.for_each_infix(units, [&](const indexing::found_word &word) {
    frequency += word.frequency;
    return true;
  });
  return std::min(frequency, total);
}

double idf_of(double frequency, double total) {
  return std::log(1 + (total - frequency + 0.5) / (frequency + 0.5));
}

/// Occurrences of one bigram that are looked at, at most, and the window of words that belong together:
/// bytes of compact text, 80 characters or so.
constexpr std::size_t most_occurrences = 20;
constexpr std::size_t window_bytes = 112;

struct gram_place {
  std::size_t at;
  std::size_t gram;
};

/// With fewer characters in a query, a look at all bytes of a text costs more than it saves.
constexpr std::size_t fewest_sieved = 256;

}  // namespace

reranker::reranker(const std::vector<std::string> &texts, const Xapian::Database &database,
                   const indexing::lexicon &words, analysis::text_analyzer &analyzer, const ranking_model &model)
    : model_(model), analyzer_(analyzer) {
  const double total = database.get_doccount();
  // Words are about two characters long, and lengths are compared in characters.
  average_length_ = std::max(1.0, database.get_average_length() * 2);
  std::set<std::string> seen, seen_words;
  for (const std::string &text : texts) {
    query_text prepared;
    std::size_t before = 0;
    text::char_class before_class = text::char_class::other;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t start = at;
      const auto kind = text::class_of(text::next(text, at));
      prepared.characters.push_back(prepared.compact.size());
      prepared.content.push_back(text::is_content(kind));
      text::compact_append(prepared.compact, std::string_view(text).substr(start, at - start));
      if (text::is_japanese(kind) && text::is_japanese(before_class)) {
        const std::string pair = text.substr(before, at - before);
        if (seen.insert(pair).second) {
          const double idf = idf_of(frequency_of(pair, database, words), total);
          grams_.push_back({text::finder(text::compact(pair)), idf, {}});
        }
      }
      before = start;
      before_class = kind;
    }
    prepared.characters.push_back(prepared.compact.size());
    const auto cut = analyzer.words(text);
    for (std::size_t i = 0; i < cut.size(); ++i) {
      const analysis::word &word = cut[i];
      if (i > 0 && analysis::is_counter(text, cut[i - 1], word)) continue;
      const std::string surface = text.substr(word.start, word.end - word.start);
      if (word.function || analysis::is_question_word(surface) || !seen_words.insert(surface).second) continue;
      const double frequency = database.get_termfreq(surface);
      if (frequency == 0) continue;
      const double idf = idf_of(frequency, total);
      words_.push_back({text::finder(text::compact(surface)), idf, surface});
      // A Latin word stands close to others as a pair of Japanese characters does.
      if (word.first == text::char_class::latin) grams_.push_back({text::finder(text::compact(surface)), idf, {}});
    }
    texts_.push_back(std::move(prepared));
  }
}

double reranker::grams_score(std::string_view compact) const {
  double score = 0;
  const double length = static_cast<double>(compact.size()) / 1.4;  // bytes of a character, about
  const double norm = model_.text_k1 * (1 - model_.text_b + model_.text_b * length / average_length_);
  std::vector<gram_place> places;
  for (std::size_t i = 0; i < grams_.size(); ++i) {
    std::size_t count = 0;
    for (std::size_t at = grams_[i].finder.find(compact); at != text::npos && count < most_occurrences;
         at = grams_[i].finder.find(compact, at + 1), ++count)
      places.push_back({at, i});
    const auto n = static_cast<double>(count);
    if (count > 0) score += grams_[i].idf * n * (model_.text_k1 + 1) / (n + norm);
  }
  // The window with the most different bigrams, by idf: two ends move over the places in order.
  std::sort(places.begin(), places.end(), [](const gram_place &a, const gram_place &b) { return a.at < b.at; });
  std::vector<unsigned> inside(grams_.size());
  double held = 0, best = 0;
  for (std::size_t first = 0, last = 0; last < places.size(); ++last) {
    if (inside[places[last].gram]++ == 0) held += grams_[places[last].gram].idf;
    for (; places[last].at - places[first].at > window_bytes; ++first)
      if (--inside[places[first].gram] == 0) held -= grams_[places[first].gram].idf;
    best = std::max(best, held);
  }
  return model_.text_weight * score + model_.close_weight * best;
}

double reranker::runs_score(std::string_view compact) const {
  constexpr std::size_t shortest = 3, least_content = 2;
  double covered = 0;
  std::optional<text::sieve> sieve;  // made once, for the first text that is long enough
  for (const query_text &text : texts_) {
    const std::size_t n = text.content.size();
    const bool sieved = n > fewest_sieved;
    if (sieved && !sieve) sieve.emplace(compact);
    const auto slice = [&](std::size_t from, std::size_t to) {
      return text.compact.substr(text.characters[from], text.characters[to] - text.characters[from]);
    };
    for (std::size_t from = 0; from + shortest <= n;) {
      std::size_t longest = 0;
      for (std::size_t to = from + shortest; to <= n; ++to) {
        const std::string wanted = slice(from, to);
        if ((sieved && !sieve->may_hold(wanted)) || text::finder(wanted).find(compact) == text::npos) break;
        longest = to - from;
      }
      if (longest == 0) {
        ++from;
        continue;
      }
      const auto content = static_cast<std::size_t>(
          std::count(text.content.begin() + static_cast<std::ptrdiff_t>(from),
                     text.content.begin() + static_cast<std::ptrdiff_t>(from + longest), true));
      if (content >= least_content) covered += model_.run_weight * static_cast<double>(content);
      if (longest > shortest && content > least_content)
        covered += model_.long_run_weight * static_cast<double>(content);
      from += longest;
    }
  }
  return covered;
}

double reranker::words_score(std::string_view compact) const {
  double held = 0;
  for (const weighted &word : words_)
    if (word.finder.find(compact) != text::npos) held += word.idf;
  return model_.word_weight * held;
}

double reranker::title_score(std::string_view title) const {
  if (title.empty()) return 0;
  double score = 0;
  std::string normalized;
  for (const weighted &word : words_) {
    if (word.finder.find(title) == text::npos) continue;
    if (normalized.empty()) normalized = text::expand(title);
    const mark whole{word.surface, field::title, true, true, true};
    const bool is_word = !occurrences(normalized, whole, analyzer_).empty();
    score += model_.title_word_weight * (is_word ? 1 : model_.inside_share);
  }
  const text::finder whole{std::string(title)};
  for (const query_text &text : texts_)
    if (whole.find(text.compact) != text::npos) return score + model_.title_weight;
  return score;
}

double reranker::score(std::string_view compact) const {
  return grams_score(compact) + runs_score(compact) + words_score(compact) +
         title_score(indexing::split_fields(compact).title);
}

}  // namespace libsearch::query
