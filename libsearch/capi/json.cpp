#include "capi/json.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

namespace libsearch::capi {
namespace {

/// Length of the well-formed UTF-8 character at the start of `text`; 0 if there is none.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned first = byte(0), second = byte(1);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool overlong = first == 0xE0 && second < 0xA0, surrogate = first == 0xED && second > 0x9F;
    return !overlong && !surrogate && follows(1) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool overlong = first == 0xF0 && second < 0x90, beyond = first == 0xF4 && second > 0x8F;
    return !overlong && !beyond && follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

/// Writes JSON straight into a string. A tree of values is no help here: destroying one allocates,
/// which ends the process when memory is short.
class json_writer {
 public:
  json_writer &open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
    return *this;
  }
  json_writer &close(char bracket) {
    out_ += bracket;
    first_ = false;
    return *this;
  }
  json_writer &key(std::string_view name) {
    value(name);
    out_ += ':';
    first_ = true;
    return *this;
  }
  /// Bytes that are not UTF-8 are written as U+FFFD: paths and texts may hold some.
  json_writer &value(std::string_view text) {
    separate();
    out_ += '"';
    while (!text.empty()) {
      const std::size_t length = character_length(text);
      if (length == 0) out_ += "\uFFFD";
      else if (length == 1) character(text[0]);
      else out_ += text.substr(0, length);
      text.remove_prefix(length ? length : 1);
    }
    out_ += '"';
    return *this;
  }
  json_writer &value(std::uint64_t number) {
    separate();
    out_ += std::to_string(number);
    return *this;
  }
  json_writer &value_true() {
    separate();
    out_ += "true";
    return *this;
  }
  std::string take() { return std::move(out_); }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void character(char c) {
    constexpr char digits[] = "0123456789abcdef";
    if (c == '"' || c == '\\') (out_ += '\\') += c;
    else if (c == '\n') out_ += "\\n";
    else if (c == '\t') out_ += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20)
      ((out_ += "\\u00") += digits[c >> 4]) += digits[c & 15];
    else out_ += c;
  }

  std::string out_;
  bool first_ = true;  // the next value needs no comma before it
};

std::string_view name(token_kind kind) {
  switch (kind) {
    case token_kind::word: return "word";
    case token_kind::bigram: return "bigram";
    case token_kind::stem: return "stem";
  }
  return "";
}

std::string_view name(bigram_state state) {
  switch (state) {
    case bigram_state::none: return "";
    case bigram_state::indexed: return "indexed";
    case bigram_state::inside: return "inside";
    case bigram_state::checked: return "checked";
  }
  return "";
}

}  // namespace

std::string json_of(const std::string &path, const index_statistics &s) {
  json_writer json;
  json.open('{').key("format").value(1).key("path").value(path);
  json.key("documents").value(s.documents);
  json.key("first_date").value(s.first_date).key("last_date").value(s.last_date);
  json.key("words").value(s.words).key("bigrams").value(s.bigrams);
  json.key("text_bytes").value(s.text_bytes).key("index_bytes").value(s.index_bytes);
  json.key("revision").value(s.revision);
  json.key("index_format").value(static_cast<std::uint64_t>(s.format));
  json.key("analyzer").value(s.analyzer);
  return json.close('}').take();
}

std::string json_of(const std::vector<check_finding> &findings) {
  json_writer json;
  json.open('[');
  for (const check_finding &finding : findings)
    json.open('{').key("file").value(finding.file).key("message").value(finding.message).close('}');
  return json.close(']').take();
}

std::string json_of(const std::vector<placed_token> &tokens) {
  json_writer json;
  json.open('[');
  const auto pair = [&](const char *key, const span &place) {
    json.key(key).open('[').value(place.start).value(place.end).close(']');
  };
  for (const placed_token &placed : tokens) {
    const token &t = placed.token;
    json.open('{').key("text").value(t.text).key("kind").value(name(t.kind));
    if (t.state != bigram_state::none) json.key("state").value(name(t.state));
    if (t.function_word) json.key("function_word").value_true();
    json.key("start").value(t.start).key("end").value(t.end);
    pair("code_points", placed.code_points);
    pair("utf16", placed.utf16);
    if (!t.reading.empty()) json.key("reading").value(t.reading);
    if (!t.base.empty()) json.key("base").value(t.base);
    json.close('}');
  }
  return json.close(']').take();
}

}  // namespace libsearch::capi
