#include "query/lexer_fields.hpp"

#include <algorithm>
#include <utility>

#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// Only where the schema has the field, and none of its own with the Japanese name.
constexpr std::pair<const char *, const char *> aliases[] = {
    {"題", "title"}, {"題名", "title"}, {"著者", "author"}, {"主題", "topic"}, {"日付", "date"},
};

std::string fold(std::string_view name) { return text::normalize_only(text::repair(name)); }

}  // namespace

field_names::field_names(const std::vector<std::string> &fields) {
  names_.emplace("word", "word");
  for (const std::string &field : fields)
    if (!field.empty()) names_.emplace(fold(field), field);
  for (const auto &[alias, field] : aliases)
    if (std::find(fields.begin(), fields.end(), field) != fields.end())
      names_.emplace(alias, field);
}

const std::string *field_names::find(std::string_view typed) const {
  const auto found = names_.find(fold(typed));
  return found == names_.end() ? nullptr : &found->second;
}

}  // namespace libsearch::query
