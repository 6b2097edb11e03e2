#include "query/snippet.hpp"

#include <doctest/doctest.h>

#include <libsearch/index.hpp>

#include "corpus.hpp"
#include "oracle.hpp"
#include "searching.hpp"
#include "support.hpp"
#include "text/char_class.hpp"
#include "text/utf8.hpp"

using namespace libsearch;
using test::oracle::holds;
using test::oracle::normalize;

namespace {

/// Characters as a reader counts them: an accent belongs to its letter.
std::size_t shown_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += !text::joins_previous(text::next(text, at));
  return count;
}

std::vector<std::string> windows_of(const std::string &text) {
  static const std::string joint = " … ";
  std::vector<std::string> windows;
  std::size_t at = 0;
  for (std::size_t end; (end = text.find(joint, at)) != std::string::npos; at = end + joint.size())
    windows.push_back(text.substr(at, end - at));
  windows.push_back(text.substr(at));
  return windows;
}

}  // namespace

TEST_CASE("snippet: text without marks is taken from the body, marks are what was asked for") {
  test::random_source random(test::seed(20251171));
  test::temporary_folder folder;
  std::vector<document> documents;
  for (int i = 0; i < 40; ++i) {
    document d = test::random_document(random, std::to_string(i));
    d.body = test::random_text(random, 20 + random.below(150));
    documents.push_back(std::move(d));
  }
  test::put_all(folder / "index", documents);
  libsearch::index searched(folder / "index");
  std::size_t marked = 0;
  for (int i = 0; i < 300; ++i) {
    const document &source = random.one_of(documents);
    std::vector<std::string> parts;
    search_request request;
    request.tree.emplace();
    request.tree->op = query_op::any_of;
    for (std::size_t n = 1 + random.below(3); n > 0; --n) {
      parts.push_back(random.cut(source.body, 8));
      request.tree->children.push_back(test::leaf(query_op::phrase, parts.back()));
    }
    static const std::size_t lengths[] = {1, 5, 20, 60, 120, 400};
    request.snippet_length = random.one_of(lengths);
    request.limit = 5;
    for (const hit &h : searched.search(request).hits) {
      const auto full = searched.get(h.id);
      REQUIRE(full);
      const std::string &text = h.snippet.text;
      CAPTURE(text);
      // The body may hold " … " itself, so the windows are looked for only where the whole is not
      // there.
      if (!holds(full->body, text)) {
        std::size_t characters = 0;
        for (const std::string &window : windows_of(text)) {
          CHECK(holds(full->body, window));
          characters += shown_characters(window);
        }
        CHECK(characters <= request.snippet_length);
      } else {
        CHECK(shown_characters(text) <= request.snippet_length);
      }
      std::size_t last = 0;
      for (const span &mark : h.snippet.marks) {
        REQUIRE(mark.start < mark.end);
        REQUIRE(mark.end <= text.size());
        CHECK(mark.start >= last);
        last = mark.end;
        ++marked;
        const std::string piece = text.substr(mark.start, mark.end - mark.start);
        CHECK(text::find_ill_formed(piece) == text::npos);
        // One that touches the window's end may be cut there.
        const bool cut = mark.start == 0 || mark.end == text.size() || holds(text, " … ");
        bool asked = cut;
        for (const std::string &part : parts) asked |= holds(normalize(piece), normalize(part));
        CAPTURE(piece);
        CHECK(asked);
      }
      bool in_body = false;
      for (const std::string &part : parts)
        in_body |= holds(normalize(full->body), normalize(part));
      // Longer marks than the snippet are tested by themselves, below.
      if (request.snippet_length >= 60) CHECK(h.snippet.marks.empty() != in_body);
      for (const span &mark : h.title_marks) {
        REQUIRE(mark.end <= h.title.size());
        const std::string piece = h.title.substr(mark.start, mark.end - mark.start);
        bool asked = false;
        for (const std::string &part : parts) asked |= holds(normalize(piece), normalize(part));
        CHECK(asked);
      }
    }
  }
  CHECK(marked > 300);
}

TEST_CASE("snippet: it begins with a sentence, and shows each part that was asked for") {
  std::string body = "最初の文です。";
  for (int i = 0; i < 40; ++i) body += "間の文はここにあります。";
  body += "ここで首脳会談が開かれた。";
  for (int i = 0; i < 40; ++i) body += "間の文はここにあります。";
  body += "最後に共同声明が出た。";
  test::temporary_folder folder;
  test::put_all(folder / "index", {test::make_document("1", "", body)});
  libsearch::index searched(folder / "index");
  search_request request;
  request.query = "首脳会談 共同声明";
  const auto results = searched.search(request);
  REQUIRE(results.hits.size() == 1);
  const snippet &shown = results.hits[0].snippet;
  CHECK(holds(shown.text, "首脳会談"));
  CHECK(holds(shown.text, "共同声明"));
  CHECK(holds(shown.text, " … "));
  CHECK(shown.text.rfind("ここで首脳会談", 0) == 0);
  CHECK(to_html(shown, "[", "]").find("[首脳会談]") != std::string::npos);

  request.query = "首脳会談";
  CHECK(searched.search(request).hits[0].snippet.text.rfind("ここで首脳会談", 0) == 0);
  // Without a mark in the body: its beginning.
  request.query = "";
  CHECK(searched.search(request).hits[0].snippet.text.rfind("最初の文です。", 0) == 0);
  request.snippet_length = 0;
  CHECK(searched.search(request).hits[0].snippet.text.empty());
}

TEST_CASE("snippet: a mark that is longer than the snippet is shown as far as there is room") {
  std::string phrase;
  for (int i = 0; i < 20; ++i) phrase += "首脳会談" + std::to_string(i);
  test::temporary_folder folder;
  test::put_all(folder / "index",
                {test::make_document("1", "", "前文がここにある。" + phrase + "。後文。")});
  libsearch::index searched(folder / "index");
  search_request request;
  request.query = phrase;
  request.match = match_mode::phrase;
  for (const std::size_t length : {5, 30, 60}) {
    request.snippet_length = length;
    const auto results = searched.search(request);
    REQUIRE(results.hits.size() == 1);
    CHECK(results.hits[0].snippet.marks.size() == 1);
    CHECK(holds(results.hits[0].snippet.text, "首脳"));
  }
}

TEST_CASE("snippet: spans that overlap or touch are one") {
  using query::marked_span;
  const auto merged =
      query::merge_spans({{{0, 3}, 0}, {{2, 5}, 1}, {{5, 6}, 0}, {{8, 9}, 1}, {{8, 12}, 0}});
  REQUIRE(merged.size() == 2);
  CHECK(merged[0].start == 0);
  CHECK(merged[0].end == 6);
  CHECK(merged[1].start == 8);
  CHECK(merged[1].end == 12);
  CHECK(query::merge_spans({}).empty());
}

TEST_CASE("snippet: any length from any spans stays inside the text") {
  test::random_source random(test::seed(20251172));
  for (int i = 0; i < 2000; ++i) {
    const std::string text = test::random_text(random, random.below(60));
    const auto parts = test::characters(text);
    std::vector<std::size_t> edges{0};
    for (const std::string &c : parts) edges.push_back(edges.back() + c.size());
    std::vector<query::marked_span> spans;
    for (std::size_t n = random.below(8); n > 0 && !parts.empty(); --n) {
      const std::size_t a = random.below(parts.size()),
                        b = std::min(parts.size(), a + 1 + random.below(6));
      spans.push_back({{edges[a], edges[b]}, random.below(3)});
    }
    std::sort(spans.begin(), spans.end(), [](const auto &a, const auto &b) {
      return a.place.start != b.place.start ? a.place.start < b.place.start
                                            : a.place.end < b.place.end;
    });
    const std::size_t length = random.below(100);
    const auto made = query::make_snippet(text, spans, length);
    CHECK(text::find_ill_formed(made.extract.text) == text::npos);
    CHECK(shown_characters(made.extract.text) <= length + 3);
    CHECK(made.first_mark <= text.size());
    std::size_t last = 0;
    for (const span &mark : made.extract.marks) {
      CHECK(mark.start >= last);
      CHECK(mark.end > mark.start);
      CHECK(mark.end <= made.extract.text.size());
      last = mark.end;
    }
    if (length >= 12 && !spans.empty()) CHECK_FALSE(made.extract.marks.empty());
  }
}
