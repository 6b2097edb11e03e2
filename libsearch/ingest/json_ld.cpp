#include "ingest/json_ld.hpp"

#include <map>

#include <nlohmann/json.hpp>

#include "ingest/declared_people.hpp"
#include "ingest/markup.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

using nlohmann::json;

constexpr int deepest = 8;
constexpr std::size_t most_articles = 20;
constexpr std::size_t most_people = 500, most_keywords = 500;

/// The first string of a value: itself, of a list, or the "name" or "@value" of an object.
std::string string_of(const json &value, int depth = 0) {
  if (value.is_string()) return squeeze(value.get_ref<const std::string &>());
  if (depth > deepest) return {};
  if (value.is_array()) return value.empty() ? std::string() : string_of(value.front(), depth + 1);
  if (value.is_object())
    for (const char *key : {"@value", "name"})
      if (const auto found = value.find(key); found != value.end()) return string_of(*found, depth + 1);
  return {};
}

std::string string_at(const json &object, const char *key) {
  const auto found = object.find(key);
  return found == object.end() ? std::string() : string_of(*found);
}

enum class kind { other, page, site, article };

kind kind_of(const json &object) {
  const auto found = object.find("@type");
  if (found == object.end()) return kind::other;
  kind best = kind::other;
  const auto look = [&](const json &type) {
    if (!type.is_string()) return;
    const std::string &name = type.get_ref<const std::string &>();
    const auto ends = [&](std::string_view end) {
      return name.size() >= end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0;
    };
    if (ends("Article") || ends("BlogPosting") || ends("Posting") || ends("Report") || ends("Thesis") || ends("Chapter") ||
        ends("CreativeWork") || ends("Review") || ends("Book") || ends("AnalysisNews"))
      best = std::max(best, kind::article);
    else if (ends("WebPage"))
      best = std::max(best, kind::page);
    else if (ends("WebSite"))
      best = std::max(best, kind::site);
  };
  if (found->is_array())
    for (const json &one : *found) look(one);
  else
    look(*found);
  return best;
}

class reader {
 public:
  std::vector<linked_article> read(const json &whole) {
    collect(whole, 0);
    std::string site;
    for (const json *one : sites_)
      if (site.empty()) site = string_at(*one, "name");
    std::vector<linked_article> result;
    for (const json *one : articles_) {
      result.push_back(article_of(*one));
      if (result.back().site.empty()) result.back().site = site;
    }
    if (result.empty() && !site.empty()) result.emplace_back().site = site;
    return result;
  }

 private:
  void collect(const json &value, int depth) {
    if (depth > deepest) return;
    if (value.is_array()) {
      for (const json &one : value) collect(one, depth + 1);
      return;
    }
    if (!value.is_object()) return;
    if (const auto id = value.find("@id"); id != value.end() && id->is_string() && value.size() > 1)
      by_id_.try_emplace(id->get<std::string>(), &value);
    const kind what = kind_of(value);
    if (what == kind::site) sites_.push_back(&value);
    if ((what == kind::article || what == kind::page) && articles_.size() < most_articles) articles_.push_back(&value);
    for (const char *key : {"@graph", "mainEntity", "mainEntityOfPage"})
      if (const auto found = value.find(key); found != value.end()) collect(*found, depth + 1);
  }

  const json &resolved(const json &value) const {
    if (!value.is_object()) return value;
    const auto id = value.find("@id");
    if (id == value.end() || !id->is_string() || value.contains("name")) return value;
    const auto found = by_id_.find(id->get<std::string>());
    return found == by_id_.end() ? value : *found->second;
  }

  void add_people(const json &value, std::vector<author> &people, int depth) const {
    if (depth > deepest || people.size() >= most_people) return;
    if (value.is_array()) {
      for (const json &one : value) add_people(one, people, depth + 1);
      return;
    }
    const json &who = resolved(value);
    const std::string name = string_of(who);
    if (name.empty()) return;
    std::string place;
    if (who.is_object())
      for (const char *key : {"affiliation", "worksFor"})
        if (const auto found = who.find(key); place.empty() && found != who.end()) place = string_of(resolved(*found));
    for (author &one : declared_people(name)) {
      if (one.affiliation.empty()) one.affiliation = place;
      people.push_back(std::move(one));
    }
  }

  linked_article article_of(const json &object) const {
    linked_article made;
    made.article = kind_of(object) == kind::article;
    made.headline = string_at(object, "headline");
    if (made.headline.empty()) made.headline = string_at(object, "name");
    for (const char *key : {"author", "creator"})
      if (const auto found = object.find(key); made.authors.empty() && found != object.end()) add_people(*found, made.authors, 0);
    for (const char *key : {"datePublished", "dateCreated", "uploadDate"})
      if (made.published.empty()) made.published = string_at(object, key);
    made.changed = string_at(object, "dateModified");
    for (const char *key : {"publisher", "isPartOf"})
      if (const auto found = object.find(key); made.site.empty() && found != object.end()) made.site = string_of(resolved(*found));
    if (const auto found = object.find("keywords"); found != object.end()) {
      if (found->is_string()) made.keywords = declared_list(found->get_ref<const std::string &>());
      if (found->is_array())
        for (const json &one : *found)
          if (const std::string word = string_of(one); !word.empty() && made.keywords.size() < most_keywords) made.keywords.push_back(word);
    }
    return made;
  }

  std::map<std::string, const json *> by_id_;
  std::vector<const json *> articles_, sites_;
};

/// Templates write a comma behind the last of a list, which JSON does not allow.
std::string without_trailing_commas(const std::string &text) {
  std::string out;
  out.reserve(text.size());
  std::size_t comma = npos;  // the last one in `out`, with nothing but blanks behind it
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\' && i + 1 < text.size()) out += text[i++];
      quoted = c != '"';
    } else {
      if ((c == '}' || c == ']') && comma != npos) out[comma] = ' ';
      if (c == ',')
        comma = out.size();
      else if (c != ' ')
        comma = npos;
      quoted = c == '"';
    }
    out += text[i];
  }
  return out;
}

}  // namespace

std::vector<linked_article> read_json_ld(std::string_view text) {
  // Sites break lines inside strings and wrap the whole in a comment or CDATA.
  const std::size_t from = text.find_first_of("{["), to = text.find_last_of("}]");
  if (from == npos || to == npos || to < from) return {};
  std::string source(text.substr(from, to - from + 1));
  if (source.compare(0, 8, "[CDATA[{") == 0 || source.compare(0, 7, "[CDATA[") == 0) source.erase(0, 7);
  while (!source.empty() && source.back() == ']' && source.front() == '{') source.pop_back();
  for (char &c : source)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  json whole = json::parse(source, nullptr, false, true);
  if (whole.is_discarded()) whole = json::parse(without_trailing_commas(source), nullptr, false, true);
  if (whole.is_discarded()) return {};
  return reader().read(whole);
}

}  // namespace libsearch::ingest
