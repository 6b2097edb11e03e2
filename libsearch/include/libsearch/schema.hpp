#ifndef LIBSEARCH_SCHEMA_HPP
#define LIBSEARCH_SCHEMA_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/export.h>

namespace libsearch {

/// What the values of a field are.
enum class field_type {
  text,     ///< strings that are searched in, by an analyzer
  keyword,  ///< strings that are compared as a whole, after normalization
  number,   ///< one number, kept as a double
  date,     ///< one date: a year, a month or a day
};

/// The stable lower-case name of a type: "text", "keyword", "number" or "date".
LIBSEARCH_API const char *name(field_type type) noexcept;

/// One field of documents: a key of their JSON, an attribute of libsearch::document.
struct field_definition {
  std::string name;  ///< letters and digits of any script, "_" and "-"; begins with a letter; at most 64 bytes
  field_type type = field_type::keyword;
  /// How a text is searched. "hybrid" (the default) and "ngram": each string that occurs in it;
  /// "dictionary": strings that begin and end where words do; "english": words by their stems;
  /// "keyword": the whole text. Empty for the other types.
  std::string analyzer;
  bool facet = false;         ///< its values can be counted
  bool hierarchical = false;  ///< keyword: "/" separates levels, and a value includes those below it
  /// A value that does not fit the type is kept and shown but is no value of the field; else the document is refused.
  bool lenient = false;

  friend bool operator==(const field_definition &a, const field_definition &b) {
    return a.name == b.name && a.type == b.type && a.analyzer == b.analyzer && a.facet == b.facet &&
           a.hierarchical == b.hierarchical && a.lenient == b.lenient;
  }
  friend bool operator!=(const field_definition &a, const field_definition &b) { return !(a == b); }
};

/// The fields of an index. Each has title, author, topic, date, body and id; further ones are declared,
/// and then searched (NAME:VALUE), filtered by, sorted by and, as facets, counted.
/// Parts of a query that name no field are searched in title, authors and body alone.
class LIBSEARCH_API schema {
 public:
  /// Fields that each index has.
  static constexpr std::size_t default_fields = 6;
  /// Fields that can be declared beside them.
  static constexpr std::size_t most_fields = 50;

  /// The default schema.
  schema();

  /// Declares a field, or changes the one of this name.
  /// @throws error errc::invalid_argument, naming the field and what is wrong with it.
  schema &add_field(field_definition field);

  /// Takes a declared field away; false = there was none.
  /// @throws error errc::invalid_argument for a field of the default schema.
  bool remove_field(std::string_view name);

  /// All fields: those of the default schema, then the declared ones in their order.
  const std::vector<field_definition> &fields() const noexcept { return fields_; }

  /// The declared fields alone.
  std::vector<field_definition> declared() const;

  /// The field of this name, or null.
  const field_definition *find(std::string_view name) const noexcept;

  /// Reads {"fields":[{"name":"series","type":"keyword","facet":true}, ...]}. Keys of a field: name and type,
  /// and if wanted analyzer, facet, hierarchical and lenient. The fields of the default schema need not be named.
  /// @throws error errc::malformed or errc::invalid_argument, naming the field.
  static schema from_json(std::string_view json);

  /// The object that from_json() reads, in one line: the declared fields.
  std::string to_json() const;

  friend bool operator==(const schema &a, const schema &b) { return a.fields_ == b.fields_; }
  friend bool operator!=(const schema &a, const schema &b) { return !(a == b); }

 private:
  std::vector<field_definition> fields_;
};

}  // namespace libsearch

#endif
