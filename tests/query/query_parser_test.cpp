// The parser against tests/data/query/syntax.tsv and the tables of docs/QUERY_SYNTAX.md.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <unicode/unistr.h>

#include <libsearch/query.hpp>

#include "support.hpp"

using namespace libsearch;

namespace {

void append_utf8(std::string &out, UChar32 c) { icu::UnicodeString(c).toUTF8String(out); }

/// Decodes \uXXXX, \xHH and \\ of the table.
std::string decode(const std::string &cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size();) {
    const std::string_view rest = std::string_view(cell).substr(i);
    if (rest.starts_with("\\\\")) {
      out += '\\';
      i += 2;
    } else if (rest.starts_with("\\u")) {
      append_utf8(out, std::stoi(cell.substr(i + 2, 4), nullptr, 16));
      i += 6;
    } else if (rest.starts_with("\\x")) {
      out += static_cast<char>(std::stoi(cell.substr(i + 2, 2), nullptr, 16));
      i += 4;
    } else {
      out += cell[i++];
    }
  }
  return out;
}

/// The full-width form of each ASCII character; a blank becomes U+3000.
std::string widen(const std::string &text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ') append_utf8(out, 0x3000);
    else if (c > ' ' && c < 0x7F) append_utf8(out, c + 0xFEE0);
    else out += c;
  }
  return out;
}

/// The reverse.
std::string narrow(const std::string &text) {
  std::string out;
  const auto wide = icu::UnicodeString::fromUTF8(text);
  for (int i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const UChar32 c = wide.char32At(i);
    append_utf8(out, c == 0x3000 ? ' ' : c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c);
  }
  return out;
}

std::vector<std::vector<std::string>> syntax_rows() {
  auto rows = test::tsv_rows(test::data_file("query/syntax.tsv"));
  for (auto &row : rows)
    for (std::string &cell : row) cell = decode(cell);
  return rows;
}

std::string trim(const std::string &text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// The cells of a row of a markdown table, or none.
std::vector<std::string> cells_of(const std::string &line) {
  std::vector<std::string> cells;
  if (line.empty() || line[0] != '|') return cells;
  std::size_t start = 1;
  for (std::size_t bar; (bar = line.find('|', start)) != std::string::npos; start = bar + 1)
    cells.push_back(trim(line.substr(start, bar - start)));
  return cells;
}

bool is_code(const std::string &cell) {
  return cell.size() >= 2 && cell.front() == '`' && cell.back() == '`';
}

std::string code(const std::string &cell) { return cell.substr(1, cell.size() - 2); }

}  // namespace

TEST_CASE("query parser: each row of the table") {
  const auto rows = syntax_rows();
  CHECK(rows.size() >= 170);
  for (const auto &row : rows) {
    REQUIRE(row.size() >= 2);
    CAPTURE(row[0]);
    const parsed_query parsed = parse_query(row[0]);
    CHECK(to_string(parsed.root) == row[1]);
    CHECK(parsed.diagnostics.size() == (row.size() > 2 ? std::stoul(row[2]) : 0));
  }
}

TEST_CASE("query parser: a query typed full-width makes the same tree") {
  std::size_t compared = 0;
  for (const auto &row : syntax_rows()) {
    // The full-width backslash is no escape, and quotation marks in text are escaped in the tree.
    if ((row[0] + row[1]).find('\\') != std::string::npos) continue;
    CAPTURE(row[0]);
    const parsed_query usual = parse_query(row[0]);
    const parsed_query wide = parse_query(widen(row[0]));
    CHECK(narrow(to_string(wide.root)) == narrow(to_string(usual.root)));
    CHECK(wide.diagnostics.size() == usual.diagnostics.size());
    ++compared;
  }
  CHECK(compared > 300);
}

TEST_CASE("query parser: each row of the tables in docs/QUERY_SYNTAX.md") {
  std::ifstream in(test::environment("LIBSEARCH_SOURCE", ".") + "/docs/QUERY_SYNTAX.md");
  std::size_t checked = 0;
  for (std::string line; std::getline(in, line);) {
    const auto cells = cells_of(line);
    if (cells.empty() || !is_code(cells.front())) continue;
    CAPTURE(line);
    REQUIRE(is_code(cells.back()));
    const parsed_query parsed = parse_query(code(cells.front()));
    CHECK(to_string(parsed.root) == code(cells.back()));
    ++checked;
    if (cells.size() != 4) continue;
    const auto says = [&cells](const diagnostic &d) { return d.message == cells[2]; };
    CHECK(std::any_of(parsed.diagnostics.begin(), parsed.diagnostics.end(), says));
  }
  CHECK(checked > 90);
}

TEST_CASE("query parser: nodes say where they stand") {
  const query_node root = parse_query("日米 -title:(\"a b\" OR c*)").root;
  CHECK(root.offset == 0);
  CHECK(root.length == 27);
  REQUIRE(root.children.size() == 2);
  CHECK(root.children[0].length == 6);
  const query_node &negation = root.children[1];
  CHECK(negation.offset == 7);
  CHECK(negation.length == 20);
  const query_node &choice = negation.children.at(0);
  CHECK(choice.offset == 8);
  CHECK(choice.length == 19);
  CHECK(choice.children.at(0).offset == 15);
  CHECK(choice.children.at(0).length == 5);
  CHECK(choice.children.at(1).offset == 24);
  CHECK(choice.children.at(1).length == 2);
}

TEST_CASE("query parser: offsets are those of the text as typed") {
  const parsed_query escaped = parse_query("\\-a  \\\"b");
  CHECK(escaped.root.children.at(0).length == 3);
  CHECK(escaped.root.children.at(1).offset == 5);
  CHECK(escaped.root.children.at(1).length == 3);
  const parsed_query ill_formed = parse_query("\xE6\x97 a");
  CHECK(ill_formed.root.children.at(0).length == 2);
  CHECK(ill_formed.root.children.at(1).offset == 3);
  CHECK(ill_formed.diagnostics.at(0).length == 2);
}

TEST_CASE("query parser: the fields are those given") {
  const auto tree = [](const char *text, const std::vector<std::string> &fields) {
    return to_string(parse_query(text, fields).root);
  };
  CHECK(tree("title:a date:2025", {}) == "(and \"title:a\" \"date:2025\")");
  CHECK(tree("題:a 日付:2025", {}) == "(and \"題:a\" \"日付:2025\")");
  CHECK(tree("SERIES:a", {"Series"}) == "(field Series \"a\")");
  CHECK(tree("ｼﾘｰｽﾞ：a", {"シリーズ"}) == "(field シリーズ \"a\")");
  CHECK(tree("題:a", {"題", "title"}) == "(field 題 \"a\")");
  CHECK(tree("word:a", {}) == "(word \"a\")");
}
