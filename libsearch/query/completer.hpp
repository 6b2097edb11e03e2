// What a user may be typing: names and words of an index that go on from a prefix.
#ifndef LIBSEARCH_QUERY_COMPLETER_HPP
#define LIBSEARCH_QUERY_COMPLETER_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/suggestion.hpp>

#include "analysis/name_reading.hpp"
#include "analysis/text_analyzer.hpp"
#include "index/lexicon.hpp"

namespace libsearch::query {

/// A completion and how well it fits; higher is better.
struct rated_completion {
  completion found;
  double rating = 0;
  std::uint32_t number = 0;  ///< the `tag` of the name; 0 for a word
};

/// Whether `a` fits better; by their texts where both fit alike.
bool fits_better(const rated_completion &a, const rated_completion &b);

/// Names (topics, authors, titles) by the beginnings of their words. Fill, prepare, then ask; after that it
/// does not change and asking is thread-safe.
class completer {
 public:
  /// Adds a name. `normalized` is what is matched; `readings` are matched in its place, from any of their
  /// words on (小山堅: こやまけん), for names whose reading is known. `tag` is handed back.
  void add(completion name, std::string_view normalized, analysis::text_analyzer &analyzer,
           const std::vector<analysis::name_reading> &readings = {}, std::uint32_t tag = 0);
  void prepare();

  /// Bytes of memory, about.
  std::size_t bytes() const;

  /// The best names for the keys of keys_of().
  std::vector<rated_completion> names(const std::vector<std::string> &keys, std::size_t most) const;

 private:
  struct entry {
    completion name;
    std::uint32_t tag = 0;
  };
  struct place {
    std::uint32_t begin, end;  // in keys_: from a word's start to the end of its key
    std::uint32_t entry;
    bool whole;                // the start of the key itself
  };
  void add_key(std::string_view key, std::uint32_t number, analysis::text_analyzer &analyzer);

  std::vector<entry> entries_;
  std::string keys_;
  std::vector<place> places_;
};

/// What a prefix may mean, as text::kana_key() has it: the normalized prefix, and kana where it is romaji.
std::vector<std::string> keys_of(std::string_view prefix);

/// The best words of the lexicon that begin with one of the keys; function words and lone characters are left out.
std::vector<rated_completion> complete_words(const std::vector<std::string> &keys, const indexing::lexicon &words,
                                             const analysis::function_words &functions, std::size_t most);

/// How well a completion of a kind fits that `count` documents have.
double rating_of(completion_kind kind, std::size_t count);

/// One list, the best first, each text once; titles take less than half of it unless there is little else.
std::vector<rated_completion> merge_completions(std::vector<rated_completion> found, std::size_t limit);

}  // namespace libsearch::query

#endif
