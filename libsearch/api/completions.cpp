#include "api/completions.hpp"

#include <algorithm>
#include <unordered_map>


#include "index/record.hpp"
#include "index/term.hpp"
#include "query/compounds.hpp"
#include "query/reading_completions.hpp"
#include "text/json_writer.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch {
namespace {

/// Completions of each kind that are made, per one that is shown: some are the same text.
constexpr std::size_t surplus = 3;
/// Words that compounds are looked for of, when the prefix itself is only the beginning of one.
constexpr std::size_t most_heads = 2;
/// Ways to read a topic or an author that are completed; of a title there is one.
constexpr std::size_t most_readings = 3;

void add_column(const facet::value_column &column, completion_kind kind, Xapian::docid last,
                analysis::text_analyzer &analyzer, analysis::name_reader &reader, query::completer &names) {
  std::vector<std::size_t> counts(column.size());
  for (Xapian::docid number = 1; number <= last; ++number)
    for (const facet::value_id id : column.of(number)) ++counts[id];
  for (facet::value_id id = 0; id < counts.size(); ++id)
    if (counts[id]) {
      const std::string normalized = text::normalize_only(column.shown(id));
      names.add({column.shown(id), kind, counts[id]}, normalized, analyzer, reader.readings(normalized, most_readings));
    }
}

/// Whether texts may hold compounds that begin with it: two letters at least that are not all hiragana.
bool begins_compounds(std::string_view normalized) {
  std::size_t at = 0, letters = 0;
  bool content = false;
  while (at < normalized.size()) {
    const auto kind = text::class_of(text::next(normalized, at));
    content |= kind == text::char_class::han || kind == text::char_class::katakana || kind == text::char_class::latin;
    ++letters;
  }
  return content && letters > 1;
}

}  // namespace

const char *name(completion_kind kind) noexcept {
  switch (kind) {
    case completion_kind::topic: return "topic";
    case completion_kind::author: return "author";
    case completion_kind::compound: return "compound";
    case completion_kind::word: return "word";
    case completion_kind::title: return "title";
  }
  return "";
}

std::string to_json(std::string_view prefix, const std::vector<completion> &completions) {
  text::json_writer json;
  json.open('{').key("format").number(1).key("prefix").text(prefix).key("completions").open('[');
  for (const completion &c : completions)
    json.open('{').key("text").text(c.text).key("kind").text(name(c.kind)).key("count").number(c.count).close('}');
  return json.close(']').close('}').take();
}

std::unique_ptr<const query::completer> make_completer(const indexing::snapshot &snapshot, facet::columns &columns,
                                                       analysis::text_analyzer &analyzer) {
  auto names = std::make_unique<query::completer>();
  analysis::name_reader reader(analyzer);
  const Xapian::docid last = snapshot.database.get_lastdocid();
  add_column(columns.names(*snapshot.fields->find("topic")), completion_kind::topic, last, analyzer, reader, *names);
  add_column(columns.names(*snapshot.fields->find("author")), completion_kind::author, last, analyzer, reader, *names);
  // The value is the beginning of the normalized title; the title itself is read when it is shown.
  struct titled {
    Xapian::docid number;
    std::size_t count;
  };
  std::unordered_map<std::string, titled> titles;
  for (auto title = snapshot.database.valuestream_begin(indexing::slot_title);
       title != snapshot.database.valuestream_end(indexing::slot_title); ++title)
    ++titles.try_emplace(*title, titled{title.get_docid(), 0}).first->second.count;
  for (const auto &[title, found] : titles)
    names->add({{}, completion_kind::title, found.count}, title, analyzer, reader.readings(title, 1), found.number);
  names->prepare();
  return names;
}

std::vector<completion> completions(std::string_view prefix, std::size_t limit, const query::completer &names,
                                    const indexing::snapshot &snapshot, analysis::text_analyzer &analyzer,
                                    indexing::lexicon_readings &readings) {
  const std::vector<std::string> keys = query::keys_of(prefix);
  if (keys.empty() || limit == 0) return {};
  limit = std::min<std::size_t>(limit, 1000);
  const std::size_t most = limit * surplus;
  std::vector<query::rated_completion> found = names.names(keys, most);
  for (query::rated_completion &c : found)
    if (c.number) c.found.text = indexing::read_fields(snapshot.database.get_document(c.number)).title;

  const std::string typed = text::normalize_only(text::repair(prefix));
  auto words = query::complete_words(keys, *snapshot.words, analyzer.functions(), most);
  const bool read = analyzer.knows_readings();
  std::vector<query::rated_completion> read_so;
  if (read) read_so = query::words_read_so(typed, readings.table(), analyzer.functions(), most);
  const bool is_unfinished = read && read_so.empty();
  words.insert(words.end(), read_so.begin(), read_so.end());
  std::sort(words.begin(), words.end(), query::fits_better);
  // Kana and romaji stand in no compound: what they complete to does.
  std::vector<std::string> heads;
  query::planner plans(snapshot.database, *snapshot.words, analyzer.functions(), analyzer.rule());
  if (begins_compounds(typed)) heads.push_back(typed);
  for (const query::rated_completion &word : words)
    if (heads.size() < most_heads && word.found.text != typed && begins_compounds(word.found.text) && word.found.count > 1)
      heads.push_back(word.found.text);
  // たいようこ is beyond 太陽, and 太陽光 is no word of its own: what goes on from 太陽 and is read so.
  const std::size_t written = heads.size();
  if (is_unfinished)
    for (std::string &head : query::heads_read_so(keys, readings.table(), most_heads)) heads.push_back(std::move(head));
  analysis::name_reader reader(analyzer);
  for (std::size_t h = 0; h < heads.size(); ++h) {
    auto compounds = query::compounds_of(heads[h], snapshot, plans, analyzer);
    if (h >= written)
      std::erase_if(compounds, [&](const query::compound &c) { return !query::is_read_so(c.text, keys, reader); });
    if (compounds.size() > most) compounds.resize(most);
    for (query::compound &c : compounds) {
      const double rating = query::rating_of(completion_kind::compound, c.count);
      found.push_back({{std::move(c.text), completion_kind::compound, c.count}, rating, 0});
    }
  }
  found.insert(found.end(), words.begin(), words.end());
  std::vector<completion> result;
  for (query::rated_completion &c : query::merge_completions(std::move(found), limit)) result.push_back(std::move(c.found));
  return result;
}

}  // namespace libsearch
