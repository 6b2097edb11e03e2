// Synonyms of the user's: a text of groups, applied to queries.
#ifndef LIBSEARCH_VARIANTS_SYNONYMS_HPP
#define LIBSEARCH_VARIANTS_SYNONYMS_HPP

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "variants/replacement.hpp"

namespace libsearch::variants {

/// Groups of strings that stand for one another. Thread-safe once made.
class synonyms {
 public:
  synonyms() = default;

  /// Lines of "a, b, c" (each stands for the others) and "a => b, c" (a query for a also finds b and c); empty lines and
  /// what follows # say nothing. Throws libsearch::error (malformed) with the number of the line.
  explicit synonyms(std::string_view text);

  bool empty() const { return others_.empty(); }

  /// Proposes the others for each entry in a normalized part, the longest first where they overlap. Latin letters are
  /// found as words only: not SMR in ASMR.
  void append(std::string_view part, replacements &found) const;

 private:
  void add(const std::string &entry, const std::string &other);
  std::size_t find(std::string_view part, std::size_t at, const std::vector<std::string> *&others) const;

  std::unordered_map<std::string, std::vector<std::string>> others_;
  std::unordered_map<std::string, std::vector<std::string>> by_first_;  // entries by first character, longest first
};

}  // namespace libsearch::variants

#endif
