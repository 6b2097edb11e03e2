// The promise of the library: exactly the documents that a scan of the normalized text finds.
#include "oracle.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include <libsearch/libsearch.hpp>

#include "analysis/text_analyzer.hpp"
#include "corpus.hpp"
#include "oracle_check.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using test::everything_of;
using test::random_source;
using test::oracle::archive;
using test::oracle::check;
using test::oracle::ids;
using test::oracle::random_string;

namespace {

std::string id_of(std::size_t number) {
  return "d" + std::to_string(number);
}

/// An index and what it should hold.
struct tested_index {
  tested_index(random_source &random, std::size_t documents, const std::string &analyzer = {}) {
    writer_options options;
    options.analyzer = analyzer;
    index_writer writer(path, options);
    for (std::size_t i = 0; i < documents; ++i)
      put(writer, test::random_document(random, id_of(i)));
    writer.commit();
  }

  void put(index_writer &writer, const document &d) {
    writer.put(d);
    truth.put(d);
  }

  /// Replaces, removes and adds in one commit.
  void change(random_source &random, std::size_t changes, const writer_options &options = {}) {
    index_writer writer(path, options);
    change(writer, random, changes);
    writer.commit();
  }
  void change(index_writer &writer, random_source &random, std::size_t changes) {
    for (std::size_t i = 0; i < changes; ++i) {
      const std::string id = id_of(random.below(truth.size() + 10));
      if (random.chance(30)) {
        CHECK(writer.remove(id) == (truth.entries().count(id) > 0));
        truth.remove(id);
      } else {
        put(writer, test::random_document(random, id));
      }
    }
  }

  test::temporary_folder folder;
  std::string path = folder / "index";
  archive truth;
};

/// The same without what means something in the query language.
std::string plain_string(const archive &truth, random_source &random, std::size_t most = 6) {
  for (;;) {
    std::string text;
    for (const std::string &c : test::characters(random_string(truth, random, most))) {
      std::u32string code;
      const UChar32 point = icu::UnicodeString::fromUTF8(c).char32At(0);
      if (u_isalnum(point) && !(point >= 'A' && point <= 'Z') && point < 0xFF00) text += c;
    }
    if (!text.empty()) return text;
  }
}

void check_substrings(tested_index &tested, random_source &random, std::size_t count) {
  index searched(tested.path);
  const archive &truth = tested.truth;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text = random_string(truth, random);
    check(searched, everything_of(text, match_mode::phrase), truth.holding(text));

    std::vector<std::string> parts;
    query_node all;
    all.op = query_op::all_of;
    std::string query;
    for (std::size_t n = 1 + random.below(3); n > 0; --n) {
      parts.push_back(plain_string(truth, random));
      query += (query.empty() ? "" : random.chance(50) ? " " : "　") + parts.back();
      all.children.push_back(test::leaf(query_op::text, random_string(truth, random, 8)));
    }
    check(searched, everything_of(query, match_mode::all), truth.holding_all(parts));
    check(searched, everything_of(query, match_mode::any), truth.holding_any(parts));
    search_request request = everything_of("", match_mode::all);
    request.tree = all;
    check(searched, request, truth.matching(all));
    request.match = match_mode::any;
    all.op = query_op::any_of;
    check(searched, request, truth.matching(all));
  }
  check(searched, everything_of("", match_mode::all), truth.holding(""));
}

query_node random_tree(const archive &truth, random_source &random, int depth) {
  if (depth == 0 || random.chance(35)) {
    static const char *const fields[] = {"", "", "", "title", "author", "body"};
    return test::leaf(random.chance(50) ? query_op::text : query_op::phrase,
                      random_string(truth, random, 5), random.one_of(fields));
  }
  static const query_op ops[] = {query_op::all_of, query_op::any_of, query_op::none_of};
  query_node node;
  node.op = random.one_of(ops);
  const std::size_t children = node.op == query_op::none_of ? 1 : 1 + random.below(3);
  for (std::size_t n = 0; n < children; ++n)
    node.children.push_back(random_tree(truth, random, depth - 1));
  return node;
}

/// The tree in the query language; its leaves must be plain.
std::string written(const query_node &node, random_source &random, bool whole = false) {
  std::string text;
  switch (node.op) {
    case query_op::text:
      return (node.field.empty() ? "" : node.field + ":") + node.text;
    case query_op::phrase:
      return (node.field.empty() ? "" : node.field + ":") +
             (random.chance(50) ? "\"" + node.text + "\"" : "「" + node.text + "」");
    case query_op::none_of: {
      const std::string child = written(node.children[0], random);
      const bool twice = node.children[0].op == query_op::none_of;
      return (random.chance(50) ? "NOT " : "-") + (twice ? "(" + child + ")" : child);
    }
    default:
      break;
  }
  for (const query_node &child : node.children) {
    if (!text.empty())
      text += node.op == query_op::any_of ? " OR " : random.chance(50) ? " " : " AND ";
    text += written(child, random);
  }
  return whole ? text : "(" + text + ")";
}

void make_plain(query_node &node, const archive &truth, random_source &random) {
  if (node.children.empty()) node.text = plain_string(truth, random, 4);
  for (query_node &child : node.children) make_plain(child, truth, random);
}

void spoil(const std::string &file) {
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(static_cast<std::streamoff>(std::filesystem::file_size(file) / 2));
  bytes.write("spoiled", 7);
}

}  // namespace

TEST_CASE("oracle: every string of small random archives is found, and nothing else") {
  random_source random(test::seed(20251101));
  for (const char *analyzer : {"", "hybrid", "ngram", "hybrid-kana", "hybrid-every"})
    for (int round = 0; round < 3; ++round) {
      tested_index tested(random, 5 + random.below(50), analyzer);
      check_substrings(tested, random, 120);
    }
}

TEST_CASE("oracle: what is given comes back to the byte") {
  random_source random(test::seed(20251102));
  tested_index tested(random, 60);
  tested.change(random, 30);
  index searched(tested.path);
  for (const auto &[id, entry] : tested.truth.entries()) {
    const auto found = searched.get(id);
    REQUIRE(found);
    CHECK(found->title == entry.given.title);
    CHECK(found->body == entry.given.body);
    CHECK(found->authors == entry.given.authors);
    CHECK(found->date == entry.given.date);
    CHECK(found->topics == entry.given.topics);
  }
  CHECK_FALSE(searched.get("not there"));
  CHECK(searched.statistics().documents == tested.truth.size());
}

TEST_CASE("oracle: the same after documents were replaced, removed and added in several commits") {
  random_source random(test::seed(20251103));
  tested_index tested(random, 40, random.chance(50) ? "hybrid" : "ngram");
  for (int commit = 0; commit < 5; ++commit) {
    tested.change(random, 15);
    check_substrings(tested, random, 40);
  }
  SUBCASE("and after several commits of one writer") {
    index_writer writer(tested.path);
    for (int commit = 0; commit < 4; ++commit) {
      tested.change(writer, random, 10);
      writer.commit();
      check_substrings(tested, random, 30);
    }
  }
  SUBCASE("and after compacting") {
    compact_index(tested.path);
    check_substrings(tested, random, 60);
    tested.change(random, 15);
    check_substrings(tested, random, 60);
  }
  SUBCASE("and with a damaged word list") {
    for (const std::string &file : test::lexicon_files(tested.path)) spoil(file);
    check_substrings(tested, random, 60);
    tested.change(random, 15);
    check_substrings(tested, random, 60);
  }
  SUBCASE("and without a word list") {
    for (const std::string &file : test::lexicon_files(tested.path)) std::filesystem::remove(file);
    check_substrings(tested, random, 60);
    for (const std::string &file : test::lexicon_files(tested.path)) std::filesystem::remove(file);
    tested.change(random, 15);
    check_substrings(tested, random, 60);
  }
  SUBCASE("and with the word list of another index") {
    tested_index other(random, 20);
    REQUIRE(test::lexicon_files(tested.path).size() == 1);
    std::filesystem::copy_file(test::lexicon_files(other.path).at(0),
                               test::lexicon_files(tested.path).at(0),
                               std::filesystem::copy_options::overwrite_existing);
    check_substrings(tested, random, 60);
  }
  SUBCASE("and after building anew") {
    archive old;
    std::swap(old, tested.truth);
    writer_options options;
    options.rebuild = true;
    index_writer writer(tested.path, options);
    for (const auto &[id, entry] : old.entries())
      if (random.chance(80)) tested.put(writer, entry.given);
    writer.commit();
    check_substrings(tested, random, 60);
  }
}

TEST_CASE("oracle: a commit with thousands of new words, and the next one") {
  random_source random(test::seed(20251104));
  tested_index tested(random, 10);
  index_writer writer(tested.path);
  for (int commit = 0; commit < 3; ++commit) {
    for (std::size_t i = 0; i < 12; ++i) {
      document d =
          test::random_document(random, id_of(100 + i + 6 * static_cast<std::size_t>(commit)));
      for (int n = 0; n < 250; ++n) d.body += " w" + std::to_string(random.below(1000000000));
      tested.put(writer, d);
    }
    tested.change(writer, random, 4);
    writer.commit();
    check_substrings(tested, random, 40);
  }
  CHECK(check_index(tested.path).empty());
}

TEST_CASE("oracle: AND, OR, NOT, phrases and fields, as trees and in the query language") {
  random_source random(test::seed(20251105));
  tested_index tested(random, 50);
  tested.change(random, 15);
  index searched(tested.path);
  for (int i = 0; i < 400; ++i) {
    search_request request = everything_of("", match_mode::all);
    request.tree = random_tree(tested.truth, random, 3);
    check(searched, request, tested.truth.matching(*request.tree));

    make_plain(*request.tree, tested.truth, random);
    const ids expected = tested.truth.matching(*request.tree);
    const std::string query = written(*request.tree, random, true);
    CAPTURE(query);
    check(searched, everything_of(query, match_mode::all), expected);
  }
}

TEST_CASE("oracle: an AND in an AND asks for each of its parts") {
  test::temporary_folder folder;
  std::vector<document> documents{test::make_document("1", "", "資源があった。アイ"),
                                  test::make_document("2", "", "資源がある。アイ")};
  for (const char *id : {"3", "4", "5", "6", "7", "8", "9"})
    documents.push_back(test::make_document(id, "", "資源があった。"));
  test::put_all(folder / "index", documents);
  index searched(folder / "index");
  query_node inner;
  inner.op = query_op::all_of;
  inner.children = {test::leaf(query_op::text, "た"), test::leaf(query_op::text, "資源", "body")};
  search_request request = everything_of("", match_mode::all);
  request.tree.emplace();
  request.tree->op = query_op::all_of;
  request.tree->children = {inner, test::leaf(query_op::text, "アイ", "body")};
  check(searched, request, {"1"});
}

TEST_CASE("oracle: an AND in an AND, in the query language") {
  test::temporary_folder folder;
  std::vector<document> documents{test::make_document("1", "", "資源があった。アイ"),
                                  test::make_document("2", "", "資源がある。アイ")};
  for (const char *id : {"3", "4", "5", "6", "7", "8", "9"})
    documents.push_back(test::make_document(id, "", "資源があった。"));
  test::put_all(folder / "index", documents);
  index searched(folder / "index");
  for (const char *query : {"(た body:資源) body:アイ", "body:アイ AND (body:資源 AND た)",
                            "アイ (た NEAR/2 date:2025)", "body:アイ ((た body:資源) OR た)"})
    check(searched, everything_of(query, match_mode::all),
          std::string(query).find("2025") == std::string::npos ? ids{"1"} : ids{});
}

TEST_CASE("oracle: words, beginnings of words, and words near each other") {
  random_source random(test::seed(20251106));
  tested_index tested(random, 50);
  tested.change(random, 15);
  index searched(tested.path);
  analysis::text_analyzer analyzer;

  struct cut_text {
    std::string_view text;
    std::set<std::size_t> starts, ends;
  };
  std::map<std::string, std::vector<cut_text>> texts;
  std::vector<std::string> vocabulary;
  for (const auto &[id, entry] : tested.truth.entries())
    for (const std::string_view text : entry.texts()) {
      cut_text cut{text, {}, {}};
      for (const auto &word : analyzer.words(text)) {
        cut.starts.insert(word.start);
        cut.ends.insert(word.end);
        vocabulary.emplace_back(text.substr(word.start, word.end - word.start));
      }
      texts[id].push_back(std::move(cut));
    }
  const auto scan = [&](const std::string &wanted, bool start, bool end) {
    ids found;
    for (const auto &[id, cuts] : texts)
      for (const cut_text &cut : cuts)
        for (std::size_t at = cut.text.find(wanted); at != std::string::npos;
             at = cut.text.find(wanted, at + 1))
          if ((!start || cut.starts.count(at)) && (!end || cut.ends.count(at + wanted.size())))
            found.insert(id);
    return found;
  };
  const auto near = [&](const std::string &a, const std::string &b, unsigned distance) {
    ids found;
    const auto places = [](std::string_view text, const std::string &part) {
      std::vector<std::pair<std::size_t, std::size_t>> all;
      for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        all.push_back({test::characters(text.substr(0, at)).size(), test::characters(part).size()});
      return all;
    };
    for (const auto &[id, cuts] : texts)
      for (const cut_text &cut : cuts)
        for (auto x : places(cut.text, a))
          for (auto y : places(cut.text, b)) {
            const auto first = std::min(x, y), last = std::max(x, y);
            if (last.first <= first.first + first.second + distance) found.insert(id);
          }
    return found;
  };
  for (int i = 0; i < 300; ++i) {
    // Strings that begin or end with punctuation are tested by themselves, below.
    const auto edged = [&](const std::string &text) {
      const auto &words = analyzer.words(text);
      return !words.empty() && words.front().start == 0 && words.back().end == text.size();
    };
    std::string word = test::oracle::normalize(random_string(tested.truth, random, 4));
    if (random.chance(70) || !edged(word)) word = random.one_of(vocabulary);
    search_request request = everything_of("", match_mode::all);
    request.tree = test::leaf(query_op::word, word);
    check(searched, request, scan(word, true, true));
    std::string beginning = test::oracle::normalize(random.chance(60) ? random.cut(word, 3) : word);
    if (!edged(beginning)) beginning = "資源";
    request.tree = test::leaf(query_op::prefix, beginning);
    check(searched, request, scan(beginning, true, false));

    query_node both;
    both.op = query_op::near;
    both.distance = static_cast<unsigned>(random.below(12));
    const std::string other = random.one_of(vocabulary);
    both.children = {test::leaf(query_op::text, beginning), test::leaf(query_op::text, other)};
    request.tree = both;
    check(searched, request, near(beginning, other, both.distance));
  }
}

TEST_CASE("oracle: punctuation begins no word") {
  test::temporary_folder folder;
  test::put_all(folder / "index", {test::make_document("1", "", "資源——について")});
  index searched(folder / "index");
  search_request request = everything_of("", match_mode::all);
  request.tree = test::leaf(query_op::prefix, "——につ");
  check(searched, request, {});
  request.tree = test::leaf(query_op::prefix, "につ");
  check(searched, request, {"1"});
  request.tree = test::leaf(query_op::prefix, "—");
  check(searched, request, {});
  request.tree = test::leaf(query_op::word, "—");
  check(searched, request, {});
}

TEST_CASE(
    "oracle: with variants on nothing that matches as typed is lost, and exact hits come first") {
  random_source random(test::seed(20251107));
  tested_index tested(random, 50);
  index searched(tested.path);
  for (int i = 0; i < 200; ++i) {
    const std::string query = random.chance(50) ? random.chance(50) ? "energy" : "energies"
                                                : plain_string(tested.truth, random);
    const ids exact = tested.truth.holding(query);
    const auto listed =
        test::listed_ids(searched.search(everything_of(query, match_mode::all, true)));
    CAPTURE(query);
    REQUIRE(listed.size() >= exact.size());
    const auto middle = listed.begin() + static_cast<std::ptrdiff_t>(exact.size());
    CHECK(ids(listed.begin(), middle) == exact);
  }
}

TEST_CASE("oracle: a bounded search tells less, never something wrong") {
  random_source random(test::seed(20251108));
  tested_index tested(random, 60);
  index searched(tested.path);
  for (int i = 0; i < 300; ++i) {
    const std::string text = random_string(tested.truth, random);
    const ids expected = tested.truth.holding(text);
    search_request request = everything_of(text, match_mode::phrase);
    request.total = total_mode::bounded;
    request.max_candidates = random.below(12);
    request.facets = {{"topic", 0}};
    const search_results results = searched.search(request);
    CAPTURE(text);
    for (const hit &h : results.hits) CHECK(expected.count(h.id) == 1);
    CHECK(results.total.value <= expected.size());
    if (results.total.relation == total_relation::eq) CHECK(results.total.value == expected.size());
  }
}
