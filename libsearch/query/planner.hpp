// Which documents may hold a string, and which surely do: from the words of the lexicon and the
// boundary bigrams, without positions (docs/ARCHITECTURE.md, "the hybrid index").
#ifndef LIBSEARCH_QUERY_PLANNER_HPP
#define LIBSEARCH_QUERY_PLANNER_HPP

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "analysis/function_words.hpp"
#include "analysis/words.hpp"
#include "index/field_table.hpp"
#include "index/lexicon.hpp"
#include "query/filter.hpp"
#include "query/known_sets.hpp"
#include "text/char_class.hpp"
#include "text/date_interval.hpp"
#include "text/number_range.hpp"

namespace libsearch::query {

/// Bounds of a set of documents: every document of `lower` is in it, every one of it is in `upper`.
struct bounds {
  filter upper = filter::all();
  filter lower = filter::none();
  bool exact = false;  ///< upper and lower are the same set
};

/// The text with a blank for each character outside words, and for each of the class `replaced`.
std::string with_blanks(std::string_view text, text::char_class replaced);

/// Plans for strings over one state of an index. One thread at a time.
class planner {
 public:
  /// With `known`, sets that searches found narrow the plans; then estimates depend on what was asked for before.
  planner(const Xapian::Database &database, const indexing::lexicon &words,
          const analysis::function_words &functions,
          analysis::boundary_rule rule = analysis::boundary_rule::content, known_sets *known = nullptr);

  /// Documents that hold the normalized string in some field; remembered.
  const bounds &substring(std::string_view normalized);

  /// Documents that hold the normalized word as a word of its own.
  filter word(std::string_view normalized) const;

  /// Documents with a word that begins with the normalized string; none where there are too many words.
  filter words_with_prefix(std::string_view normalized) const;

  /// Documents of a boolean term.
  filter boolean_term(const std::string &term) const;

  /// Documents whose date or number in the field lies in the range.
  filter dates(const indexing::stored_field &field, const text::date_interval &range) const;
  filter numbers(const indexing::stored_field &field, const text::number_range &range) const;

  /// Documents that have something in the value slot.
  filter with_value(unsigned slot) const;

  double total() const { return total_; }

 private:
  struct side;
  class lattice;

  bounds plan_substring(std::string_view normalized);
  const bounds *known_bounds(std::string_view text);
  const bounds &planned_substring(std::string_view text);
  filter of_character(std::u16string_view one);
  filter inside(std::u16string_view text);
  double bigram_frequency(const std::string &term);

  const Xapian::Database &database_;
  const indexing::lexicon &words_;
  const analysis::function_words &functions_;
  const analysis::boundary_rule rule_;
  known_sets *const known_;
  double total_;
  std::map<std::string, double> bigram_frequencies_;
  std::map<std::string, bounds, std::less<>> substrings_, known_substrings_;
};

}  // namespace libsearch::query

#endif
