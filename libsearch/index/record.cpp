#include "index/record.hpp"

#include <algorithm>

#include <libsearch/error.hpp>

#include "index/field_values.hpp"
#include "index/fields_json.hpp"
#include "index/json_check.hpp"
#include "index/packing.hpp"
#include "index/term.hpp"
#include "text/compact_text.hpp"
#include "text/date_interval.hpp"
#include "text/json_value.hpp"
#include "text/utf8.hpp"

namespace libsearch::indexing {
namespace {

constexpr std::size_t title_key_bytes = 48;

void require_utf8(std::string_view text, const std::string &id, const char *field) {
  const std::size_t at = text::find_ill_formed(text);
  if (at != text::npos)
    throw error(errc::malformed,
                "document " + id + ": " + field + " is not UTF-8 at byte " + std::to_string(at),
                "convert the text to UTF-8 first, for example with iconv");
}

/// Data of a record: the fields, then the edits that lead from the normalized body to the original.
std::pair<std::string_view, std::string_view> split_data(std::string_view data) {
  unpacker reader(data);
  const std::string_view fields = reader.text();
  return {fields, reader.rest()};
}

}  // namespace

text_fields split_fields(std::string_view compact) {
  text_fields fields;
  std::size_t end = std::min(compact.find(text::compact_separator), compact.size());
  fields.title = compact.substr(0, end);
  compact.remove_prefix(std::min(end + 1, compact.size()));
  while ((end = compact.find(text::compact_separator)) != std::string_view::npos) {
    fields.authors.push_back(compact.substr(0, end));
    compact.remove_prefix(end + 1);
  }
  fields.body = compact;
  return fields;
}

void validate(const document &d) {
  if (d.id.empty())
    throw error(errc::invalid_argument, "a document has no id", "give each document an id of its own");
  if (d.id.size() > limits::id_bytes)
    throw error(errc::too_large, "document " + d.id.substr(0, 60) + "...: its id has " +
                                     std::to_string(d.id.size()) + " bytes, the limit is " +
                                     std::to_string(limits::id_bytes));
  std::size_t bytes = d.title.size() + d.body.size();
  // A path is shown as the system has it, but records and JSON hold UTF-8 only.
  require_utf8(d.id, text::repair(d.id), "its id");
  require_utf8(d.title, d.id, "its title");
  require_utf8(d.body, d.id, "its body");
  require_utf8(d.path, d.id, "its path");
  for (const std::string &author : d.authors) {
    require_utf8(author, d.id, "an author");
    bytes += author.size();
  }
  for (const std::string &topic : d.topics) require_utf8(topic, d.id, "a topic");
  for (const auto &[name, value] : d.attributes) {
    require_utf8(name, d.id, "the name of an attribute");
    if (!is_json(value))
      throw error(errc::malformed, "document " + d.id + ": attribute " + name + " is not JSON of at most " +
                                       std::to_string(text::deepest_json) + " levels");
    bytes += value.size();
  }
  if (bytes > limits::document_bytes)
    throw error(errc::too_large,
                "document " + d.id + ": its text has " + std::to_string(bytes) + " bytes, the limit is " +
                    std::to_string(limits::document_bytes),
                "split it into several documents");
  if (!d.date.empty() && !is_date(d.date))
    throw error(errc::invalid_argument, "document " + d.id + ": \"" + d.date + "\" is not a date",
                "write YYYY, YYYY-MM or YYYY-MM-DD");
}

void record_builder::collect_terms(std::string_view normalized) {
  const auto &words = analyzer_.words(normalized);
  for (std::size_t i = 0; i < words.size(); ++i) {
    terms_.push_back(normalized.substr(words[i].start, words[i].end - words[i].start));
    if (i == 0) continue;
    const std::string_view pair = analysis::boundary_bigram(normalized, words[i - 1], words[i], analyzer_.rule());
    if (pair.empty()) continue;
    // The pool moves while it grows, so places are kept and made views at the end.
    places_.push_back({static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(pair.size() + 1)});
    pool_ += bigram_prefix;
    pool_ += pair;
  }
}

Xapian::Document record_builder::build(const document &d) {
  terms_.clear();
  places_.clear();
  pool_.clear();

  std::vector<std::string> texts;
  texts.push_back(text::normalize_only(d.title));
  for (const std::string &author : d.authors) texts.push_back(text::normalize_only(author));
  text::normalized_text body = text::normalize(d.body);
  texts.push_back(std::move(body.text));

  std::string compact;
  std::uint64_t text_bytes = d.title.size() + d.body.size();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i) compact += text::compact_separator;
    text::compact_append(compact, texts[i]);
    collect_terms(texts[i]);
  }
  for (const std::string &author : d.authors) text_bytes += author.size();
  for (const auto &[at, size] : places_) terms_.push_back(std::string_view(pool_).substr(at, size));

  Xapian::Document record;
  // Xapian's own map is slow per occurrence: each distinct term is added once, in order.
  std::sort(terms_.begin(), terms_.end());
  for (std::size_t i = 0; i < terms_.size();) {
    std::size_t next = i + 1;
    while (next < terms_.size() && terms_[next] == terms_[i]) ++next;
    record.add_term(std::string(terms_[i]), static_cast<Xapian::termcount>(next - i));
    i = next;
  }
  record.add_boolean_term(id_term(d.id));
  add_names(record, d.authors, std::string(1, author_prefix), false);

  const std::vector<std::string> rule_topics =
      tagger_ ? tagger_->topics_of(d, compact) : std::vector<std::string>{};
  document with_rules;
  with_rules.topics = d.topics;
  with_rules.rule_topics = rule_topics;
  const std::vector<std::string> topics = with_rules.all_topics();
  add_names(record, topics, std::string(1, topic_prefix), true);
  record.add_value(slot_text, compact);
  record.add_value(slot_id, d.id);
  if (const auto days = text::parse_date(d.date)) {
    record.add_value(slot_first_day, pack_day(days->first));
    record.add_value(slot_last_day, pack_day(days->last));
  }
  record.add_value(slot_topic, join_values(topics));
  record.add_value(slot_author, join_values(d.authors));
  record.add_value(slot_origin, pack_origin({d.origin, text_bytes}));
  std::size_t key = std::min(texts[0].size(), title_key_bytes);
  while (key > 0 && key < texts[0].size() && (texts[0][key] & 0xC0) == 0x80) --key;
  record.add_value(slot_title, texts[0].substr(0, key));

  add_fields(record, d, *fields_);

  std::string data;
  pack(data, fields_json(d, rule_topics));
  data += text::pack_edits(body.map.edits(), d.body);
  record.set_data(data);
  return record;
}

document read_fields(const Xapian::Document &record) {
  const std::string data = record.get_data();
  return fields_from_json(split_data(data).first);
}

text::original_text read_body(const Xapian::Document &record, std::string_view compact_body,
                              std::string &normalized) {
  const std::string data = record.get_data();
  normalized = text::expand(compact_body);
  return text::unpack_edits(split_data(data).second, normalized);
}

document read_document(const Xapian::Document &record) {
  document d = read_fields(record);
  const std::string compact = record.get_value(slot_text);
  std::string normalized;
  d.body = read_body(record, split_fields(compact).body, normalized).text;
  d.origin = unpack_origin(record.get_value(slot_origin)).origin;
  return d;
}

std::string pack_origin(const origin_value &value) {
  std::string packed;
  pack(packed, value.text_bytes);
  const source &origin = value.origin;
  if (origin.path.empty() && origin.digest.empty()) return packed;
  pack(packed, origin.size);
  pack(packed, static_cast<std::uint64_t>(origin.mtime));
  pack(packed, origin.digest);
  pack(packed, origin.path);
  if (origin.signature.empty() && origin.copies.empty()) return packed;
  pack(packed, origin.signature);
  for (const source &copy : origin.copies) {
    pack(packed, copy.size);
    pack(packed, static_cast<std::uint64_t>(copy.mtime));
    for (const std::string *text : {&copy.digest, &copy.path, &copy.signature, &copy.shown}) pack(packed, *text);
    pack(packed, copy.difference);
  }
  return packed;
}

origin_value unpack_origin(std::string_view packed) {
  origin_value value;
  unpacker reader(packed);
  value.text_bytes = reader.number();
  if (reader.rest().empty()) return value;
  value.origin.size = reader.number();
  value.origin.mtime = static_cast<std::int64_t>(reader.number());
  value.origin.digest = reader.text();
  value.origin.path = reader.text();
  if (reader.rest().empty()) return value;
  value.origin.signature = reader.text();
  while (!reader.rest().empty()) {
    source copy;
    copy.size = reader.number();
    copy.mtime = static_cast<std::int64_t>(reader.number());
    for (std::string *text : {&copy.digest, &copy.path, &copy.signature, &copy.shown}) *text = reader.text();
    copy.difference = static_cast<std::uint32_t>(reader.number());
    value.origin.copies.push_back(std::move(copy));
  }
  return value;
}

}  // namespace libsearch::indexing
