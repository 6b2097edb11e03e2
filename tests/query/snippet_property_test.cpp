// What holds for the snippets of any query: NOT, fields, phrases, words, beginnings, variants and synonyms.
#include <doctest/doctest.h>

#include <libsearch/index.hpp>

#include "corpus.hpp"
#include "index/lexicon_vocabulary.hpp"
#include "index/snapshot.hpp"
#include "oracle.hpp"
#include "searching.hpp"
#include "support.hpp"
#include "text/char_class.hpp"
#include "text/utf8.hpp"
#include "variants/expander.hpp"

using namespace libsearch;
using test::oracle::normalize;

namespace {

/// Characters as a reader counts them: an accent belongs to its letter.
std::size_t shown_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += !text::joins_previous(text::next(text, at));
  return count;
}

constexpr const char *synonyms = "水素, H2\nガス => 天然ガス, ＬＮＧ\n";

/// What a query asks for in one field, normalized, in every spelling.
using asked_texts = std::set<std::string>;

/// The spellings that the index's own words allow.
class speller {
 public:
  explicit speller(const std::string &path)
      : reader_(path), words_(reader_.current().words), expander_(words_, variants::synonyms(synonyms)) {}

  void add(const query_node &node, const std::string &field, asked_texts &asked) const {
    if (node.op == query_op::none_of) return;
    for (const query_node &child : node.children) add(child, field, asked);
    if (node.text.empty() || (!node.field.empty() && node.field != field)) return;
    const std::string text = normalize(node.text);
    asked.insert(text);
    if (node.op != query_op::text) return;
    for (const auto &other : expander_.alternatives(text, variants::group_set().set())) asked.insert(other.text);
  }

 private:
  indexing::reader reader_;
  indexing::lexicon_vocabulary words_;
  variants::expander expander_;
};

/// Whether occurrences of the texts cover all of `piece`, white space apart. With `open_start` or `open_end` the piece was
/// cut there, and the end of a text, or its beginning, will do.
bool is_covered(const std::string &piece, const asked_texts &asked, bool open_start, bool open_end) {
  std::vector<bool> covered(piece.size());
  const auto cover = [&](std::size_t from, std::size_t to) { std::fill(covered.begin() + static_cast<std::ptrdiff_t>(from), covered.begin() + static_cast<std::ptrdiff_t>(to), true); };
  for (const std::string &text : asked) {
    for (std::size_t at = piece.find(text); at != std::string::npos; at = piece.find(text, at + 1)) cover(at, at + text.size());
    for (std::size_t part = 1; part < text.size(); ++part) {
      if (open_start && piece.compare(0, part, text, text.size() - part) == 0 && part <= piece.size()) cover(0, part);
      if (open_end && part <= piece.size() && piece.compare(piece.size() - part, part, text, 0, part) == 0) cover(piece.size() - part, piece.size());
    }
    if (open_start && open_end && text.find(piece) != std::string::npos) return true;
  }
  for (std::size_t i = 0; i < piece.size(); ++i)
    if (!covered[i] && piece[i] != ' ') return false;
  return true;
}

/// Whether the piece has a character that is several when normalized, or one with an accent: a mark takes in all of it.
bool has_joined_characters(const std::string &piece) {
  const auto characters = test::characters(piece);
  for (const std::string &c : characters)
    if (test::characters(normalize(c)).size() != 1) return true;
  return test::characters(normalize(piece)).size() < characters.size() || test::oracle::holds(piece, "ﾞ") || test::oracle::holds(piece, "ﾟ");
}

bool holds_any(const std::string &piece, const asked_texts &asked) {
  return std::any_of(asked.begin(), asked.end(), [&](const std::string &text) { return test::oracle::holds(piece, text); });
}

void check_marks(const std::string &text, const std::vector<span> &marks, const asked_texts &asked, bool cut_at_ends,
                 std::size_t &marked) {
  std::size_t last = 0;
  for (const span &mark : marks) {
    REQUIRE(mark.start < mark.end);
    REQUIRE(mark.end <= text.size());
    // Not even touching: what touches is one mark.
    if (last > 0) CHECK((mark.start > last || test::oracle::holds(text, " … ")));
    CHECK(mark.start >= last);
    last = mark.end;
    const std::string piece = text.substr(mark.start, mark.end - mark.start);
    const bool joint_before = mark.start >= 5 && text.compare(mark.start - 5, 5, " … ") == 0;
    const bool joint_behind = text.compare(mark.end, 5, " … ") == 0;
    CAPTURE(piece);
    const std::string normalized = normalize(piece);
    CHECK((is_covered(normalized, asked, cut_at_ends && (mark.start == 0 || joint_before),
                      cut_at_ends && (mark.end == text.size() || joint_behind)) ||
           (has_joined_characters(piece) && holds_any(normalized, asked))));
    ++marked;
  }
}

/// The text that HTML stands for, without our tags.
std::string without_markup(std::string html, const mark_tags &tags) {
  const auto replace = [&](const std::string &from, const std::string &to) {
    for (std::size_t at = html.find(from); at != std::string::npos; at = html.find(from, at + to.size())) html.replace(at, from.size(), to);
  };
  replace(tags.open, "");
  replace(tags.close, "");
  for (const auto &[entity, character] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    replace(entity, character);
  return html;
}

/// Whether the text, or the windows that it joins, are pieces of the body, one behind another.
bool is_of(const std::string &text, const std::string &body) {
  if (test::oracle::holds(body, text)) return true;
  static const std::string joint = " … ";
  for (std::size_t at = text.find(joint); at != std::string::npos; at = text.find(joint, at + 1)) {
    const std::size_t first = body.find(text.substr(0, at));
    if (first != std::string::npos && body.find(text.substr(at + joint.size()), first + at) != std::string::npos) return true;
  }
  return false;
}

query_node random_query(test::random_source &random, const std::vector<document> &documents, int depth) {
  if (depth == 0 || random.chance(40)) {
    static const char *const known[] = {"水素", "H2", "ガス", "LNG", "2025年", "令和7年", "データー", "ＥＮＥＲＧＹ", "energies", "エネルギ", "久久", "京都", "首脳会談"};
    static const char *const fields[] = {"", "", "", "", "title", "body"};
    static const query_op ops[] = {query_op::text, query_op::text, query_op::text, query_op::phrase, query_op::word, query_op::prefix};
    std::string text = random.chance(50) ? random.one_of(known) : random.cut(random.one_of(documents).body, 6);
    if (normalize(text).empty()) text = "水";
    return test::leaf(random.one_of(ops), text, random.one_of(fields));
  }
  query_node node;
  node.op = random.chance(50) ? query_op::all_of : query_op::any_of;
  for (std::size_t n = 2 + random.below(2); n > 0; --n) node.children.push_back(random_query(random, documents, depth - 1));
  if (random.chance(40)) {
    query_node without;
    without.op = query_op::none_of;
    without.children.push_back(random_query(random, documents, 0));
    node.children.push_back(without);
  }
  return node;
}

}  // namespace

TEST_CASE("snippet: whatever is asked, text of the document with marks of what was asked for") {
  test::random_source random(test::seed(20251173));
  test::temporary_folder folder;
  std::vector<document> documents;
  for (int i = 0; i < 60; ++i) {
    document d = test::random_document(random, std::to_string(i));
    d.body = test::random_text(random, 10 + random.below(120));
    if (random.chance(30)) d.body += "<mark>&amp;天然ガスとH2は、久々に２０２５年の京都と東京都で";
    documents.push_back(std::move(d));
  }
  {
    index_writer writer(folder / "index");
    for (const document &d : documents) writer.put(d);
    writer.set_synonyms(synonyms);
    writer.commit();
  }
  libsearch::index searched(folder / "index");
  const speller spell(folder / "index");
  std::size_t marked = 0, hits = 0;
  static const int rounds = std::stoi(test::environment("LIBSEARCH_TEST_ROUNDS", "400"));
  for (int i = 0; i < rounds; ++i) {
    search_request request;
    request.tree = random_query(random, documents, 2);
    request.match = match_mode::all;
    request.variants = random.chance(80);
    static const std::size_t lengths[] = {1, 8, 40, 80, 120, 400};
    request.snippet_length = random.one_of(lengths);
    request.tags = random.chance(50) ? mark_tags{} : mark_tags{"\x01", "\x02"};
    request.limit = 6;
    const std::string tree = to_string(*request.tree);
    CAPTURE(tree);
    asked_texts in_body, in_title;
    spell.add(*request.tree, "body", in_body);
    spell.add(*request.tree, "title", in_title);
    for (const hit &h : searched.search(request).hits) {
      ++hits;
      CAPTURE(h.id);
      const auto full = searched.get(h.id);
      REQUIRE(full);
      CHECK(is_of(h.snippet.text, full->body));
      // "<mark>" of the document itself is escaped, so that ours are the only ones.
      CHECK(without_markup(to_html(h.snippet, request.tags.open, request.tags.close), request.tags) == h.snippet.text);
      CHECK(shown_characters(h.snippet.text) <= request.snippet_length + 3);
      check_marks(h.snippet.text, h.snippet.marks, in_body, true, marked);
      check_marks(h.title, h.title_marks, in_title, false, marked);
    }
  }
  CHECK(hits > static_cast<std::size_t>(rounds));
  CHECK(marked > hits);
}

TEST_CASE("snippet: 京都 is not marked inside 東京都 when the word is asked for, and a compound is one mark") {
  test::temporary_folder folder;
  test::put_all(folder / "index", {test::make_document("1", "京都と東京都", "東京都から京都へ。首脳会談があった。")});
  libsearch::index searched(folder / "index");
  const auto html = [&](const std::string &query) {
    search_request request;
    request.query = query;
    const auto results = searched.search(request);
    REQUIRE(results.hits.size() == 1);
    return to_html({results.hits[0].title, results.hits[0].title_marks, false, false}, "[", "]") + " " +
           to_html(results.hits[0].snippet, "[", "]");
  };
  CHECK(html("word:京都") == "[京都]と東京都 東京都から[京都]へ。首脳会談があった。");
  CHECK(html("京都") == "[京都]と東[京都] 東[京都]から[京都]へ。首脳会談があった。");
  CHECK(html("首脳 会談 脳会") == "京都と東京都 [首脳会談]があった。");
  CHECK(html("title:京都") == "[京都]と東[京都] 東京都から京都へ。首脳会談があった。");
  CHECK(html("首脳 NOT 大阪") == "京都と東京都 [首脳]会談があった。");
}
