// Running heads and feet that repeat the head: what they are taken for, and what is left alone.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "ingest/known_heads.hpp"

namespace ingest = libsearch::ingest;

namespace {

/// The lines that are furniture once `series` and the head, which is the first line, are known.
std::vector<std::string> repeated_heads(const std::string &text, const std::string &series) {
  std::size_t pages = 0;
  std::vector<ingest::line> lines = ingest::split_lines(text, pages);
  lines[0].role = ingest::line_role::head;
  ingest::mark_repeated_heads(lines, series);
  std::vector<std::string> found;
  for (const ingest::line &one : lines)
    if (one.role == ingest::line_role::furniture) found.emplace_back(one.text);
  return found;
}

/// The lines that are furniture once the head, which is the first line, and the title are known.
std::vector<std::string> title_heads(const std::string &text, const std::string &title) {
  std::size_t pages = 0;
  std::vector<ingest::line> lines = ingest::split_lines(text, pages);
  lines[0].role = ingest::line_role::head;
  ingest::mark_title_heads(lines, title, {});
  std::vector<std::string> found;
  for (const ingest::line &one : lines)
    if (one.role == ingest::line_role::furniture) found.emplace_back(one.text);
  return found;
}

using found = std::vector<std::string>;

}  // namespace

TEST_CASE("a line that repeats the series or the head at a page's end is furniture") {
  CHECK(repeated_heads("銅山の町\n\n港の朝は早い。\n\n資源と市場 2003夏　13\n", "資源と市場") == found{"資源と市場 2003夏　13"});
  CHECK(repeated_heads("銅山の町\n\n港の朝は早い。\n銅山の町　(3)\n\f夜は遅い。\n船が出る。\n灯がつく。\n", "") == found{"銅山の町　(3)"});
  CHECK(repeated_heads("A Copper Town\n\nThe harbour wakes early.\n\n20 | THE RESOURCE QUARTERLY 2017\n", "The Resource Quarterly") ==
        found{"20 | THE RESOURCE QUARTERLY 2017"});
}

TEST_CASE("a line that says more, or stands in the middle of a page, is text") {
  CHECK(repeated_heads("銅山の町\n\n港の朝は早い。\n\n資源と市場の行方\n", "資源と市場") == found{});
  CHECK(repeated_heads("銅山の町\n\n港の朝は早い。\n資源と市場 2003夏\n夜は遅い。\n船が出る。\n", "資源と市場") == found{});
  CHECK(repeated_heads("銅山の町\n\n港の朝は早い。\n\n資源と市場。\n", "資源と市場") == found{});
  CHECK(repeated_heads("2003\n\n港の朝は早い。\n\n1998\n", "") == found{});
}

TEST_CASE("the title at a page's edge is furniture, also behind what the head says above it") {
  const std::string title = "灯台の油は誰が量るのか ――番人と帳簿";
  CHECK(title_heads("調査\n\n港の朝は早い。\n夜は\n\f調査　灯台の油は誰が量るのか\n長い。\n", title) == found{"調査　灯台の油は誰が量るのか"});
  CHECK(title_heads("調査\n\n港の朝は早い。\n夜は\n\f灯台の油は誰が量るのか 12\n長い。\n", title) == found{"灯台の油は誰が量るのか 12"});
  CHECK(title_heads("調査\n\n港の朝は早い。\n夜は\n\f調査　灯台の灯はなぜ消えたのか\n長い。\n", title) == found{});
  CHECK(title_heads("調査\n\n港の朝は早い。\n夜は\n\f再調査　灯台の油は誰が量るのか\n長い。\n", title) == found{});
  CHECK(title_heads("調査\n\n港の朝は早い。\n夜は\n\f調査　灯台の油は誰が量るのか。\n長い。\n", title) == found{});
}
