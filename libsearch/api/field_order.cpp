#include "api/field_order.hpp"

#include <algorithm>

#include <libsearch/error.hpp>

#include "index/term.hpp"
#include "text/normalizer.hpp"

namespace libsearch {
namespace {

const indexing::stored_field &sortable(const std::string &name, const indexing::field_table &fields) {
  const indexing::stored_field *field = fields.find(name);
  if (field && field->can_be_filtered()) return *field;
  std::string names = "relevance, title";
  for (const auto &each : fields.fields())
    if (each.can_be_filtered()) names += ", " + each.name;
  throw error(errc::invalid_argument, "\"" + name + "\" is nothing to sort by", "sort by one of " + names);
}

}  // namespace

void require_sortable(const std::string &field, const indexing::field_table &fields) { sortable(field, fields); }

std::vector<Xapian::docid> in_field_order(const indexing::snapshot &snapshot, const std::vector<Xapian::docid> &documents,
                                          const std::string &name, bool descending, std::size_t most) {
  const indexing::stored_field &field = sortable(name, *snapshot.fields);
  struct key {
    std::string value, id;
    Xapian::docid number;
  };
  const Xapian::Database &database = snapshot.database;
  const bool last_day = field.type == field_type::date && descending;
  auto values = database.valuestream_begin(last_day ? field.second_slot : field.slot);
  auto ids = database.valuestream_begin(indexing::slot_id);
  const Xapian::ValueIterator end;
  const auto value = [&](Xapian::ValueIterator &stream, Xapian::docid number) {
    if (stream != end) stream.skip_to(number);
    return stream != end && stream.get_docid() == number ? *stream : std::string();
  };
  std::vector<key> keys;
  keys.reserve(documents.size());
  for (const Xapian::docid number : documents) {
    // Packed days and numbers sort as bytes; of names the spelling must not count.
    std::string own = value(values, number);
    if (field.has_names()) own = text::normalize_only(own.substr(0, own.find('\0')));
    keys.push_back({std::move(own), value(ids, number), number});
  }
  const auto before = [descending](const key &a, const key &b) {
    if (a.value.empty() != b.value.empty()) return b.value.empty();
    if (a.value != b.value) return descending ? a.value > b.value : a.value < b.value;
    return a.id < b.id;
  };
  most = std::min(most, keys.size());
  std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(most), keys.end(), before);
  std::vector<Xapian::docid> ordered;
  ordered.reserve(most);
  for (std::size_t i = 0; i < most; ++i) ordered.push_back(keys[i].number);
  return ordered;
}

}  // namespace libsearch
