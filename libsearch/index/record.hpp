// A document as Xapian keeps it, and back.
#ifndef LIBSEARCH_INDEX_RECORD_HPP
#define LIBSEARCH_INDEX_RECORD_HPP

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include <libsearch/document.hpp>

#include "analysis/text_analyzer.hpp"
#include "index/field_table.hpp"
#include "text/normalizer.hpp"

namespace libsearch::indexing {

/// Gives documents their topics by rule. Calls may run in parallel.
class topic_tagger {
 public:
  virtual ~topic_tagger() = default;
  /// `compact` is the document's slot_text.
  virtual std::vector<std::string> topics_of(const document &document, std::string_view compact) const = 0;
};

/// The searchable text of a document as its three kinds of fields, views into slot_text's value.
struct text_fields {
  std::string_view title;
  std::vector<std::string_view> authors;
  std::string_view body;
};
text_fields split_fields(std::string_view compact);

/// Throws libsearch::error (invalid_argument, malformed, too_large) when a document can't be kept. What passes
/// does not fail in Xapian.
void validate(const document &document);

/// Makes records. One thread at a time.
class record_builder {
 public:
  record_builder(const analysis::scheme &scheme, const topic_tagger *tagger,
                 std::shared_ptr<const field_table> fields = field_table::standard())
      : analyzer_(scheme), tagger_(tagger), fields_(std::move(fields)) {}

  /// Terms, values and data of a valid document, whose fields are valid too (field_values.hpp).
  Xapian::Document build(const document &document);

 private:
  void collect_terms(std::string_view normalized);

  analysis::text_analyzer analyzer_;
  const topic_tagger *tagger_;
  const std::shared_ptr<const field_table> fields_;
  std::string pool_;  // bytes of the terms that stand in no text
  std::vector<std::string_view> terms_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;
};

/// What a hit shows, read without the body.
document read_fields(const Xapian::Document &record);

/// The original body and the map from its normalized text; `normalized` receives that text (UTF-8).
text::original_text read_body(const Xapian::Document &record, std::string_view compact_body,
                              std::string &normalized);

/// The document as it was given.
document read_document(const Xapian::Document &record);

/// Origin and size, from slot_origin.
struct origin_value {
  source origin;
  std::uint64_t text_bytes = 0;
};
std::string pack_origin(const origin_value &value);
origin_value unpack_origin(std::string_view packed);

}  // namespace libsearch::indexing

#endif
