#include "index/fields_json.hpp"

#include <cstddef>
#include <map>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

namespace libsearch::indexing {
namespace {

using nlohmann::json;

void append_string(std::string &out, std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
        else ((out += "\\u00") += digits[c >> 4]) += digits[c & 15];
    }
  out += '"';
}

/// Writes a value without blanks, its objects in the order of their keys.
class json_copier : public nlohmann::json_sax<json> {
 public:
  bool null() override { return value("null"); }
  bool boolean(bool given) override { return value(given ? "true" : "false"); }
  bool number_integer(json::number_integer_t number) override { return value(std::to_string(number)); }
  bool number_unsigned(json::number_unsigned_t number) override { return value(std::to_string(number)); }
  // In the shortest form, as the first writers of indexes did; destroying a number allocates nothing.
  bool number_float(json::number_float_t number, const std::string &) override { return value(json(number).dump()); }
  bool string(std::string &text) override {
    std::string quoted;
    append_string(quoted, text);
    return value(std::move(quoted));
  }
  bool binary(json::binary_t &) override { return false; }
  bool start_object(std::size_t) override { return open_.emplace_back(true), true; }
  bool start_array(std::size_t) override { return open_.emplace_back(false), true; }
  bool key(std::string &name) override { return open_.back().key = std::move(name), true; }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string &, const json::exception &) override { return false; }

  /// The value that was told.
  std::string take() { return std::move(whole_); }

 private:
  struct container {
    explicit container(bool object) : is_object(object) {}
    bool is_object;
    std::string key, elements;
    /// In the order of keys, of equal keys the last: the same object has the same text.
    std::map<std::string, std::string> members;
  };

  bool value(std::string text) {
    if (open_.empty()) whole_ = std::move(text);
    else if (container &into = open_.back(); into.is_object) into.members.insert_or_assign(into.key, std::move(text));
    else (into.elements += into.elements.empty() ? "" : ",") += text;
    return true;
  }
  bool close() {
    const container closed = std::move(open_.back());
    open_.pop_back();
    if (!closed.is_object) return value("[" + closed.elements + "]");
    std::string text;
    for (const auto &[name, member] : closed.members) {
      text += text.empty() ? '{' : ',';
      append_string(text, name);
      (text += ':') += member;
    }
    return value(text.empty() ? "{}" : text + "}");
  }

  std::vector<container> open_;
  std::string whole_;
};

/// Fills a document: members of the object by their keys, those of "x" as they are, others not at all.
class fields_reader final : public nlohmann::json_sax<json> {
 public:
  explicit fields_reader(document &into) : d_(into) {}

  /// All that each record has was there.
  bool complete() const { return !d_.id.empty() && has_title_; }

  bool null() override { return may_be(other) && (!in_attributes() || (copier_.null() && end_value())); }
  bool boolean(bool value) override {
    return may_be(other) && (!in_attributes() || (copier_.boolean(value) && end_value()));
  }
  bool number_integer(json::number_integer_t value) override {
    return may_be(other) && (!in_attributes() || (copier_.number_integer(value) && end_value()));
  }
  bool number_unsigned(json::number_unsigned_t value) override {
    if (!may_be(number)) return false;
    if (in_attributes()) return copier_.number_unsigned(value) && end_value();
    if (level_ == in_field && field_ == "g") d_.page_starts.push_back(static_cast<std::size_t>(value));
    return true;
  }
  bool number_float(json::number_float_t value, const std::string &as_written) override {
    return may_be(other) && (!in_attributes() || (copier_.number_float(value, as_written) && end_value()));
  }
  bool string(std::string &value) override {
    if (!may_be(text)) return false;
    if (in_attributes()) return copier_.string(value) && end_value();
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
    else if (in_attributes()) return copier_.key(name);
    return true;
  }
  bool start_object(std::size_t size) override {
    if (!may_be(object)) return false;
    const bool copied = in_attributes();
    ++level_;
    return !copied || copier_.start_object(size);
  }
  bool start_array(std::size_t size) override {
    if (!may_be(array)) return false;
    const bool copied = in_attributes();
    ++level_;
    return !copied || copier_.start_array(size);
  }
  bool end_object() override {
    --level_;
    return !in_attributes() || (copier_.end_object() && end_value());
  }
  bool end_array() override {
    --level_;
    return !in_attributes() || (copier_.end_array() && end_value());
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
    if (level_ == in_field) d_.attributes[attribute_] = copier_.take();
    return true;
  }
  std::string *text_of(std::string_view field) const {
    return field == "i" ? &d_.id : field == "t" ? &d_.title : field == "d" ? &d_.date : field == "p" ? &d_.path : nullptr;
  }
  std::vector<std::string> *list_of(std::string_view field) const {
    return field == "a" ? &d_.authors : field == "k" ? &d_.topics : field == "r" ? &d_.rule_topics : nullptr;
  }

  document &d_;
  json_copier copier_;
  int level_ = outside;
  bool has_title_ = false;
  std::string field_, attribute_;
};

}  // namespace

std::string fields_json(const document &d, const std::vector<std::string> &rule_topics) {
  std::string out = "{";
  const auto name = [&](const char *key) {
    if (out.size() > 1) out += ',';
    ((out += '"') += key) += "\":";
  };
  const auto list = [&](const char *key, const std::vector<std::string> &values) {
    if (values.empty()) return;
    name(key);
    char before = '[';
    for (const std::string &value : values) {
      out += std::exchange(before, ',');
      append_string(out, value);
    }
    out += ']';
  };
  const auto text = [&](const char *key, const std::string &value) {
    name(key);
    append_string(out, value);
  };
  // In the order of the keys.
  list("a", d.authors);
  if (!d.date.empty()) text("d", d.date);
  if (!d.page_starts.empty()) {
    name("g");
    char before = '[';
    for (const std::size_t start : d.page_starts) (out += std::exchange(before, ',')) += std::to_string(start);
    out += ']';
  }
  text("i", d.id);
  list("k", d.topics);
  if (!d.path.empty()) text("p", d.path);
  list("r", rule_topics);
  text("t", d.title);
  if (!d.attributes.empty()) {
    name("x");
    char before = '{';
    for (const auto &[key, value] : d.attributes) {
      out += std::exchange(before, ',');
      append_string(out, key);
      json_copier copier;
      if (!json::sax_parse(value, &copier)) throw std::runtime_error("attribute " + key + " is not JSON");
      (out += ':') += copier.take();
    }
    out += '}';
  }
  return out += '}';
}

document fields_from_json(std::string_view text) {
  document d;
  fields_reader reader(d);
  if (!json::sax_parse(text.begin(), text.end(), &reader) || !reader.complete())
    throw std::runtime_error("the fields of a record are damaged");
  return d;
}

}  // namespace libsearch::indexing
