#include "query/first_stage.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/words.hpp"
#include "index/term.hpp"

namespace libsearch::query {
namespace {

/// Shorter documents, as a share of the average, count as this long.
constexpr double least_length = 0.5;

/// The weight of a term before that of its count in a document. A term in more than half of all documents still tells
/// something: small values are halved toward 1 instead of becoming negative.
double weight_of(const ranked_term &term, double frequency, double total, const ranking_model &model) {
  double rarity = (total - frequency + 0.5) / (frequency + 0.5);
  if (rarity < 2) rarity = rarity * 0.5 + 1;
  const double count = term.count;
  return std::log(rarity) * term.factor * (2 * count / (1 + count)) * (model.k1 + 1);
}

}  // namespace

std::vector<ranked_term> ranked_terms(const std::vector<std::string> &texts, analysis::text_analyzer &analyzer,
                                      const ranking_model &model) {
  std::map<std::string, unsigned> words, bigrams;
  for (const std::string &text : texts) {
    const auto &cut = analyzer.words(text);
    for (std::size_t i = 0; i < cut.size(); ++i) {
      std::string surface = text.substr(cut[i].start, cut[i].end - cut[i].start);
      const bool counts = i > 0 && analysis::is_counter(text, cut[i - 1], cut[i]);
      if (!counts && !analysis::is_question_word(surface)) ++words[std::move(surface)];
      if (i == 0) continue;
      const auto pair = analysis::boundary_bigram(text, cut[i - 1], cut[i], analyzer.rule());
      if (!pair.empty()) ++bigrams[indexing::bigram_term(pair)];
    }
  }
  std::vector<ranked_term> terms;
  for (const auto &[term, count] : words) terms.push_back({term, count, 1});
  for (const auto &[term, count] : bigrams) terms.push_back({term, count, model.bigram_weight});
  return terms;
}

Xapian::Query ranking_query(const std::vector<ranked_term> &terms) {
  std::vector<Xapian::Query> queries;
  for (const ranked_term &term : terms)
    queries.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.term, term.count), term.factor);
  return Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
}

Xapian::termcount document_lengths::of(Xapian::docid number) {
  if (lengths_.empty()) {
    lengths_.resize(std::size_t{database_.get_lastdocid()} + 1);
    for (auto posting = database_.postlist_begin(""); posting != database_.postlist_end(""); ++posting)
      lengths_[*posting] = posting.get_doclength();
  }
  return lengths_[number];
}

std::vector<double> first_weights(const std::vector<ranked_term> &terms, const std::vector<Xapian::docid> &documents,
                                  const Xapian::Database &database, document_lengths &lengths,
                                  const ranking_model &model) {
  std::vector<double> weights(documents.size()), norms;
  if (terms.empty()) return weights;
  const double total = database.get_doccount(), average = database.get_average_length();
  norms.reserve(documents.size());
  for (const Xapian::docid number : documents) {
    const double length = std::max(lengths.of(number) / average, least_length);
    norms.push_back(model.k1 * (length * model.b + (1 - model.b)));
  }
  for (const ranked_term &term : terms) {
    const double frequency = database.get_termfreq(term.term);
    if (frequency == 0) continue;
    const double weight = weight_of(term, frequency, total, model);
    const auto end = database.postlist_end(term.term);
    auto posting = database.postlist_begin(term.term);
    for (std::size_t i = 0; i < documents.size() && posting != end;) {
      const Xapian::docid number = *posting;
      if (number < documents[i]) {
        posting.skip_to(documents[i]);
      } else if (number > documents[i]) {
        // Of a rare term most documents are passed over at once.
        if (++i < documents.size() && documents[i] < number)
          i = static_cast<std::size_t>(std::lower_bound(documents.begin() + static_cast<std::ptrdiff_t>(i),
                                                        documents.end(), number) - documents.begin());
      } else {
        const double occurrences = posting.get_wdf();
        weights[i] += weight * (occurrences / (norms[i] + occurrences));
        ++i;
      }
    }
  }
  return weights;
}

}  // namespace libsearch::query
