// Which documents hold which strings, as far as searches found out: what is typed goes on from what was typed before.
#ifndef LIBSEARCH_QUERY_KNOWN_SETS_HPP
#define LIBSEARCH_QUERY_KNOWN_SETS_HPP

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "query/document_set.hpp"

namespace libsearch::query {

/// Sets of one state of a database, those asked for lately. One thread at a time.
class known_sets {
 public:
  using set = std::shared_ptr<const document_set>;

  /// Keeps at most `most_bytes`.
  explicit known_sets(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// The documents whose texts hold the normalized string, in whichever field; null where that is not known.
  set find(std::string_view text);

  /// The smallest set known of a string that `text` begins or ends with, itself included: what holds `text` is in it.
  set narrowest(std::string_view text);

  void keep(std::string_view text, set documents);

  std::size_t bytes() const { return bytes_; }

 private:
  struct entry {
    std::string text;
    set documents;
  };

  static std::size_t bytes_of(const entry &kept);

  std::size_t most_bytes_, bytes_ = 0;
  std::list<entry> entries_;  // the one asked for last is first
  std::unordered_map<std::string_view, std::list<entry>::iterator> places_;  // views of the entries' texts
};

}  // namespace libsearch::query

#endif
