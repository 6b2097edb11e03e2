#include "ingest/front_matter.hpp"

#include <algorithm>
#include <initializer_list>

#include <nlohmann/json.hpp>

#include "ingest/declared_people.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

// Its end is looked for with each line: one that never ends must not cost the square of the file.
constexpr std::size_t longest_value = 1u << 14;

/// Takes the next line off `text`, without its line end.
std::string_view take_line(std::string_view &text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == npos ? text.size() : end + 1);
  return line;
}

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Where the fields go. A person's parts come one by one.
class fields {
 public:
  explicit fields(markup &page) : page_(page) {}
  ~fields() { close_person(); }

  void value(std::string key, const std::string &text) {
    for (char &c : key)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const std::string one = squeeze(text);
    if (one.empty()) return;
    if (key == "title" || key == "タイトル" || key == "題名") {
      page_.title = one;
      page_.exact_title = true;
    } else if (is_one_of(key, {"subtitle", "sub_title", "サブタイトル", "副題"})) {
      page_.subtitle = one;
    } else if (is_people_key(key)) {
      people(one);
    } else if (is_one_of(key, {"date", "published", "publishdate", "publish_date", "pubdate", "pub_date", "date_published", "datepublished", "published_at", "publishedat", "created", "created_at", "日付", "公開日", "発行日", "掲載日"})) {
      if (page_.date.empty()) page_.date = declared_date(one);
    } else if (is_one_of(key, {"lastmod", "updated", "modified", "last_modified_at", "last_updated", "updated_at", "更新日"})) {
      if (page_.change_date.empty()) page_.change_date = declared_date(one);
    } else if (is_one_of(key, {"topic", "topics"})) {
      for (std::string &part : declared_list(one)) page_.topics.push_back(std::move(part));
    } else if (is_one_of(key, {"tags", "tag", "keywords", "categories", "category"})) {
      for (std::string &part : declared_list(one)) page_.keywords.push_back(std::move(part));
    } else if (is_place_key(key)) {
      if (page_.affiliation.empty()) page_.affiliation = one;
    }
  }

  static bool is_people_key(std::string_view key) {
    return is_one_of(key, {"author", "authors", "creator", "creators", "by", "byline", "writer", "writers", "著者", "執筆者", "筆者"});
  }
  static bool is_place_key(std::string_view key) {
    return is_one_of(key, {"affiliation", "affiliations", "institution", "institute", "organization", "organisation", "所属"});
  }

  void people(const std::string &text) {
    close_person();
    for (author &one : declared_people(text)) page_.authors.push_back(std::move(one));
  }

  void begin_person() { close_person(); }
  void person_part(std::string_view key, const std::string &text) {
    if (is_one_of(key, {"name", "full_name", "fullname", "名前", "氏名"})) {
      if (!person_.name.empty()) close_person();
      person_.name = squeeze(text);
    } else if (is_one_of(key, {"family", "last", "surname"})) {
      family_ = squeeze(text);
    } else if (is_one_of(key, {"given", "first", "given_name"})) {
      given_ = squeeze(text);
    } else if (is_place_key(key) && person_.affiliation.empty()) {
      person_.affiliation = squeeze(text);
    }
  }
  void close_person() {
    if (person_.name.empty() && !family_.empty() && !given_.empty()) person_.name = declared_person(family_ + ", " + given_).name;
    if (!person_.name.empty()) {
      const author read = declared_person(person_.name);
      page_.authors.push_back({read.name.empty() ? person_.name : read.name, person_.affiliation.empty() ? read.affiliation : person_.affiliation});
    }
    person_ = {};
    family_.clear();
    given_.clear();
  }

 private:
  markup &page_;
  author person_;
  std::string family_, given_;
};

/// Reads a value of YAML or TOML from `at` on: a quoted string, or what stands before a sign that ends it.
std::string scalar(std::string_view text, std::size_t &at, std::string_view ends) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n')) ++at;
  if (at >= text.size()) return {};
  const char quote = text[at];
  if (quote != '"' && quote != '\'') {
    const std::size_t from = at;
    while (at < text.size() && ends.find(text[at]) == npos && !(text[at] == '#' && at > from && text[at - 1] == ' ')) ++at;
    return std::string(trim(text.substr(from, at - from)));
  }
  std::string out;
  const std::string_view three = quote == '"' ? "\"\"\"" : "'''";
  const bool block = text.substr(at, 3) == three;
  at += block ? 3 : 1;
  while (at < text.size()) {
    if (block ? text.substr(at, 3) == three : text[at] == quote) {
      if (!block && quote == '\'' && text.substr(at, 2) == "''") {
        out += '\'';
        at += 2;
        continue;
      }
      at += block ? 3 : 1;
      break;
    }
    if (quote == '"' && text[at] == '\\' && at + 1 < text.size()) {
      const char c = text[at + 1];
      at += 2;
      if (c == 'u' || c == 'U') {
        const std::size_t digits = c == 'u' ? 4 : 8;
        char32_t code = 0;
        for (std::size_t k = 0; k < digits && at < text.size(); ++k, ++at) {
          const char d = text[at];
          code = code * 16 + static_cast<char32_t>(d >= '0' && d <= '9' ? d - '0' : (d | 0x20) >= 'a' && (d | 0x20) <= 'f' ? (d | 0x20) - 'a' + 10 : 0);
        }
        append(out, code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ? 0xFFFD : code);
      } else {
        out += c == 'n' || c == 't' || c == 'r' ? ' ' : c;
      }
      continue;
    }
    out += text[at++];
  }
  return out;
}

/// A value that may be a list or a mapping, in the flow of a line: "x", [a, b], {name: x, affiliation: y}.
void flow(const std::string &key, std::string_view text, fields &out) {
  std::size_t at = 0;
  const bool people = fields::is_people_key(key);
  const auto blank = [&] {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == ',' || text[at] == ']')) {
      ++at;
    }
    if (at < text.size() && text[at] == '#')
      while (at < text.size() && text[at] != '\n') ++at;
  };
  const auto mapping = [&] {
    ++at;
    out.begin_person();
    while (at < text.size() && text[at] != '}') {
      const std::string name = scalar(text, at, ":=}");
      if (at < text.size() && (text[at] == ':' || text[at] == '=')) ++at;
      const std::string value = scalar(text, at, ",}");
      if (people) out.person_part(name, value);
      while (at < text.size() && (text[at] == ',' || text[at] == ' ' || text[at] == '\n')) ++at;
    }
    if (at < text.size()) ++at;
    out.close_person();
  };
  blank();
  if (at >= text.size()) return;
  if (text[at] == '{') return mapping();
  if (text[at] != '[') {
    const std::string one = scalar(text, at, "\n");
    return out.value(key, one);
  }
  ++at;
  for (blank(); at < text.size(); blank()) {
    const std::size_t before = at;
    if (text[at] == '{') {
      mapping();
    } else if (const std::string one = scalar(text, at, ",]\n"); !one.empty()) {
      out.value(key, one);
    }
    if (at == before) ++at;
  }
}

std::size_t indent_of(std::string_view line) {
  const std::size_t at = line.find_first_not_of(' ');
  return at == npos ? 0 : at;
}

/// "key: value" with the colon of either width; false when the line has none.
bool split_key(std::string_view line, std::string &key, std::string_view &value) {
  const std::size_t ascii = line.find(':'), wide = line.find("：");
  const std::size_t colon = std::min(ascii, wide);
  if (colon == npos || colon == 0) return false;
  key = std::string(trim(line.substr(0, colon)));
  if (key.size() >= 2 && (key.front() == '"' || key.front() == '\'')) key = key.substr(1, key.size() - 2);
  value = trim(line.substr(colon + (colon == ascii ? 1 : 3)));
  return true;
}

/// Whether a flow value goes on on the next line.
bool is_open(std::string_view value) {
  return !value.empty() && ((value[0] == '[' && value.find(']') == npos) || (value[0] == '{' && value.find('}') == npos));
}

void read_yaml(std::string_view text, fields &out) {
  std::string key;
  bool in_item = false;
  while (!text.empty()) {
    const std::string_view line = take_line(text), content = trim(line);
    if (content.empty() || content[0] == '#') continue;
    const bool people = fields::is_people_key(key);
    std::string name;
    std::string_view value;
    if (content == "-" || content.substr(0, 2) == "- ") {
      if (key.empty()) continue;
      const std::string_view item = trim(content.substr(1));
      out.begin_person();
      in_item = true;
      const bool quoted = !item.empty() && (item[0] == '"' || item[0] == '\'' || item[0] == '{' || item[0] == '[');
      if (people && !quoted && split_key(item, name, value) && name.find(' ') == npos) {
        std::size_t at = 0;
        out.person_part(name, scalar(value, at, "\n"));
      } else {
        flow(key, item, out);
      }
      continue;
    }
    if (indent_of(line) > 0 && !key.empty()) {
      // author: / name: x / affiliation: y, or more of an item.
      if (people && split_key(content, name, value)) {
        std::size_t at = 0;
        out.person_part(name, scalar(value, at, "\n"));
      }
      continue;
    }
    if (in_item) out.close_person();
    in_item = false;
    if (!split_key(content, key, value)) continue;
    out.close_person();
    if (value == "|" || value == ">" || value == "|-" || value == ">-" || value == "|+" || value == ">+") {
      std::string whole;
      while (!text.empty()) {
        std::string_view rest = text;
        const std::string_view next_line = take_line(rest);
        if (!trim(next_line).empty() && indent_of(next_line) == 0) break;
        whole += std::string(trim(next_line)) + " ";
        text = rest;
      }
      out.value(key, whole);
      continue;
    }
    std::string whole(value);
    while (whole.size() < longest_value && is_open(whole) && !text.empty()) whole += "\n" + std::string(take_line(text));
    flow(key, whole, out);
  }
}

void read_toml(std::string_view text, fields &out) {
  std::string table;
  while (!text.empty()) {
    const std::string_view line = trim(take_line(text));
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '[') {
      table = std::string(line.substr(0, line.find(']')));
      table.erase(0, table.find_first_not_of("[ "));
      out.begin_person();
      continue;
    }
    std::size_t at = 0;
    std::string key = scalar(line, at, "=");
    if (at >= line.size()) at = line.find('=');
    while (at < line.size() && line[at] != '=') ++at;
    if (at >= line.size()) continue;
    std::string value(trim(line.substr(at + 1)));
    const std::string_view three = value.substr(0, 3) == "'''" ? "'''" : "\"\"\"";
    if (value.compare(0, 3, three) == 0)
      while (value.size() < longest_value && value.find(three, 3) == npos && !text.empty()) value += "\n" + std::string(take_line(text));
    while (value.size() < longest_value && is_open(value) && !text.empty()) value += "\n" + std::string(take_line(text));
    if (const std::size_t dot = key.rfind('.'); dot != npos) {
      table = key.substr(0, dot);
      key.erase(0, dot + 1);
    }
    const std::string last = table.substr(table.rfind('.') == npos ? 0 : table.rfind('.') + 1);
    if (fields::is_people_key(last)) {
      std::size_t from = 0;
      out.person_part(key, scalar(value, from, "\n"));
    } else {
      flow(key, value, out);
    }
  }
}

void read_json(std::string_view text, fields &out) {
  const nlohmann::json whole = nlohmann::json::parse(text, nullptr, false, true);
  if (!whole.is_object()) return;
  for (const auto &[key, value] : whole.items()) {
    const nlohmann::json list = value.is_array() ? value : nlohmann::json::array({value});
    for (const nlohmann::json &one : list) {
      if (one.is_string()) out.value(key, one.get_ref<const std::string &>());
      if (!one.is_object() || !fields::is_people_key(key)) continue;
      out.begin_person();
      for (const auto &[part, said] : one.items())
        if (said.is_string()) out.person_part(part, said.get_ref<const std::string &>());
      out.close_person();
    }
  }
}

/// The object at the beginning of a text, as far as its last brace.
std::string_view leading_object(std::string_view text) {
  constexpr std::size_t longest = 1 << 16;
  int depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < std::min(text.size(), longest); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\') ++at;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      return text.substr(0, at + 1);
    }
  }
  return {};
}

front_matter split_lines_of(std::string_view text, std::string_view mark, char sign, front_matter_kind kind) {
  std::string_view rest = text;
  take_line(rest);
  const std::string_view inside = rest;
  bool keyed = false;
  while (!rest.empty()) {
    const char *at = rest.data();
    const std::string_view line = trim(take_line(rest));
    if (line == mark || (kind == front_matter_kind::yaml && line == "...")) {
      if (!keyed) return {};
      return {kind, inside.substr(0, static_cast<std::size_t>(at - inside.data())), rest};
    }
    const std::size_t colon = std::min(line.find(sign), kind == front_matter_kind::yaml ? line.find("：") : npos);
    keyed = keyed || (colon != npos && colon > 0 && colon < 40);
  }
  return {};
}

}  // namespace

front_matter split_front_matter(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  while (!text.empty() && (text[0] == '\n' || text[0] == '\r')) text.remove_prefix(1);
  std::string_view rest = text;
  const std::string_view first = trim(take_line(rest));
  if (first == "---") return split_lines_of(text, "---", ':', front_matter_kind::yaml);
  if (first == "+++") return split_lines_of(text, "+++", '=', front_matter_kind::toml);
  if (first.empty() || first[0] != '{') return {};
  const std::string_view object = leading_object(text);
  if (object.empty() || object.find("\"title\"") == npos) return {};
  rest = text.substr(object.size());
  // Text follows it, on a line of its own.
  if (trim(take_line(rest)) != "" || trim(rest).empty()) return {};
  const nlohmann::json whole = nlohmann::json::parse(object, nullptr, false, true);
  if (!whole.is_object()) return {};
  return {front_matter_kind::json, object, rest};
}

void read_front_matter(const front_matter &front, markup &page) {
  fields out(page);
  if (front.kind == front_matter_kind::yaml) read_yaml(front.text, out);
  if (front.kind == front_matter_kind::toml) read_toml(front.text, out);
  if (front.kind == front_matter_kind::json) read_json(front.text, out);
}

}  // namespace libsearch::ingest
