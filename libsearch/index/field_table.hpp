// Where the fields of a schema are kept: the one place that knows slots and prefixes of fields.
#ifndef LIBSEARCH_INDEX_FIELD_TABLE_HPP
#define LIBSEARCH_INDEX_FIELD_TABLE_HPP

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/schema.hpp>

namespace libsearch::indexing {

/// How text: finds its field.
enum class text_match : std::uint8_t {
  substring,  ///< hybrid, ngram
  words,      ///< dictionary: a substring between word edges
  stems,      ///< english
};

/// A field as an index keeps it.
struct stored_field {
  std::string name;
  field_type type = field_type::keyword;  ///< a text that is compared as a whole is a keyword
  text_match match = text_match::substring;
  bool facet = false;
  bool hierarchical = false;
  bool declared = false;   ///< not of the default schema
  bool lenient = false;    ///< what does not fit is no value
  /// keyword, and text that is a facet: values, separated by zero bytes; number: sortable; date: first day.
  unsigned slot = 0;
  /// date: last day; declared text: compact normalized texts, separated by zero bytes.
  unsigned second_slot = 0;
  std::string value_prefix;  ///< of the terms of whole values (facet_term())
  std::string piece_prefix;  ///< declared text: of the terms of characters and pairs of them, or of stems

  /// Whether it has values that are names: those are filtered by, counted as strings.
  bool has_names() const { return type == field_type::keyword || (type == field_type::text && facet); }
  bool can_be_filtered() const { return type != field_type::text || facet; }
};

class field_table {
 public:
  explicit field_table(const libsearch::schema &schema);
  field_table(const field_table &) = delete;
  field_table &operator=(const field_table &) = delete;

  /// The table of the default schema.
  static const std::shared_ptr<const field_table> &standard();
  /// The table of what stands in an index's metadata; "" is the default schema.
  /// Throws libsearch::error (format_mismatch) when it can't be read.
  static std::shared_ptr<const field_table> of_metadata(const std::string &json, const std::string &path);

  const libsearch::schema &schema() const { return schema_; }
  /// Every name that may stand before a colon.
  const std::vector<std::string> &names() const { return names_; }
  /// Fields with values of their own: all but title, body and id. Addresses stay.
  const std::deque<stored_field> &fields() const { return fields_; }
  const stored_field *find(std::string_view name) const;

 private:
  const libsearch::schema schema_;
  std::vector<std::string> names_;
  std::deque<stored_field> fields_;
};

}  // namespace libsearch::indexing

#endif
