// The names that may stand before a colon.
#ifndef LIBSEARCH_QUERY_LEXER_FIELDS_HPP
#define LIBSEARCH_QUERY_LEXER_FIELDS_HPP

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace libsearch::query {

/// Looks names up as they are typed: full-width, in any case, or by their Japanese name.
class field_names {
 public:
  explicit field_names(const std::vector<std::string> &fields);

  /// What `typed` names: a field as the schema spells it, `word` for the operator word:, or null.
  const std::string *find(std::string_view typed) const;

  /// The operator that is written like a field.
  static bool is_word_operator(const std::string *found) { return found && *found == "word"; }

 private:
  std::map<std::string, std::string, std::less<>> names_;  // folded name to the schema's spelling
};

}  // namespace libsearch::query

#endif
