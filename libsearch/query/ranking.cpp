#include "query/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "index/record.hpp"
#include "index/term.hpp"
#include "text/char_class.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// More words than this with a bigram inside: it is common, and its exact frequency does not matter.
constexpr std::size_t most_words_counted = 400;

bool is_content(text::char_class c) {
  return c == text::char_class::han || c == text::char_class::katakana || c == text::char_class::latin;
}

/// Documents that hold a pair of characters, about: as part of a word, or across a boundary.
double frequency_of(std::string_view pair, const Xapian::Database &database, const indexing::lexicon &words) {
  const double total = database.get_doccount();
  const auto units = text::to_utf16(pair);
  if (words.count_infix(units) > most_words_counted) return total / 2;
  double frequency = database.get_termfreq(indexing::bigram_term(pair));
  words.for_each_infix(units, [&](const indexing::found_word &word) {
    frequency += word.frequency;
    return true;
  });
  return std::min(frequency, total);
}

}  // namespace

Xapian::Query ranking_query(const std::vector<std::string> &texts, analysis::text_analyzer &analyzer,
                            const ranking_model &model) {
  std::map<std::string, unsigned> words, bigrams;
  for (const std::string &text : texts) {
    const auto &cut = analyzer.words(text);
    for (std::size_t i = 0; i < cut.size(); ++i) {
      ++words[text.substr(cut[i].start, cut[i].end - cut[i].start)];
      if (i == 0) continue;
      const auto pair = analysis::boundary_bigram(text, cut[i - 1], cut[i]);
      if (!pair.empty()) ++bigrams[indexing::bigram_term(pair)];
    }
  }
  const auto any = [](const std::map<std::string, unsigned> &terms) {
    std::vector<Xapian::Query> queries;
    for (const auto &[term, count] : terms) queries.emplace_back(term, count);
    return Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
  };
  if (bigrams.empty()) return any(words);
  const Xapian::Query weak(Xapian::Query::OP_SCALE_WEIGHT, any(bigrams), model.bigram_weight);
  return Xapian::Query(Xapian::Query::OP_OR, any(words), weak);
}

reranker::reranker(const std::vector<std::string> &texts, const Xapian::Database &database,
                   const indexing::lexicon &words, analysis::text_analyzer &analyzer, const ranking_model &model)
    : model_(model) {
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
      prepared.content.push_back(is_content(kind));
      text::compact_append(prepared.compact, std::string_view(text).substr(start, at - start));
      if (text::is_japanese(kind) && text::is_japanese(before_class)) {
        const std::string pair = text.substr(before, at - before);
        if (seen.insert(pair).second) {
          const double frequency = frequency_of(pair, database, words);
          const double idf = std::log(1 + (total - frequency + 0.5) / (frequency + 0.5));
          grams_.push_back({text::finder(text::compact(pair)), idf});
        }
      }
      before = start;
      before_class = kind;
    }
    prepared.characters.push_back(prepared.compact.size());
    for (const analysis::word &word : analyzer.words(text)) {
      const std::string surface = text.substr(word.start, word.end - word.start);
      if (!word.function && is_content(word.first) && seen_words.insert(surface).second)
        words_.emplace_back(text::compact(surface));
    }
    texts_.push_back(std::move(prepared));
  }
}

double reranker::grams_score(std::string_view compact) const {
  double score = 0;
  const double length = static_cast<double>(compact.size()) / 1.4;  // bytes of a character, about
  const double norm = model_.text_k1 * (1 - model_.text_b + model_.text_b * length / average_length_);
  for (const gram &gram : grams_) {
    double count = 0;
    for (std::size_t at = gram.finder.find(compact); at != text::npos && count < 30;
         at = gram.finder.find(compact, at + 1))
      ++count;
    if (count > 0) score += gram.idf * count * (model_.text_k1 + 1) / (count + norm);
  }
  return score;
}

double reranker::runs_score(std::string_view compact) const {
  constexpr std::size_t shortest = 3, least_content = 2;
  double covered = 0;
  for (const query_text &text : texts_) {
    const std::size_t n = text.content.size();
    const auto slice = [&](std::size_t from, std::size_t to) {
      return text.compact.substr(text.characters[from], text.characters[to] - text.characters[from]);
    };
    for (std::size_t from = 0; from + shortest <= n;) {
      std::size_t longest = 0;
      for (std::size_t to = from + shortest; to <= n; ++to) {
        if (text::finder(slice(from, to)).find(compact) == text::npos) break;
        longest = to - from;
      }
      if (longest == 0) {
        ++from;
        continue;
      }
      const auto content = static_cast<std::size_t>(
          std::count(text.content.begin() + static_cast<std::ptrdiff_t>(from),
                     text.content.begin() + static_cast<std::ptrdiff_t>(from + longest), true));
      if (content >= least_content) covered += static_cast<double>(content);
      from += longest;
    }
  }
  return covered;
}

double reranker::score(std::string_view compact) const {
  const auto fields = indexing::split_fields(compact);
  double in_title = 0;
  for (const text::finder &word : words_) in_title += word.find(fields.title) != text::npos;
  return model_.text_weight * grams_score(compact) + model_.run_weight * runs_score(compact) +
         model_.title_weight * in_title;
}

}  // namespace libsearch::query
