#include "ingest/pdf_side_box.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/pdf_letters.hpp"

using namespace libsearch::ingest;

namespace {

page_word word(double left, double top, double right, double bottom, std::string text) { return {std::move(text), left, right, top, bottom}; }

/// A title over the whole width, and below it paragraphs at the right.
std::vector<page_word> page_with(std::vector<page_word> left) {
  std::vector<page_word> words = {word(60, 40, 500, 64, "通りを残すという選択")};
  for (int line = 0; line < 8; ++line) words.push_back(word(220, 100 + 16 * line, 540, 110 + 16 * line, "港の朝は早い。荷役の機械が動き出す前に潮位と風を確かめる"));
  words.insert(words.end(), left.begin(), left.end());
  return words;
}

std::string as_text(std::vector<page_word> words) { return as_set(lines_of_words(std::move(words))); }

const std::vector<page_word> author = {word(60, 104, 110, 114, "白浜"), word(114, 104, 150, 114, "花子"), word(60, 118, 180, 128, "北浜大学"), word(184, 118, 206, 128, "教授")};

}  // namespace

TEST_CASE("side box: a narrow column that names an author is taken out of the page's words") {
  std::vector<page_word> words = page_with(author);
  CHECK(as_text(take_side_box(words)) == "白浜 花子\n北浜大学 教授\n");
  CHECK(words.size() == 9);
}

TEST_CASE("side box: a column of the text is none, nor one that names nobody, nor what a line crosses") {
  std::vector<page_word> prose;
  for (int line = 0; line < 8; ++line) prose.push_back(word(60, 100 + 16 * line, 205, 110 + 16 * line, "燃料の船が一隻遅れるだけで町の発電所の予定は組み替えられる"));
  std::vector<page_word> words = page_with(prose);
  CHECK(take_side_box(words).empty());
  CHECK(words.size() == 17);
  words = page_with({word(60, 104, 110, 114, "第１図"), word(60, 118, 180, 128, "発電の量")});
  CHECK(take_side_box(words).empty());
  words = page_with(author);
  for (double top = 102; top < 130; top += 4) words.push_back(word(58, top, 560, top + 2, "――――――――――"));
  CHECK(take_side_box(words).empty());
  std::vector<page_word> none;
  CHECK(take_side_box(none).empty());
}

TEST_CASE("side box: its lines go below the title, out of the text that they stood in") {
  const std::string text = "通りを残すという選択\n\n港の朝は早い。荷役の機械が動き出す前に\n白浜 花子\n潮位と風を確かめるのが係の仕事である。\n北浜大学 教授\n町は待たない。\n\f２\n";
  const std::vector<page_line> box = lines_of_words(author);
  CHECK(with_box_below_title(text, box, {{"通りを残すという選択"}}) ==
        "通りを残すという選択\n\n白浜 花子\n北浜大学 教授\n\n\n港の朝は早い。荷役の機械が動き出す前に\n潮位と風を確かめるのが係の仕事である。\n町は待たない。\n\f２\n");
  // Where the title or the box is not found, nothing is moved.
  CHECK(with_box_below_title(text, box, {{"ほかの題"}}) == text);
  CHECK(with_box_below_title("通りを残すという選択\n\n町は待たない。\n", box, {{"通りを残すという選択"}}) == "通りを残すという選択\n\n町は待たない。\n");
  CHECK(with_box_below_title(text, {}, {{"通りを残すという選択"}}) == text);
}

TEST_CASE("letters of a name that are set apart come back to one line") {
  const std::vector<page_line> lines = lines_of_words({word(60, 40, 70, 50, "稲"), word(90, 40, 100, 50, "葉"), word(120, 40, 130, 50, "沙"), word(150, 40, 160, 50, "織")});
  CHECK(with_letters_joined("海の値段\n\n稲\n\n葉\n\n沙\n\n織\n\n本書は\n\f稲\n", lines).find("稲 葉 沙 織\n") != std::string::npos);
  CHECK(with_letters_joined("稲 葉 沙 織\n本書は\n", lines) == "稲 葉 沙 織\n本書は\n");
  CHECK(with_letters_joined("稲\n葉\n本書は\n", lines) == "稲\n葉\n本書は\n");
  // Below the text of the last page; vertical text has longer runs, and a table two cells.
  CHECK(with_letters_joined("本書は\n\f願います。\n\n喜\n\n多\n\n川\n\n弘\n\n7\n", {}) == "本書は\n\f願います。\n\n喜 多 川 弘\n\n7\n");
  const std::string vertical = "信\n\n用\n\n金\n\n庫\n\nの\n\n帳\n\n面\n\nは\n", cells = "男\n\n女\n\n合計\n";
  CHECK(with_letters_joined(vertical, {}) == vertical);
  CHECK(with_letters_joined(cells, {}) == cells);
}
