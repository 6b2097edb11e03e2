// Synonyms of an index: kept, applied to queries, changed without indexing anew.
#include <doctest/doctest.h>

#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;

TEST_CASE("synonyms: they apply from commit on, both ways, and not inside Latin words") {
  struct row {
    const char *document, *query;
    bool meets;
  };
  const row rows[] = {
      {"小型モジュール炉の建設", "SMR", true},
      {"SMRの建設", "小型モジュール炉", true},
      {"ＳＭＲの建設", "小型モジュール炉の建設", true},
      {"a small modular reactor", "SMR", true},
      {"液化天然ガスの輸入", "LNG輸入", false},
      {"液化天然ガス輸入", "LNG輸入", true},
      {"LNG輸入の統計", "液化天然ガス輸入", true},
      {"再エネの拡大", "再生可能エネルギーの拡大", true},
      {"再生可能エネルギーの拡大", "再エネの拡大", true},
      {"電気自動車の普及", "EV", true},
      {"EVの普及", "電気自動車", true},
      {"原子力発電所の再稼働", "原発の再稼働", true},
      {"原発の再稼働", "原子力発電所の再稼働", true},
      {"国際エネルギー機関の報告", "IEA", true},
      {"IEAの報告", "国際エネルギー機関", true},
      {"太陽光の導入", "新エネ", true},
      {"新エネの導入", "太陽光", false},
      {"asmrの動画", "小型モジュール炉", false},
      {"小型モジュール炉の建設", "asmr", false},
      {"seveso", "電気自動車", false},
      {"電力の統計", "電気自動車", false},
  };
  for (const row &r : rows) {
    test::temporary_folder folder;
    const std::string path = folder / "index";
    test::put_all(path, {test::make_document("1", "", r.document)});
    index searched(path);
    const auto meets = [&](bool on) {
      return !test::ids_of(searched.search(test::everything_of(r.query, match_mode::all, on))).empty();
    };
    CHECK_FALSE(meets(true));
    index_writer writer(path);
    writer.set_synonyms(
        "SMR, 小型モジュール炉, small modular reactor\nLNG, 液化天然ガス\n再エネ, 再生可能エネルギー\nEV, 電気自動車\n"
        "原発, 原子力発電所\nIEA, 国際エネルギー機関\n新エネ => 太陽光, 風力\n");
    CHECK_FALSE(meets(true));
    writer.commit();
    CHECK_MESSAGE(meets(true) == r.meets, r.document, " | ", r.query);
    CHECK_FALSE(meets(false));
    writer.set_synonyms("");
    writer.commit();
    CHECK_FALSE(meets(true));
  }
}

TEST_CASE("synonyms: nonsense changes nothing, a rebuild keeps them, an explanation names them") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  test::put_all(path, {test::make_document("1", "", "液化天然ガス")});
  {
    index_writer writer(path);
    writer.set_synonyms("LNG, 液化天然ガス");
    CHECK(test::thrown_by([&] { writer.set_synonyms("LNG"); }) == "malformed");
    writer.commit();
  }
  writer_options anew;
  anew.rebuild = true;
  test::put_all(path, {test::make_document("2", "", "液化天然ガス")}, anew);
  index searched(path);
  auto request = test::everything_of("LNG", match_mode::all, true);
  request.explain = true;
  const auto results = searched.search(request);
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits[0].explanation.find("(synonym)") != std::string::npos);
  CHECK(results.explanation.find("synonym") != std::string::npos);
}
