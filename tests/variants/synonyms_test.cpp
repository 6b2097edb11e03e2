#include "variants/synonyms.hpp"

#include <doctest/doctest.h>

#include <libsearch/error.hpp>

#include "searching.hpp"
#include "support.hpp"
#include "word_list.hpp"

using namespace libsearch;

namespace {

using set = std::set<std::string>;

set spellings(const char *text, const char *part) {
  variants::replacements pieces;
  variants::synonyms(text).append(part, pieces);
  return test::spellings_of(part, pieces);
}

}  // namespace

TEST_CASE("synonyms: groups go both ways, arrows one way, entries are normalized") {
  const char *text = "# ours\n\nＳＭＲ， 小型モジュール炉、small modular reactor  # three\r\n再エネ => 太陽光, 風力\n";
  CHECK(spellings(text, "smr") == set{"小型モジュール炉", "small modular reactor"});
  CHECK(spellings(text, "小型モジュール炉の開発") == set{"smrの開発", "small modular reactorの開発"});
  CHECK(spellings(text, "再エネ") == set{"太陽光", "風力"});
  CHECK(spellings(text, "風力").empty());
  CHECK(spellings(text, "asmr").empty());
  CHECK(spellings(text, "smr2").empty());
  CHECK(spellings(text, "次世代smrを") == set{"次世代小型モジュール炉を", "次世代small modular reactorを"});
  CHECK(spellings("", "smr").empty());
}

TEST_CASE("synonyms: the longest entry is taken") {
  const char *text = "再エネ, 再生可能エネルギー\n再エネ賦課金, 再生可能エネルギー発電促進賦課金\n";
  CHECK(spellings(text, "再エネ賦課金") == set{"再生可能エネルギー発電促進賦課金"});
}

TEST_CASE("synonyms: nonsense is refused with its line") {
  const auto message = [](const char *text) { return test::message_of([&] { variants::synonyms{text}; }); };
  CHECK(message("a, b\nalone\n").find("line 2") != std::string::npos);
  CHECK(message("a,,b").find("line 1") != std::string::npos);
  CHECK(message("a => b => c").find("line 1") != std::string::npos);
  CHECK(message("=> b").find("line 1") != std::string::npos);
  CHECK(message("a =>").find("line 1") != std::string::npos);
  CHECK(message("a, \xff").find("UTF-8") != std::string::npos);
  CHECK(message("a, b") == "");
}

TEST_CASE("synonyms: the list for the energy field can be read") {
  const std::string path = test::environment("LIBSEARCH_SOURCE", ".") + "/samples/synonyms-energy.txt";
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  REQUIRE(!text.str().empty());
  CHECK(spellings(text.str().c_str(), "lng").count("液化天然ガス") == 1);
}
