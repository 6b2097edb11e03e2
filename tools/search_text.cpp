#include "search_text.hpp"

#include <algorithm>
#include <cstdio>

#include "facet_blocks.hpp"
#include "output.hpp"
#include "shell_words.hpp"

namespace jsearch {

namespace {

using libsearch::hit;
using libsearch::search_request;
using libsearch::search_results;
using libsearch::total_relation;

std::string count_text(const search_results &results) {
  const libsearch::search_total &total = results.total;
  // Likeness has no end: how many were taken says nothing about the index.
  if (results.matched == "similar")
    return total.relation == total_relation::gte ? "the " + std::to_string(total.value) + " most similar documents"
           : total.value == 1                    ? "1 similar document"
                                                 : std::to_string(total.value) + " similar documents";
  const std::string hits = std::to_string(total.value) + (total.value == 1 ? " hit" : " hits");
  switch (total.relation) {
    case total_relation::eq: return hits + " (exact)";
    case total_relation::gte: return "at least " + hits;
    case total_relation::estimate: return "about " + hits;
  }
  return hits;
}

std::string join(const std::vector<std::string> &parts, const char *between) {
  std::string out;
  for (const std::string &part : parts) {
    const std::string clean = one_line(part);
    if (!clean.empty()) out += (out.empty() ? "" : between) + clean;
  }
  return out;
}

/// " (also .html, .txt)": of copies beside it that have its name, the ending is enough.
std::string copies_of(const hit &h) {
  std::vector<std::string> others;
  const std::string stem = h.path.substr(0, h.path.rfind('.'));
  for (const std::string &path : h.paths) {
    if (path == h.path) continue;
    const bool same = path.compare(0, stem.size(), stem) == 0 && path.rfind('.') == stem.size();
    others.push_back(same ? path.substr(stem.size()) : path);
  }
  return others.empty() ? "" : " (also " + join(others, ", ") + ")";
}

/// author · date · path, p. 3; the id too where it isn't the path.
std::string meta_of(const hit &h) {
  std::string place = h.path.empty() ? h.id : h.path;
  if (h.page != 0) place += ", p. " + std::to_string(h.page);
  place += copies_of(h);
  std::vector<std::string> parts = {join(h.authors, ", "), h.date, place};
  if (!h.path.empty() && h.path != h.id) parts.push_back(h.id);
  return join(parts, " · ");
}

/// Without those that lie above another one of the document: who reads 水素/アンモニア knows that it is 水素.
std::vector<std::string> deepest(const std::vector<std::string> &topics) {
  std::vector<std::string> kept;
  for (const std::string &topic : topics)
    if (std::none_of(topics.begin(), topics.end(), [&](const std::string &other) { return other.rfind(topic + "/", 0) == 0; }))
      kept.push_back(topic);
  return kept;
}

/// Lines of `text` in columns from hit_indent on, at most `most` of them (0 = all).
std::string hit_lines(const marked_text &text, style look, style mark, const screen &to,
                      std::size_t most) {
  const std::size_t width = to.width == 0 ? 0 : to.width - hit_indent - 1;
  std::string out;
  std::vector<libsearch::span> lines = wrap(text.text, width);
  for (std::size_t i = 0; i < lines.size() && (most == 0 || i < most); ++i) {
    const bool cut = most != 0 && i + 1 == most && lines.size() > most;
    out += std::string(hit_indent, ' ') + to.paint(look, mark, text, lines[i]);
    out += cut ? to.paint(look, "…\n") : "\n";
  }
  return out;
}

void put_before(marked_text &text, const std::string &start) {
  text.text.insert(0, start);
  for (auto &mark : text.marks) mark.start += start.size(), mark.end += start.size();
}

/// Marks for who sees no colours.
void add_tags(marked_text &text, const libsearch::mark_tags &tags) {
  std::string out;
  std::size_t at = 0;
  for (const auto &mark : text.marks) {
    out += text.text.substr(at, mark.start - at) + tags.open;
    out += text.text.substr(mark.start, mark.end - mark.start) + tags.close;
    at = mark.end;
  }
  text = {out + text.text.substr(at), {}};
}

std::string hit_text(const hit &h, std::size_t number, const screen &to,
                     std::size_t snippet_lines, const libsearch::mark_tags *tags) {
  marked_text title = one_line(h.title, h.title_marks);
  if (title.text.empty()) title = {one_line(h.id), {}};
  const std::string indent(hit_indent, ' ');
  const std::string count = std::to_string(number);
  std::string out = to.paint(style::meta, count);
  out.append(count.size() < hit_indent ? hit_indent - count.size() : 1, ' ');
  if (to.width != 0) title.text = fit(title.text, to.width - hit_indent - 1);
  out += to.paint(style::title, style::title_mark, title) + "\n";
  const std::size_t room = to.width == 0 ? 0 : to.width - hit_indent - 1;
  if (const std::string meta = meta_of(h); !meta.empty())
    out += indent + to.paint(style::meta, fit(meta, room)) + "\n";
  if (const std::string topics = join(deepest(h.topics), " · "); !topics.empty())
    out += indent + to.paint(style::topic, fit(topics, room)) + "\n";
  if (h.collapsed) out += indent + to.paint(style::meta, "and " + std::to_string(h.collapsed) + " more") + "\n";
  if (marked_text s = one_line(h.snippet.text, h.snippet.marks); !s.text.empty()) {
    if (h.snippet.cut_before) put_before(s, "…");
    if (h.snippet.cut_behind) s.text += "…";
    if (!to.colour && tags) add_tags(s, *tags);
    out += hit_lines(s, style::plain, style::mark, to, snippet_lines);
  }
  if (!h.explanation.empty()) out += to.paint(style::meta, harmless(h.explanation).text) + "\n";
  return out;
}

/// What to try when nothing was found, or "".
std::string way_out(const search_results &results, const search_request &request) {
  if (!request.filters.empty()) return "try it without --filter";
  // A whole text was compared: there is no query to change.
  if (results.matched == "similar") return "nothing shares a telling word with it; \"jsearch search\" finds single words";
  if (request.match == libsearch::match_mode::phrase) return "try it without --match phrase";
  if (request.match == libsearch::match_mode::all) return "try it without --match all";
  const bool several = request.query.find_first_of(" \t") != std::string::npos || request.query.find("　") != std::string::npos;
  if (request.match != libsearch::match_mode::any && several) return "try --match any, or fewer words";
  if (!request.variants) return "try it with --variants on";
  return several ? "" : "try a part of the word, or \"jsearch suggest\" with its beginning";
}

bool is_filtered(const search_request &request, const std::string &field) {
  return std::any_of(request.filters.begin(), request.filters.end(),
                     [&](const auto &filter) { return filter.field == field; });
}

/// What had to be given up to find anything.
const char *relaxation(const std::string &matched) {
  if (matched == "words") return "nothing matches the query as it is; these hold all its words";
  if (matched == "relaxed") return "nothing holds all words of the query; these hold most of them";
  return "";
}

}  // namespace

std::string summary_text(const search_results &results, const search_request &request,
                         const screen &to) {
  char took[32];
  std::snprintf(took, sizeof took, "%.1f ms", results.took_ms);
  std::string out;
  if (results.total.value == 0 && results.hits.empty()) {
    out = to.paint(style::title, "no hit") + to.paint(style::meta, std::string(" · ") + took);
    out += "\n";
  } else {
    std::string rest = std::string(" · ") + took;
    if (request.offset > 0 && !results.hits.empty())
      rest = " · " + std::to_string(request.offset + 1) + " to " +
             std::to_string(request.offset + results.hits.size()) + rest;
    out = to.paint(style::title, count_text(results)) + to.paint(style::meta, rest) + "\n";
  }
  if (const char *given_up = relaxation(results.matched); *given_up)
    out += to.paint(style::notice, std::string("relaxed: ") + given_up) + "\n";
  if (!results.suggestions.empty())
    out += "did you mean: " + to.paint(style::title, join(results.suggestions, ", ")) + "\n";
  else if (results.total.value == 0 && results.hits.empty())
    if (const std::string hint = way_out(results, request); !hint.empty()) out += hint + "\n";
  return out;
}

std::string search_text(const search_results &results, const search_request &request,
                        const screen &to, std::size_t snippet_lines) {
  std::string out = summary_text(results, request, to);
  std::size_t number = request.offset;
  const libsearch::mark_tags usual;
  const bool tagged = request.tags.open != usual.open || request.tags.close != usual.close;
  const libsearch::mark_tags *tags = tagged ? &request.tags : nullptr;
  const auto add_part = [&](const std::string &part) {
    if (!part.empty()) out.append(1, '\n').append(part);
  };
  for (const hit &h : results.hits) add_part(hit_text(h, ++number, to, snippet_lines, tags));
  add_part(facet_blocks(results.facets, request.facet_limit, to));
  if (!results.explanation.empty())
    add_part(to.paint(style::meta, harmless(results.explanation).text) + "\n");
  return out;
}

std::string next_steps(const search_results &results, const search_request &request,
                       const arguments &given, const screen &to) {
  const std::size_t shown = request.offset + results.hits.size();
  const auto line = [&](const char *what, const std::string &command) {
    return to.paint(style::meta, std::string(what) + ": " + one_line(command)) + "\n";
  };
  std::string out;
  const bool more = results.total.value > shown || results.total.relation != total_relation::eq;
  if (!results.hits.empty() && more)
    out += line("next page", command_again("search", given, "offset", std::to_string(shown)));
  for (const auto &facet : results.facets) {
    // A second value of a field would widen the search.
    const std::string field = facet.field.substr(0, facet.field.find(':'));
    if (is_filtered(request, field)) continue;
    const auto open = std::find_if(facet.values.begin(), facet.values.end(), [&](const auto &v) {
      return !v.value.empty() && v.count < results.total.value;
    });
    if (open == facet.values.end()) continue;
    const std::string filter = field + "=" + open->value;
    out += line("narrow", command_again("search", given, "filter", filter));
    break;
  }
  if (results.facets.empty() && results.total.value > 1)
    out += line("overview", command_again("search", given, "facets", "topic,author,date:year"));
  return out.empty() ? out : "\n" + out;
}

void say_diagnostics(const search_results &results) {
  for (const auto &d : results.diagnostics) {
    const std::string_view query = results.query;
    const std::string part(query.substr(std::min(d.offset, query.size()), d.length));
    say("note: " + d.message + (part.empty() ? "" : ": " + part));
  }
}

}  // namespace jsearch
