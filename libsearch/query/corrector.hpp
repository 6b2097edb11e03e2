// "Did you mean": other words for those of a query that find nothing.
#ifndef LIBSEARCH_QUERY_CORRECTOR_HPP
#define LIBSEARCH_QUERY_CORRECTOR_HPP

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include <libsearch/query.hpp>

#include "index/lexicon.hpp"
#include "query/planner.hpp"
#include "query/sound_corrections.hpp"
#include "text/normalizer.hpp"

namespace libsearch::query {

/// For one query. One thread at a time.
class corrector {
 public:
  /// How a string is counted: what is typed in any spelling that the search knows, and with care to call nothing wrong
  /// that is there; what is suggested as it is, and cheaply.
  enum class count_as { typed, suggested };
  /// About how many documents have a normalized string; 0 = none that were looked at.
  using counter = std::function<std::size_t(const std::string &, count_as)>;

  corrector(const Xapian::Database &database, const indexing::lexicon &words, planner &plans, sound_corrections sounds,
            counter count);

  /// `query` with the words that find nothing replaced, the likeliest first; operators, fields and all other words
  /// stay as they are. Empty where every word finds something, or nothing like it is there. `tree` is its parse.
  std::vector<std::string> suggestions(const query_node &tree, std::string_view query);

 private:
  struct correction {
    std::string text;
    unsigned cost = 0;
    double frequency = 0;
    double score() const;  ///< lower is likelier
  };
  struct misspelling {
    std::size_t start, end;  // bytes of the query
    std::vector<correction> corrections;
  };

  void visit(const query_node &node, std::string_view query, std::vector<misspelling> &found);
  void visit_leaf(const query_node &node, std::string_view query, std::vector<misspelling> &found);
  std::vector<correction> corrections_of(const std::string &word);
  bool mend(std::string_view typed, std::size_t offset, const text::normalized_text &slice, std::size_t start,
            std::size_t end, std::vector<misspelling> &found);
  void edit_by_sound(const std::string &word, std::vector<correction> &into);
  void edit_compound(const std::u32string &word, std::vector<correction> &into);
  void edit_by_lexicon(const std::u32string &word, std::vector<correction> &into);
  void closest_words(std::u16string_view piece, const std::string &before, const std::string &behind,
                     std::vector<correction> &into);
  double weakest_pair(std::u32string_view text);
  double pair_frequency(char32_t a, char32_t b);
  std::u32string neighbours(char32_t c, bool behind) const;
  double frequency_of(const std::string &text);
  bool is_late() const;

  const Xapian::Database &database_;
  const indexing::lexicon &words_;
  planner &plans_;
  sound_corrections sounds_;
  counter count_;
  double end_ = 0;  // of the thread's time
  std::map<std::pair<char32_t, char32_t>, double> pairs_;
};

}  // namespace libsearch::query

#endif
