#include "api/page.hpp"

#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <functional>
#include <limits>
#include <unordered_map>

#include <libsearch/error.hpp>

#include "api/field_order.hpp"
#include "index/record.hpp"
#include "index/term.hpp"

namespace libsearch {
namespace {

/// Eight hexadecimal digits that stand for a text.
std::string digest(const std::string &text) {
  char hex[9];
  std::snprintf(hex, sizeof hex, "%08x", static_cast<unsigned>(XXH3_64bits(text.data(), text.size())));
  return hex;
}

std::string state_of(const indexing::snapshot &snapshot) {
  return digest(snapshot.generation + ":" + std::to_string(snapshot.revision));
}

/// All that decides on hits and their order.
std::string question_of(const search_request &r, std::string_view subject) {
  std::string all;
  const auto add = [&](std::string_view part) { all.append(part).push_back('\0'); };
  add(subject);
  add(r.query);
  if (r.tree) add(to_string(*r.tree));
  add(std::to_string(static_cast<int>(r.match)) + (r.variants ? "v" : "-") + std::to_string(static_cast<int>(r.sort)) +
      std::to_string(static_cast<int>(r.total)) + ":" + std::to_string(r.max_candidates));
  for (const std::string &name : r.variants_off) add(name);
  for (const filter &f : r.filters) add(f.field + "=" + f.value);
  add(r.sort_field);
  add(r.collapse);
  return digest(all);
}

/// What documents are collapsed by: "" stands by itself.
std::string value_of(Xapian::docid number, const std::string &field, facet::columns &columns,
                     const indexing::snapshot &snapshot) {
  if (const indexing::stored_field *const stored = snapshot.fields->find(field)) {
    std::string key;
    for (const facet::value_id id : columns.names(*stored).of(number)) key += std::to_string(id) + ",";
    return key;
  }
  const Xapian::Document record = snapshot.database.get_document(number, Xapian::DOC_ASSUME_VALID);
  if (field == "title") return record.get_value(indexing::slot_title);
  return indexing::read_fields(record).attribute(field);
}

/// The value at a document of ascending numbers, or "".
std::string value_at(Xapian::ValueIterator &stream, Xapian::docid number) {
  const Xapian::ValueIterator end;
  if (stream != end) stream.skip_to(number);
  return stream != end && stream.get_docid() == number ? *stream : std::string();
}

/// Of topics a document has several that lie in each other: they are no groups.
bool is_collapsible(const indexing::stored_field &field) { return field.has_names() && !field.hierarchical; }

}  // namespace

std::vector<ranked_document> sorted_documents(const std::vector<Xapian::docid> &documents, const search_request &request,
                                              std::size_t most, const indexing::snapshot &snapshot) {
  std::vector<ranked_document> ordered;
  const sort_order order = request.sort;
  if (order == sort_order::field || order == sort_order::field_descending) {
    const bool descending = order == sort_order::field_descending;
    for (const Xapian::docid number : in_field_order(snapshot, documents, request.sort_field, descending, most))
      ordered.push_back({number, 0, true, 0});
    return ordered;
  }
  const Xapian::Database &database = snapshot.database;
  struct key {
    std::int32_t day;
    std::string title, id;
    Xapian::docid number;
  };
  std::vector<key> keys;
  keys.reserve(documents.size());
  auto days = database.valuestream_begin(order == sort_order::date ? indexing::slot_first_day : indexing::slot_last_day);
  auto titles = database.valuestream_begin(indexing::slot_title);
  auto ids = database.valuestream_begin(indexing::slot_id);
  for (const Xapian::docid number : documents) {
    key k{0, {}, value_at(ids, number), number};
    if (order == sort_order::title) k.title = value_at(titles, number);
    else k.day = indexing::unpack_day(value_at(days, number));
    // A document without a date or title comes last, whichever way.
    if (order == sort_order::date && k.day == 0) k.day = std::numeric_limits<std::int32_t>::max();
    if (order == sort_order::title && k.title.empty()) k.title = "\xFF";
    keys.push_back(std::move(k));
  }
  const auto before = [order](const key &a, const key &b) {
    if (order == sort_order::title && a.title != b.title) return a.title < b.title;
    if (a.day != b.day) return order == sort_order::date_descending ? a.day > b.day : a.day < b.day;
    return a.id < b.id;
  };
  const std::size_t wanted = std::min(keys.size(), most);
  std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(wanted), keys.end(), before);
  for (std::size_t i = 0; i < wanted; ++i) ordered.push_back({keys[i].number, 0, true, 0});
  return ordered;
}

void newest_first(std::vector<ranked_document>::iterator begin, std::vector<ranked_document>::iterator end,
                  std::size_t wanted, const Xapian::Database &database) {
  struct key {
    std::int32_t day;
    Xapian::docid number;
    std::string id{};
  };
  // Values are read as streams: one lookup for each of ten thousand records is 80 ms.
  std::vector<Xapian::docid> numbers;
  for (auto document = begin; document != end; ++document) numbers.push_back(document->number);
  std::sort(numbers.begin(), numbers.end());
  wanted = std::min(wanted, numbers.size());
  std::vector<std::int32_t> days, newest;
  auto day = database.valuestream_begin(indexing::slot_last_day);
  for (const Xapian::docid number : numbers) days.push_back(indexing::unpack_day(value_at(day, number)));
  newest = days;
  const auto last = newest.begin() + static_cast<std::ptrdiff_t>(wanted);
  if (last != newest.end()) std::nth_element(newest.begin(), last, newest.end(), std::greater<>());
  const std::int32_t oldest = last == newest.end() ? std::numeric_limits<std::int32_t>::min() : *last;
  // Ids are compared of those only that are new enough.
  std::vector<key> keys;
  auto ids = database.valuestream_begin(indexing::slot_id);
  auto behind = end;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (days[i] >= oldest) keys.push_back({days[i], numbers[i], value_at(ids, numbers[i])});
    else (--behind)->number = numbers[i];
  std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(wanted), keys.end(),
                    [](const key &a, const key &b) { return a.day != b.day ? a.day > b.day : a.id < b.id; });
  for (const key &k : keys) (begin++)->number = k.number;
}

void require_collapsible(const std::string &name, const indexing::field_table &fields) {
  const indexing::stored_field *const field = fields.find(name);
  if (field ? is_collapsible(*field) : name == "title" || name == "series") return;
  std::string names = "title";
  if (!fields.find("series")) names += ", series";
  for (const indexing::stored_field &each : fields.fields())
    if (is_collapsible(each)) names += ", " + each.name;
  throw error(errc::invalid_argument, "\"" + name + "\" is not a field to collapse by", "fields are " + names);
}

std::vector<ranked_document> collapsed(const std::vector<ranked_document> &ordered, const std::string &field,
                                       facet::columns &columns, const indexing::snapshot &snapshot) {
  std::vector<ranked_document> kept;
  std::unordered_map<std::string, std::size_t> places;
  for (const ranked_document &document : ordered) {
    const std::string value = value_of(document.number, field, columns, snapshot);
    if (!value.empty()) {
      const auto [place, is_new] = places.try_emplace(value, kept.size());
      if (!is_new) {
        ++kept[place->second].collapsed;
        continue;
      }
    }
    kept.push_back(document);
  }
  return kept;
}

std::string make_cursor(const indexing::snapshot &snapshot, const search_request &request, std::string_view subject,
                        std::size_t position) {
  return state_of(snapshot) + question_of(request, subject) + "-" + std::to_string(position);
}

std::size_t read_cursor(const indexing::snapshot &snapshot, const search_request &request, std::string_view subject) {
  const std::string &cursor = request.after;
  std::size_t position = 0;
  const char *const end = cursor.data() + cursor.size();
  if (cursor.size() < 18 || cursor[16] != '-' || std::from_chars(cursor.data() + 17, end, position).ptr != end)
    throw error(errc::invalid_argument, "\"" + cursor + "\" is not a cursor",
                "\"after\" takes what an earlier answer had as \"next\"");
  if (request.offset > 0)
    throw error(errc::invalid_argument, "\"after\" and \"offset\" exclude each other", "leave one of them out");
  if (cursor.compare(8, 8, question_of(request, subject)) != 0)
    throw error(errc::invalid_argument, "the cursor belongs to another query, filter or order",
                "send it with the request that it came from");
  if (cursor.compare(0, 8, state_of(snapshot)) != 0)
    throw error(errc::invalid_argument, "the index has changed since the cursor was made",
                "start again with the first page");
  return position;
}

}  // namespace libsearch
