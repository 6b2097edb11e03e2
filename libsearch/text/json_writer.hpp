// Writes JSON in one line, straight into a string.
#ifndef LIBSEARCH_TEXT_JSON_WRITER_HPP
#define LIBSEARCH_TEXT_JSON_WRITER_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/json_value.hpp"

namespace libsearch::text {

/// In quotes; U+FFFD for what is not UTF-8.
void append_json(std::string &out, std::string_view text);
/// In the shortest form, always with a point or an exponent; null for what is not finite.
void append_json(std::string &out, double number);
/// Without blanks, members in the order of their keys: equal values have the same text.
void append_json(std::string &out, const json_value &value);

std::string to_json(const json_value &value);

class json_writer {
 public:
  json_writer &open(char bracket) { return separate(), out_ += bracket, first_ = true, *this; }
  json_writer &close(char bracket) { return out_ += bracket, first_ = false, *this; }
  json_writer &key(std::string_view name) { return text(name), out_ += ':', first_ = true, *this; }
  json_writer &text(std::string_view value) { return separate(), append_json(out_, value), *this; }
  json_writer &texts(const std::vector<std::string> &values) {
    open('[');
    for (const std::string &value : values) text(value);
    return close(']');
  }
  json_writer &number(std::uint64_t value) { return separate(), out_ += std::to_string(value), *this; }
  json_writer &real(double value) { return separate(), append_json(out_, value), *this; }
  json_writer &value(const json_value &given) { return separate(), append_json(out_, given), *this; }
  json_writer &value_true() { return separate(), out_ += "true", *this; }
  std::string take() { return std::move(out_); }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  std::string out_;
  bool first_ = true;  // the next value needs no comma before it
};

}  // namespace libsearch::text

#endif
