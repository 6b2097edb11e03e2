#include "api/hit_maker.hpp"

#include <algorithm>

#include "index/record.hpp"
#include "index/term.hpp"
#include "query/snippet.hpp"
#include "text/compact_text.hpp"
#include "text/json_value.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch {

hit hit_maker::make(const ranked_document &ranked) const {
  const Xapian::Document record = database_.get_document(ranked.number);
  document fields = indexing::read_fields(record);
  hit made;
  made.score = ranked.score;
  made.collapsed = ranked.collapsed;
  made.topics = fields.all_topics();
  const text::normalized_text title = text::normalize(fields.title);
  indexing::text_cache::reader texts(texts_);
  const std::string_view compact = texts.get(ranked.number);
  const std::vector<query::mark> marks = marks_in(compact);
  made.title_marks = query::merge_spans(query::find_marks(title.text, title.map, marks, query::field::title, analyzer_));
  if (request_.snippet_length > 0) add_snippet(record, compact, marks, fields.page_starts, made);
  if (request_.explain) made.explanation = explain(ranked, compact);
  made.id = std::move(fields.id);
  made.title = std::move(fields.title);
  made.authors = std::move(fields.authors);
  made.date = std::move(fields.date);
  made.path = std::move(fields.path);
  if (const auto paths = fields.attributes.find("paths"); paths != fields.attributes.end()) {
    text::json_reading read = text::read_json(paths->second);
    if (auto *list = read.value.as<text::json_value::array>())
      for (text::json_value &each : *list)
        if (auto *path = each.as<std::string>()) made.paths.push_back(std::move(*path));
  }
  return made;
}

std::vector<query::mark> hit_maker::marks_in(std::string_view compact) const {
  if (marks_.size() < 2) return marks_;
  std::vector<query::mark> held;
  for (const query::mark &mark : marks_)
    if (text::finder(text::compact(mark.normalized)).find(compact) != text::npos) held.push_back(mark);
  return held;
}

void hit_maker::add_snippet(const Xapian::Document &record, std::string_view compact,
                            const std::vector<query::mark> &marks, const std::vector<std::size_t> &page_starts,
                            hit &made) const {
  std::string normalized;
  const text::original_text body = indexing::read_body(record, indexing::split_fields(compact).body, normalized);
  const auto spans = query::find_marks(normalized, body.map, marks, query::field::body, analyzer_);
  query::cut_snippet cut = query::make_snippet(body.text, spans, request_.snippet_length);
  made.snippet = std::move(cut.extract);
  if (page_starts.empty()) return;
  const auto page = std::upper_bound(page_starts.begin(), page_starts.end(), cut.first_mark);
  made.page = static_cast<std::size_t>(page - page_starts.begin());
}

std::string hit_maker::explain(const ranked_document &ranked, std::string_view compact) const {
  std::string text = ranked.exact ? "as typed:" : "by a variant:";
  const auto fields = indexing::split_fields(compact);
  const auto count = [&](std::string_view part, const query::mark &mark) {
    return query::occurrences(text::expand(part), mark, analyzer_).size();
  };
  for (const query::mark &mark : marks_) {
    std::size_t authors = 0;
    for (const std::string_view author : fields.authors) authors += count(author, mark);
    const std::size_t title = count(fields.title, mark), body = count(fields.body, mark);
    if (title + authors + body == 0) continue;
    text += " \"" + mark.normalized + "\" ";
    if (!mark.why.empty()) text += "(" + mark.why + ") ";
    text += std::to_string(title) + " in title, " + std::to_string(authors) + " in authors, " + std::to_string(body) +
            " in body;";
  }
  text.pop_back();
  return text;
}

}  // namespace libsearch
