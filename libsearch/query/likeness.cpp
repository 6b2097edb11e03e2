#include "query/likeness.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "index/term.hpp"
#include "text/char_class.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// Terms of a query, and the weight of a boundary bigram beside a word.
constexpr std::size_t most_terms = 100;
constexpr double bigram_weight = 0.5;

/// Whether a word says what a text is about: not grammar, not a number, not a lone kana.
bool tells(std::string_view word, const analysis::function_words &functions) {
  if (functions.contains(word)) return false;
  bool letters = false, kanji = false, hiragana_only = true;
  std::size_t length = 0;
  for (std::size_t at = 0; at < word.size(); ++length) {
    const char32_t c = text::next(word, at);
    const auto kind = text::class_of(c);
    letters |= kind != text::char_class::symbol && !(c >= U'0' && c <= U'9');
    kanji |= kind == text::char_class::han;
    hiragana_only &= kind == text::char_class::hiragana;
  }
  return letters && (kanji || length > 1) && !(hiragana_only && length < 3);
}

class chooser {
 public:
  chooser(const Xapian::Database &database, const analysis::function_words &functions, double least_frequency)
      : total_(database.get_doccount()), functions_(functions), least_(least_frequency) {}

  void add(const std::string &term, double count, double frequency) {
    const bool bigram = term[0] == indexing::bigram_prefix;
    if (frequency < least_ || frequency * 3 > total_ + 6) return;
    if (!bigram && (!indexing::is_word_term(term) || !tells(term, functions_))) return;
    const double idf = std::log(1 + total_ / frequency);
    found_.push_back({term, (1 + std::log(count)) * idf * (bigram ? bigram_weight : 1)});
  }

  std::vector<telling_term> take() {
    const std::size_t kept = std::min(most_terms, found_.size());
    std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(kept), found_.end(),
                      [](const telling_term &a, const telling_term &b) {
                        return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
                      });
    found_.resize(kept);
    return std::move(found_);
  }

 private:
  double total_;
  const analysis::function_words &functions_;
  double least_;
  std::vector<telling_term> found_;
};

}  // namespace

std::vector<telling_term> telling_terms(Xapian::docid document, const Xapian::Database &database,
                                        const analysis::function_words &functions) {
  chooser chosen(database, functions, 2);  // itself and another one
  for (auto term = database.termlist_begin(document); term != database.termlist_end(document); ++term) {
    if (const Xapian::termcount count = term.get_wdf(); count > 0)
      chosen.add(*term, count, term.get_termfreq());
  }
  return chosen.take();
}

std::vector<telling_term> telling_terms(std::string_view normalized, const Xapian::Database &database,
                                        analysis::text_analyzer &analyzer) {
  std::map<std::string, unsigned> counts;
  const auto &words = analyzer.words(normalized);
  for (std::size_t i = 0; i < words.size(); ++i) {
    ++counts[std::string(normalized.substr(words[i].start, words[i].end - words[i].start))];
    if (i == 0) continue;
    const auto pair = analysis::boundary_bigram(normalized, words[i - 1], words[i], analyzer.rule());
    if (!pair.empty()) ++counts[indexing::bigram_term(pair)];
  }
  chooser chosen(database, analyzer.functions(), 1);
  for (const auto &[term, count] : counts)
    if (term.size() <= indexing::max_term_bytes) chosen.add(term, count, database.get_termfreq(term));
  return chosen.take();
}

Xapian::Query likeness_query(const std::vector<telling_term> &terms) {
  std::vector<Xapian::Query> parts;
  // BM25 brings the rarity in once more: a rare word in common tells most.
  for (const telling_term &t : terms)
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(t.term), t.weight);
  return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
}

}  // namespace libsearch::query
