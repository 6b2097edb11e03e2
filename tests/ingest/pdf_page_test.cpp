// Lines of a page from the places of its words.
#include "ingest/pdf_page.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace libsearch::ingest;

namespace {

struct placed {
  double left, top, right, bottom;
  const char *text;
};

std::string bbox(const std::vector<placed> &words) {
  std::string out = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><doc><page width=\"595.2\" height=\"841.8\">\n";
  for (const placed &one : words)
    out += "<word xMin=\"" + std::to_string(one.left) + "\" yMin=\"" + std::to_string(one.top) + "\" xMax=\"" +
           std::to_string(one.right) + "\" yMax=\"" + std::to_string(one.bottom) + "\">" + one.text + "</word>\n";
  return out + "</page></doc></body></html>";
}

// A rubric, a title over two lines, two authors side by side, two lines of text.
const std::vector<placed> page = {
    {60, 40, 150, 49, "港の便り"},
    {100, 80, 400, 97, "待つ船と待たない町の"},
    {200, 104, 300, 121, "燃料の話"},
    {300, 140, 333, 151, "白浜"},
    {344, 140, 366, 151, "花子"},
    {420, 140, 442, 151, "青海"},
    {453, 140, 475, 151, "透"},
    {60, 180, 478, 190, "港の朝は早い。荷役の機械が動き出す前に潮位と風を確かめるのが係の仕事で"},
    {60, 196, 478, 206, "ある。燃料の船が一隻遅れるだけで町の発電所の予定は組み替えられる。それ"},
    {60, 212, 478, 222, "でも町は待たない。備えの厚さは、小さな遅れの積み重ねで測られるのである"},
};

}  // namespace

TEST_CASE("lines_of_page: words side by side are a line, wide gaps stay") {
  const std::vector<page_line> lines = lines_of_page(bbox(page));
  REQUIRE(lines.size() == 7);
  CHECK(lines[0].text == "港の便り");
  CHECK(lines[3].text == "白浜    花子        青海    透");
  CHECK(lines[1].height == doctest::Approx(17));
  CHECK(lines_of_page("").empty());
  CHECK(lines_of_page("<html><word xMin=\"x\">").empty());
}

TEST_CASE("largest_on_page: the lines in the largest letters") {
  CHECK(largest_on_page(lines_of_page(bbox(page))).at(0) == std::vector<std::string>{"待つ船と待たない町の", "燃料の話"});
  std::vector<placed> plain = page;
  for (placed &one : plain) one.bottom = one.top + 10;
  CHECK(largest_on_page(lines_of_page(bbox(plain))).empty());
}

TEST_CASE("largest_on_page: a publisher's name, then the title and what is smaller, none of it from below the text") {
  std::vector<placed> masthead = page;
  masthead[0].bottom = masthead[0].top + 24;  // 港の便り, larger than the title
  masthead.push_back({60, 240, 300, 254, "次の見出し"});
  const auto found = largest_on_page(lines_of_page(bbox(masthead)));
  REQUIRE(found.size() == 2);
  CHECK(found[0] == std::vector<std::string>{"港の便り"});
  CHECK(found[1] == std::vector<std::string>{"待つ船と待たない町の", "燃料の話"});
}

TEST_CASE("lines_of_page: raised marks stand in the line that they belong to") {
  const std::vector<placed> raised = {
      {60, 100, 120, 112, "Minori"}, {124, 100, 180, 112, "Toriumi"}, {180, 97, 188, 106, "a,*"}, {60, 120, 300, 132, "Kaito Institute"},
      {60, 150, 64, 158, "1"},  // by itself
  };
  const std::vector<page_line> lines = lines_of_page(bbox(raised));
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].text == "Minori Toriumi a,*");
  CHECK(lines[2].text == "1");
}

TEST_CASE("with_head_as_set: parts of a line that were put below each other are one again") {
  const std::string body = std::string(page[7].text) + "\n" + page[8].text + "\n" + page[9].text + "\n";
  const std::string cut = "港の便り\n待つ船と待たない町の\n燃料の話\n白浜\n青海\n\n花子\n透\n\n" + body + "\f二頁目\n\f";
  CHECK(with_head_as_set(cut, lines_of_page(bbox(page))) ==
        "港の便り\n\n待つ船と待たない町の\n燃料の話\n白浜    花子        青海    透\n\n" + body + "\f二頁目\n\f");
  // What does not say the same is left alone.
  CHECK(with_head_as_set("別の文\n" + cut, lines_of_page(bbox(page))) == "別の文\n" + cut);
  CHECK(with_head_as_set("", {}) == "");
}

TEST_CASE("with_head_as_set: a line whose words pdftotext takes for columns") {
  std::vector<placed> words = {{60, 80, 400, 97, "物流の問題を点検する"},
                               {60, 120, 130, 131, "シニアエコノミスト"}, {136, 120, 170, 131, "松崎"}, {176, 120, 190, 131, "創"},
                               {60, 136, 130, 147, "エコノミスト"}, {136, 136, 170, 147, "與那覇"}, {176, 136, 200, 147, "理央"}};
  std::string prose;
  for (int line = 0; line < 4; ++line) {
    words.push_back({60, 180.0 + 16 * line, 478, 190.0 + 16 * line, page[static_cast<std::size_t>(7 + line % 3)].text});
    prose += std::string(page[static_cast<std::size_t>(7 + line % 3)].text) + "\n";
  }
  const std::string text = "物流の問題を点検する\n\nシニアエコノミスト\nエコノミスト\n\n松崎\n\n與那覇\n\n創\n理央\n\n" + prose;
  CHECK(with_head_as_set(text, lines_of_page(bbox(words))).find("シニアエコノミスト 松崎 創\nエコノミスト 與那覇 理央\n") != std::string::npos);
  // A word that is not in the text: nothing is put anew.
  words[2].text = "松林";
  CHECK(with_head_as_set(text, lines_of_page(bbox(words))) == text);
}

TEST_CASE("largest_on_page: no heading of the text and no authors in letters of the title's size") {
  const auto with_line_below_title = [](const char *text) {
    std::vector<placed> words = page;
    words[2].text = text;
    return largest_on_page(lines_of_page(bbox(words))).at(0);
  };
  const std::vector<std::string> title = {"待つ船と待たない町の"};
  CHECK(with_line_below_title("背景") == title);
  CHECK(with_line_below_title("1．燃料") == title);
  CHECK(with_line_below_title("Ann Reed*a), Member, Sam Green*") == title);
  CHECK(with_line_below_title("1.5倍の燃料") == std::vector<std::string>{"待つ船と待たない町の", "1.5倍の燃料"});
  CHECK(with_line_below_title("Reed, Green and Others") == std::vector<std::string>{"待つ船と待たない町の", "Reed, Green and Others"});
}

TEST_CASE("turn_lines: vertical lines are read from the right, running heads come last") {
  std::vector<placed> vertical = {{300, 60, 318, 140, "待つ船の話"}, {272, 300, 283, 323, "白浜"}, {272, 330, 283, 353, "花子"}, {40, 20, 80, 29, "港の随筆"}};
  for (int line = 4; line >= 0; --line) vertical.push_back({240.0 - 18 * line, 60, 250.0 - 18 * line, 400, page[static_cast<std::size_t>(7 + line % 3)].text});
  std::vector<page_word> words = words_of_page(bbox(vertical));
  REQUIRE(is_vertical(words));
  turn_lines(words);
  const std::vector<page_line> lines = lines_of_words(words);
  REQUIRE(lines.size() == 8);
  CHECK(lines[0].text == "待つ船の話");
  CHECK(lines[1].text == "白浜 花子");
  CHECK(lines[2].text == page[7].text);
  CHECK(lines[3].text == page[8].text);
  CHECK(lines[7].text == "港の随筆");
  CHECK(largest_on_page(lines).at(0) == std::vector<std::string>{"待つ船の話"});
  CHECK_FALSE(is_vertical(words_of_page(bbox(page))));
}
