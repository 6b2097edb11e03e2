// The promise of the library on real text, where the evaluation data is there.
#include <cstdio>
#include <memory>
#include <sstream>

#include <doctest/doctest.h>

#include <libsearch/libsearch.hpp>

#include "corpus.hpp"
#include "oracle.hpp"
#include "oracle_check.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using test::everything_of;
using test::random_source;
using test::oracle::archive;
using test::oracle::check;
using test::oracle::random_string;

TEST_CASE("oracle: real text, the queries of the evaluation and random strings") {
  const std::string texts = test::shared_file("data/aozora-dev.jsonl.zst");
  const std::string queries = test::shared_file("data/aozora-dev-queries.tsv");
  if (texts.empty() || queries.empty()) {
    MESSAGE("skipped: the evaluation texts are not there");
    return;
  }
  const std::string command = "zstd -dcq '" + texts + "' 2>/dev/null | head -n 150";
  const std::unique_ptr<FILE, int (*)(FILE *)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string lines;
  for (char block[65536]; const std::size_t read = fread(block, 1, sizeof block, pipe.get());)
    lines.append(block, read);

  test::temporary_folder folder;
  archive truth;
  {
    index_writer writer(folder / "index");
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
      const document d = document_from_json(line);
      writer.put(d);
      truth.put(d);
    }
    writer.commit();
  }
  if (truth.size() == 0) {
    MESSAGE("skipped: zstd is not there");
    return;
  }
  index searched(folder / "index");
  for (const auto &row : test::tsv_rows(queries)) {
    std::vector<std::string> parts(1);
    for (const char c : row.at(1))
      if (c == ' ')
        parts.emplace_back();
      else
        parts.back() += c;
    check(searched, everything_of(row.at(1), match_mode::all), truth.holding_all(parts));
  }
  random_source random(test::seed(20251109));
  for (int i = 0; i < 500; ++i) {
    const std::string text = random_string(truth, random);
    check(searched, everything_of(text, match_mode::phrase), truth.holding(text));
  }
}
