#include "index/fields_json.hpp"

#include <cstddef>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "text/json_builder.hpp"
#include "text/json_writer.hpp"

namespace libsearch::indexing {
namespace {

using nlohmann::json;

/// Fills a document: members of the object by their keys, those of "x" as they are, others not at all.
class fields_reader final : public nlohmann::json_sax<json> {
 public:
  explicit fields_reader(document &into) : d_(into) {}

  /// All that each record has was there.
  bool complete() const { return !d_.id.empty() && has_title_; }

  bool null() override { return may_be(other) && (!in_attributes() || (builder_.null() && end_value())); }
  bool boolean(bool value) override {
    return may_be(other) && (!in_attributes() || (builder_.boolean(value) && end_value()));
  }
  bool number_integer(json::number_integer_t value) override {
    return may_be(other) && (!in_attributes() || (builder_.number_integer(value) && end_value()));
  }
  bool number_unsigned(json::number_unsigned_t value) override {
    if (!may_be(number)) return false;
    if (in_attributes()) return builder_.number_unsigned(value) && end_value();
    if (level_ == in_field && field_ == "g") d_.page_starts.push_back(static_cast<std::size_t>(value));
    return true;
  }
  bool number_float(json::number_float_t value, const std::string &as_written) override {
    return may_be(other) && (!in_attributes() || (builder_.number_float(value, as_written) && end_value()));
  }
  bool string(std::string &value) override {
    if (!may_be(text)) return false;
    if (in_attributes()) return builder_.string(value) && end_value();
    if (level_ == in_object) {
      has_title_ |= field_ == "t";
      if (std::string *into = text_of(field_)) *into = std::move(value);
    } else if (auto *list = list_of(field_); list && level_ == in_field) {
      list->push_back(std::move(value));
    }
    return true;
  }
  bool binary(json::binary_t &) override { return false; }
  bool key(std::string &name) override {
    if (level_ == in_object) field_ = std::move(name);
    else if (level_ == in_field) attribute_ = std::move(name);
    else if (in_attributes()) return builder_.key(name);
    return true;
  }
  bool start_object(std::size_t size) override {
    if (!may_be(object)) return false;
    const bool kept = in_attributes();
    ++level_;
    return !kept || builder_.start_object(size);
  }
  bool start_array(std::size_t size) override {
    if (!may_be(array)) return false;
    const bool kept = in_attributes();
    ++level_;
    return !kept || builder_.start_array(size);
  }
  bool end_object() override {
    --level_;
    return !in_attributes() || (builder_.end_object() && end_value());
  }
  bool end_array() override {
    --level_;
    return !in_attributes() || (builder_.end_array() && end_value());
  }
  bool parse_error(std::size_t, const std::string &, const json::exception &) override { return false; }

 private:
  enum kind { text, number, array, object, other };
  /// How many brackets are open.
  static constexpr int outside = 0, in_object = 1, in_field = 2;

  /// Whether a value of that kind may stand here.
  bool may_be(kind k) const {
    const bool is_list = list_of(field_) || field_ == "g";
    if (level_ == outside) return k == object;
    if (level_ == in_object) {
      if (text_of(field_)) return k == text;
      return is_list ? k == array : field_ == "x" ? k == object : true;
    }
    return level_ > in_field || !is_list || k == (field_ == "g" ? number : text);
  }
  bool in_attributes() const { return level_ >= in_field && field_ == "x"; }
  bool end_value() {
    if (level_ == in_field) d_.attributes[attribute_] = text::to_json(builder_.take().value);
    return true;
  }
  std::string *text_of(std::string_view field) const {
    return field == "i" ? &d_.id : field == "t" ? &d_.title : field == "d" ? &d_.date : field == "p" ? &d_.path : nullptr;
  }
  std::vector<std::string> *list_of(std::string_view field) const {
    return field == "a" ? &d_.authors : field == "k" ? &d_.topics : field == "r" ? &d_.rule_topics : nullptr;
  }

  document &d_;
  text::json_builder builder_;
  int level_ = outside;
  bool has_title_ = false;
  std::string field_, attribute_;
};

}  // namespace

std::string fields_json(const document &d, const std::vector<std::string> &rule_topics) {
  text::json_writer json;
  const auto list = [&](const char *key, const std::vector<std::string> &values) {
    if (!values.empty()) json.key(key).texts(values);
  };
  // In the order of the keys.
  json.open('{');
  list("a", d.authors);
  if (!d.date.empty()) json.key("d").text(d.date);
  if (!d.page_starts.empty()) {
    json.key("g").open('[');
    for (const std::size_t start : d.page_starts) json.number(start);
    json.close(']');
  }
  json.key("i").text(d.id);
  list("k", d.topics);
  if (!d.path.empty()) json.key("p").text(d.path);
  list("r", rule_topics);
  json.key("t").text(d.title);
  if (!d.attributes.empty()) {
    json.key("x").open('{');
    for (const auto &[key, value] : d.attributes) {
      const text::json_reading read = text::read_json(value);
      if (read.flaw != text::json_flaw::none) throw std::runtime_error("attribute " + key + " is not JSON");
      json.key(key).value(read.value);
    }
    json.close('}');
  }
  return json.close('}').take();
}

document fields_from_json(std::string_view text) {
  document d;
  fields_reader reader(d);
  if (!json::sax_parse(text.begin(), text.end(), &reader) || !reader.complete())
    throw std::runtime_error("the fields of a record are damaged");
  return d;
}

}  // namespace libsearch::indexing
