#include "query/lexer_fields.hpp"

#include <algorithm>
#include <new>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace libsearch::query {
namespace {

/// Only where the schema has the field, and none of its own with the Japanese name.
constexpr std::pair<const char *, const char *> aliases[] = {
    {"題", "title"}, {"題名", "title"}, {"著者", "author"}, {"主題", "topic"}, {"日付", "date"},
};

std::string fold(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  const auto source = icu::UnicodeString::fromUTF8({name.data(), static_cast<int>(name.size())});
  std::string out;
  folding->normalize(source, status).toUTF8String(out);
  if (U_FAILURE(status)) throw std::bad_alloc();
  return out;
}

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
