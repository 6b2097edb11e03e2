#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/keyphrases.hpp"

namespace {

using libsearch::document;
using libsearch::ingest::keyphrases_of;
using phrases = std::vector<std::string>;

document about(const std::string &title, const std::string &body, const std::string &lang = "ja") {
  document result;
  result.title = title;
  result.body = body;
  result.set_attribute("lang", lang);
  return result;
}

}  // namespace

TEST_CASE("keyphrases_of: compounds that the text repeats, the longer and more frequent first") {
  CHECK(keyphrases_of(about("送電線の話", "送電線は長い。小型モジュール炉と送電線。小型モジュール炉は"
                                          "小さい。電気と水。電気と水。")) ==
        phrases{"送電線", "小型モジュール炉"});
}

TEST_CASE("keyphrases_of: amounts, dates, names of authors and their institute are none") {
  document doc = about("題", "2024年度予算と三百万円、2024年度予算と三百万円。青海太郎と青海太郎。"
                             "資源研究所と資源研究所。約五割程度、各国政府、各国政府。");
  doc.authors = {"青海 太郎"};
  doc.set_attribute("affiliation", "かいとう資源研究所");
  CHECK(keyphrases_of(doc).empty());
}

TEST_CASE("keyphrases_of: pairs of content words in English, none across sentences") {
  CHECK(keyphrases_of(about("Small grids", "The island grid is small. The island grid is old. "
                                           "Power. Prices rise, and power. Prices fall.", "en")) ==
        phrases{"island grid"});
}

TEST_CASE("keyphrases_of: no more than asked for") {
  std::string body;
  for (const char *one : {"送電線", "発電所", "蓄電池", "首脳会談", "天然ガス"})
    body += std::string(one) + "と" + one + "。";
  CHECK(keyphrases_of(about("", body), 3).size() == 3);
}
