// The values that documents have in declared fields: read from their attributes, checked, kept.
#ifndef LIBSEARCH_INDEX_FIELD_VALUES_HPP
#define LIBSEARCH_INDEX_FIELD_VALUES_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include <libsearch/document.hpp>

#include "index/field_table.hpp"
#include "text/date_interval.hpp"
#include "text/utf8.hpp"

namespace libsearch::indexing {

/// What a document has in one field.
struct field_values {
  std::vector<std::string> texts;  ///< text, keyword; without empty ones
  std::optional<double> number;
  std::optional<text::date_interval> date;
};

/// Throws libsearch::error (invalid_argument), naming document and field, for a value of another type.
field_values values_of(const document &document, const stored_field &field);

/// Throws as values_of() for any field.
void validate_fields(const document &document, const field_table &fields);

/// Adds values and terms of the declared fields. The document is valid.
void add_fields(Xapian::Document &record, const document &document, const field_table &fields);

/// Adds the boolean terms of names: of each name and, in a field of levels, each of its parents.
void add_names(Xapian::Document &record, const std::vector<std::string> &names, const std::string &prefix,
               bool hierarchical);

/// Stems of the words of a normalized text, in order. A word is an unbroken run of letters and digits
/// of Japanese script, or of any other.
std::vector<std::string> stems_of(std::string_view normalized);

/// Calls `use` with each two neighbouring characters of a text in UTF-8; of a single one, with that.
template <class Use>
void for_each_pair(std::string_view text, Use &&use) {
  std::size_t left = 0, middle = 0;
  if (!text.empty()) text::next(text, middle);
  if (!text.empty() && middle == text.size()) use(text);
  for (std::size_t right = middle; right < text.size(); left = middle, middle = right) {
    text::next(text, right);
    use(text.substr(left, right - left));
  }
}

/// The list as one value, a zero byte between; empty ones are left out.
std::string join_values(const std::vector<std::string> &values);

}  // namespace libsearch::indexing

#endif
