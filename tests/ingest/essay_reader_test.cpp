#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/ingest.hpp>

#include "essay_support.hpp"
#include "ingest/unicode.hpp"
#include "support.hpp"

namespace {

using libsearch::document;
using libsearch::ingest::read_essay;
using libsearch::ingest::read_essay_file;
using test::attribute;
using test::joined_names;
using test::without_blanks;

bool holds(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

/// As the normalized text of the index: white space beside a CJK character does not count.
std::string comparable(const std::string &text) {
  std::string out;
  bool pending = false;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = libsearch::ingest::next(text, at);
    if (libsearch::ingest::is_blank(c)) {
      pending = true;
      continue;
    }
    if (pending && !libsearch::ingest::is_cjk(before) && !libsearch::ingest::is_cjk(c)) out += ' ';
    pending = false;
    before = c;
    libsearch::ingest::append(out, c);
  }
  return out;
}

}  // namespace

namespace {

/// Compares the essays of a folder with the table beside it; returns how many there are.
std::size_t check_table(const std::string &folder) {
  std::size_t count = 0;
  for (auto row : test::tsv_rows(test::data_file("ingest/" + folder + ".tsv"))) {
    row.resize(9);
    const document essay = read_essay_file(test::data_file("ingest/" + folder + "/" + row[0]));
    CAPTURE(row[0]);
    CHECK(essay.title == row[1]);
    CHECK(joined_names(essay.authors) == row[2]);
    CHECK(essay.date == row[3]);
    CHECK(attribute(essay, "affiliation") == row[4]);
    CHECK(attribute(essay, "series") == row[5]);
    CHECK(attribute(essay, "number") == row[6]);
    const std::string body = without_blanks(essay.body);
    CHECK(holds(body, without_blanks(row[7])));
    CHECK_FALSE((!row[8].empty() && holds(body, without_blanks(row[8]))));
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("read_essay: each essay of the table gives its fields, and its furniture is no body") {
  CHECK(check_table("essays") >= 40);
}

TEST_CASE("read_essay: so does each of the table of shapes") { CHECK(check_table("shapes") >= 50); }

TEST_CASE("read_essay: so does each of the table of heads") { CHECK(check_table("heads") >= 140); }

TEST_CASE("read_essay: so does each of the table of reports") { CHECK(check_table("reports") >= 220); }

TEST_CASE("read_essay: the real document comes out whole") {
  const std::string folder = test::shared_file("data/seed");
  if (folder.empty()) return;
  for (const auto &entry : std::filesystem::directory_iterator(folder)) {
    const document essay = read_essay_file(entry.path().string());
    std::ifstream file(entry.path());
    std::string first_line;
    std::getline(file, first_line);
    CHECK(essay.title == first_line);
    CHECK(joined_names(essay.authors) == "小山 堅");
    CHECK(essay.date == "2025-10");
    CHECK(attribute(essay, "lang") == "ja");
    for (const char *part : {"首脳会談", "小型モジュール炉", "先述した"})
      CHECK(holds(essay.body, part));
    CHECK_FALSE(holds(essay.body, "禁無断転載"));
    CHECK_FALSE(holds(essay.body, "\n以上"));
    CHECK(essay.page_starts.empty());
  }
}

TEST_CASE("read_essay: the last paragraph is known without a blank line above it") {
  const document essay = read_essay(
      "A Lamp on the Pier\nToru Aomi and Hana Mori\nThe lamp burns all night, and below it the harbour sleeps as it has always slept, and\n"
      "nobody counts the ships that come in from the east, nor asks what they carry, or for\nwhom it is. Those who keep the light are few, and they are old, and the steps that lead up to\n"
      "it are many. What will be done when none of them can climb has been discussed in the council\nfor a decade, and it is not yet decided.\n"
      "This article first appeared in the Harbour Gazette on 12 September 2019.\n");
  CHECK(essay.date == "2019-09-12");
  CHECK(holds(essay.body, "first appeared"));
}

TEST_CASE("read_essay: how names are read stands above them and is no title") {
  const document essay = read_essay("灯台の帳簿をどう読むか\nあおみ たろう\n青海 太郎\n\n　灯台守は毎晩、油の残りを帳簿に記した。\n");
  CHECK(essay.title == "灯台の帳簿をどう読むか");
  CHECK(essay.authors == std::vector<std::string>{"青海 太郎"});
}

TEST_CASE("read_essay: a title that looks like two names has its second line directly below") {
  const document essay = read_essay(
      "HARBOUR SERIES No. 14\n\nDigital Lanterns and Older Keepers\nClosing the Night Watch Gap\n\nAbstract. Nearly all lamps are lit by wire now, yet one keeper in\n"
      "five still climbs the stairs each night. This brief says why.\n");
  CHECK(essay.title == "Digital Lanterns and Older Keepers Closing the Night Watch Gap");
  CHECK(essay.authors.empty());
}

TEST_CASE("read_essay: a line of contact takes no text of the next page with it") {
  const document essay = read_essay(
      "港の賃金はなぜ上がらないのか\n\n調査部 研究員 青海 太郎\n\n　港で働く人の賃金は、この十年ほとんど動いていない。船の数は増えたが、人手は足りないままである。\n\n"
      "お問い合わせ：調査部 TEL 03-0000-5120\n\n- 1 -\n\f２．求められる対応\n　荷役の単価を意識した値引きは、賃金が上がるほど強まる。契約の期間を広げ、単価の\n"
      "仕組みそのものを改めることが、人手の確保を次の世代の暮らしにつなげるための条\n件である。\n\n- 2 -\n");
  CHECK(holds(essay.body, "単価を意識した値引き"));
  CHECK(holds(essay.body, "件である。"));
}

TEST_CASE("read_essay: page starts are where the pages go on, also inside a word") {
  const document essay =
      read_essay("港の朝\n\n青海 太郎\n\n船は沖で待\n\n- 1 -\n\fち、町は暗い。\n\n- 2 -\n\f");
  CHECK(essay.body == "船は沖で待ち、町は暗い。");
  REQUIRE(essay.page_starts.size() == 2);
  CHECK(essay.page_starts[0] == 0);
  CHECK(essay.body.substr(essay.page_starts[1], 3) == "ち");
  CHECK(read_essay("港の朝\n\n船は待つ。").page_starts.empty());
}

TEST_CASE("read_essay: line ends inside words and sentences go, blanks between Latin words stay") {
  const auto body = [](const char *text) {
    return read_essay(std::string("題\n\n青海 太郎\n\n") + text).body;
  };
  CHECK(body("これは小型モジ ュール炉の、先 述した話。") ==
        "これは小型モジュール炉の、先述した話。");
  CHECK(body("これは小型モジ\nュール炉の話である。") == "これは小型モジュール炉の話である。");
  CHECK(body("港と AI の分野での Waiting\nGame である。") ==
        "港と AI の分野での Waiting Game である。");
  CHECK(body("The ques-\ntions of the US-\nJapan talks remain.") ==
        "The questions of the US-Japan talks remain.");
  CHECK(body("一つ目である。\n\n二つ目である。") == "一つ目である。\n\n二つ目である。");
}

TEST_CASE("read_essay: odd text never fails and is never lost") {
  CHECK(read_essay("").body.empty());
  CHECK(read_essay("\f\f\n\f").body.empty());
  CHECK(read_essay("以上\n").title == "");
  CHECK(read_essay("\xff\xfe 崩れた\xe3\x81").title.size() > 0);
  CHECK(read_essay("ただの一文である。").body == "ただの一文である。");
  CHECK(read_essay(std::string(100000, 'a')).body.size() == 100000);
  CHECK(read_essay(std::string(20000, '\f') + "題").title == "題");
}

TEST_CASE("read_essay: a paragraph that speaks of researchers is no author line") {
  for (const char *text :
       {"研究所は研究員を増やした。", "教授 研究員 事務局の三者が集まり、理事会で 決定 した。",
        "The Director of the Institute, Toru Aomi, said that prices would fall."}) {
    const document essay = read_essay(std::string("港の電気\n\n") + text + "\n");
    CAPTURE(std::string(text));
    CHECK(essay.authors.empty());
    CHECK(holds(without_blanks(essay.body), without_blanks(text)));
  }
}

TEST_CASE("read_essay: a hyphen at a line end stays where it belongs to the word") {
  for (auto row : test::tsv_rows(test::data_file("ingest/hyphens.tsv"))) {
    row.resize(4);
    CAPTURE(row[0] + "|" + row[1] + " beside " + row[3]);
    const std::string before = row[3].empty() ? "" : row[3] + "\n\n";
    const document essay = read_essay("Ports and Plans\n\nToru Aomi, Chief Economist\n\n" + before + row[0] + "\n" + row[1] + "\n");
    CHECK(holds(essay.body, row[2]));
  }
}

TEST_CASE("read_essay: the same paragraphs wrapped at any width give the same text") {
  const std::vector<std::string> paragraphs = {
      "港の朝は早い。荷役の機械が動き出す前に、潮位と風を確かめるのが係の仕事である。2021年3月の嵐"
      "では三隻が沖で待ち、"
      "町の Strategic Reserve "
      "は半分になった。備えの厚さは、こうした小さな遅れの積み重ねで試される。",
      "図らずも結論は単純であった。燃料を多く持つ町より、船の順番を早く知る町のほうが、冬を静かに過"
      "ごしたのである。",
      "筆者は「待つ船」の費用を 5500 円と見積もったが、AI を使った運航ではさらに下がるだろう。"};
  std::mt19937_64 random(test::seed(20251128));
  const auto wrapped = [&](const std::string &text, std::size_t width) {
    std::string out;
    std::size_t column = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = libsearch::ingest::next(text, at);
      if (column >= width && libsearch::ingest::is_cjk(before) && libsearch::ingest::is_cjk(c)) {
        out += '\n';
        column = 0;
      }
      libsearch::ingest::append(out, c);
      column += libsearch::ingest::is_cjk(c) ? 2 : 1;
      before = c;
    }
    return out;
  };
  std::string plain;
  for (const std::string &paragraph : paragraphs) plain += paragraph + "\n\n";
  for (int round = 0; round < 200; ++round) {
    std::string text = "港の電気\n\n青海 太郎\n\n";
    const std::size_t width = 16 + random() % 80;
    for (const std::string &paragraph : paragraphs) {
      text += wrapped(paragraph, width) + "\n\n";
      if (random() % 3 == 0) text += "KREI: 2021年3月掲載 禁無断転載\n\n- 2 -\n\n";
    }
    const document essay = read_essay(text);
    CAPTURE(width);
    CHECK(comparable(essay.body) == comparable(plain));
    CHECK(joined_names(essay.authors) == "青海 太郎");
  }
}

TEST_CASE("read_essay: at least 95 % of the sample archive's fields are right") {
  const std::string archive = test::environment("LIBSEARCH_SOURCE", "../..") + "/samples/archive/";
  const std::string table = test::data_file("ingest/archive_expected.tsv");
  if (!std::filesystem::exists(archive) || !std::filesystem::exists(table)) {
    std::cerr << "skipped: " << archive << " or " << table << " is not there\n";
    return;
  }
  std::size_t right = 0, all = 0;
  const auto compare = [&](const std::string &file, const std::string &expected,
                           const std::string &found) {
    ++all;
    if (without_blanks(expected) == without_blanks(found))
      ++right;
    else
      std::cerr << "miss: " << file << ": expected '" << expected << "', found '" << found << "'\n";
  };
  for (auto row : test::tsv_rows(table)) {
    row.resize(4);
    const document essay = read_essay_file(archive + row[0]);
    compare(row[0], row[1], essay.title);
    compare(row[0], row[2], joined_names(essay.authors));
    compare(row[0], row[3], essay.date);
  }
  CHECK(all > 0);
  CHECK(right * 100 >= all * 95);
}
