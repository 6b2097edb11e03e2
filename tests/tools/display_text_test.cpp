// What jsearch makes of text before a terminal sees it.
#include <doctest/doctest.h>

#include "../../tools/display_text.hpp"
#include "../../tools/figures.hpp"
#include "../../tools/nearest.hpp"
#include "../../tools/progress_bar.hpp"
#include "../../tools/shell_words.hpp"

using namespace jsearch;
using libsearch::span;

namespace {

std::vector<std::string> lines_of(const std::string &text, std::size_t width) {
  std::vector<std::string> lines;
  for (const span line : wrap(text, width))
    lines.push_back(text.substr(line.start, line.end - line.start));
  return lines;
}

std::vector<std::string> marked(const marked_text &text) {
  std::vector<std::string> parts;
  for (const span m : text.marks) parts.push_back(text.text.substr(m.start, m.end - m.start));
  return parts;
}

using strings = std::vector<std::string>;

}  // namespace

TEST_CASE("display_width: full-width characters take two columns, combining ones none") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("日米ｶﾅ") == 6);
  CHECK(display_width("ＬＮＧ。") == 8);
  CHECK(display_width("か\u3099") == 2);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("a\u200db") == 2);
  CHECK(display_width("𠮷") == 2);
  CHECK(display_width("▇…α") == 3);
}

TEST_CASE("harmless: control characters are spelt out, line breaks stay") {
  CHECK(harmless("a\x1b[31mb").text == "a\\x1b[31mb");
  CHECK(harmless("bell\x07 del\x7f csi\u009b nul" + std::string(1, '\0')).text ==
        "bell\\x07 del\\x7f csi\\x9b nul\\x00");
  CHECK(harmless("a\r\nb\rc\td").text == "a\nb\nc\td");
  CHECK(harmless("a\u202eb").text == "a\\u202eb");
  CHECK(harmless("a\xff\xe3\x81").text == "a\uFFFD\uFFFD");
}

TEST_CASE("one_line: marks move with their text") {
  const std::string text = "  首脳\x1b会談\n\n と 首脳";
  const auto at = [&](const char *part, std::size_t from = 0) { return text.find(part, from); };
  const marked_text line = one_line(
      text, {{at("首脳"), at("会談") + 6}, {at("首脳", 10), text.size()}, {text.size(), text.size()}});
  CHECK(line.text == "首脳\\x1b会談 と 首脳");
  CHECK(marked(line) == strings{"首脳\\x1b会談", "首脳"});
}

TEST_CASE("wrap: Japanese breaks between characters, but no line begins with 。") {
  CHECK(lines_of("", 10) == strings{""});
  CHECK(lines_of("日米首脳会談", 0) == strings{"日米首脳会談"});
  CHECK(lines_of("日米首脳会談", 12) == strings{"日米首脳会談"});
  CHECK(lines_of("日米首脳会談", 7) == strings{"日米首", "脳会談"});
  CHECK(lines_of("日米首脳。会談", 8) == strings{"日米首", "脳。会談"});
  CHECK(lines_of("the quick brown fox", 10) == strings{"the quick", "brown fox"});
  CHECK(lines_of("abcdefghijkl", 5) == strings{"abcde", "fghij", "kl"});
  CHECK(lines_of("日", 1) == strings{"日"});
}

TEST_CASE("wrap: no line is too long and nothing but blanks is lost") {
  const std::string text = "LNGの長期契約、supercalifragilisticexpialidocious と「重要鉱物」の共同備蓄 (2030年)。";
  for (std::size_t width = 2; width < 90; ++width) {
    std::string all, expected;
    for (const std::string &line : lines_of(text, width)) {
      CHECK(display_width(line) <= width);
      for (char c : line)
        if (c != ' ') all += c;
    }
    for (char c : text)
      if (c != ' ') expected += c;
    CHECK(all == expected);
  }
}

TEST_CASE("fit: cuts at whole characters and shows that it did") {
  CHECK(fit("日米首脳", 0) == "日米首脳");
  CHECK(fit("日米首脳", 8) == "日米首脳");
  CHECK(fit("日米首脳", 7) == "日米首…");
  CHECK(fit("日米首脳", 6) == "日米…");
  CHECK(pad("日米", 6) == "日米  ");
}

TEST_CASE("figures") {
  CHECK(count_text(0) == "0");
  CHECK(count_text(999) == "999");
  CHECK(count_text(1234567) == "1,234,567");
  CHECK(bytes_text(999) == "999 B");
  CHECK(bytes_text(1400000) == "1.4 MB");
  CHECK(bytes_text(999999) == "1.0 MB");
  CHECK(duration_text(7.9) == "0:07");
  CHECK(duration_text(3723) == "1:02:03");
  CHECK(duration_text(1e300) == "1000:00:00");
}

TEST_CASE("nearest: slips of the finger and names cut short") {
  const strings names = {"limit", "facets", "facet-limit", "sort", "color"};
  CHECK(nearest("limti", names) == "limit");
  CHECK(nearest("facet", names) == "facets");
  CHECK(nearest("colour", names) == "color");
  CHECK(nearest("zzz", names) == "");
  CHECK(nearest("", names) == "");
}

TEST_CASE("shell_word: what a shell would take apart is quoted") {
  CHECK(shell_word("首脳会談") == "首脳会談");
  CHECK(shell_word("topic=資源/LNG") == "topic=資源/LNG");
  CHECK(shell_word("a b") == "'a b'");
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("") == "''");
  CHECK(shell_word("$x") == "'$x'");
}

TEST_CASE("progress_line: fits the terminal whatever the file is called") {
  libsearch::ingest::sync_progress now;
  CHECK(display_width(progress_line(now, 0, 60)) <= 60);
  now = {50, 100, 5000000, 10000000, "資源/\x1b[31m" + std::string(200, 'x')};
  const std::string line = progress_line(now, 10, 79);
  CHECK(display_width(line) == 79);
  CHECK(line.find("50%  50/100 files · 5 files/s · 0.5 MB/s · 0:10 left") != std::string::npos);
  CHECK(line.find('\x1b') == std::string::npos);
  now.files_done = 100;
  CHECK(progress_line(now, 10, 79).find("writing the index") != std::string::npos);
}
