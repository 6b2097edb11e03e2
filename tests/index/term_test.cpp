#include "index/term.hpp"

#include <doctest/doctest.h>

#include <set>
#include <vector>

using namespace libsearch::indexing;

TEST_CASE("term: ids have terms of their own, whatever their bytes and length") {
  std::vector<std::string> ids{"a",
                               "A",
                               "Qa",
                               " ",
                               "\1",
                               "\1a",
                               std::string("\0", 1),
                               std::string("a\0", 2),
                               std::string("a\0b", 3),
                               "資源/2025.txt"};
  for (const std::size_t size : {238, 239, 240, 241, 300, 4096}) {
    ids.push_back(std::string(size, 'x'));
    ids.push_back(std::string(size - 1, 'x') + "y");
  }
  std::set<std::string> terms;
  for (const std::string &id : ids) {
    const std::string term = id_term(id);
    CHECK(terms.insert(term).second);
    CHECK(term[0] == id_prefix);
    CHECK(term.size() <= max_term_bytes);
    CHECK(term.find('\0') == std::string::npos);
    CHECK_FALSE(is_word_term(term));
  }
  // An id that looks like a hashed one is not taken for it.
  const std::string hashed = id_term(std::string(4096, 'x'));
  CHECK(id_term(hashed.substr(1)) != hashed);
}

TEST_CASE("term: values of facets that normalize alike share a term") {
  const std::string term = facet_term(author_prefix, "小山 堅");
  CHECK(facet_term(author_prefix, "小山堅") == term);
  CHECK(facet_term(author_prefix, "小山　堅") == term);
  CHECK(facet_term(author_prefix, "小山賢") != term);
  CHECK(facet_term(author_prefix, "Jane Doe") == facet_term(author_prefix, "JANE  DOE"));
  CHECK(facet_term(author_prefix, "Jane Doe") != facet_term(author_prefix, "JaneDoe"));
  CHECK(facet_term(topic_prefix, "小山堅") != term);
  CHECK(facet_term(topic_prefix, std::string(5000, 'x')).size() <= max_term_bytes);
  CHECK_NOTHROW(facet_term(topic_prefix, "\xFF"));
}

TEST_CASE("term: words begin with no ASCII capital") {
  CHECK(is_word_term("水"));
  CHECK(is_word_term("a"));
  CHECK(is_word_term("+"));
  CHECK_FALSE(is_word_term(""));
  CHECK_FALSE(is_word_term("B水素"));
  CHECK(bigram_term("水素") == "B水素");
}

TEST_CASE("term: packed days sort like the days") {
  const std::int32_t days[] = {1, 10101, 18680125, 19991231, 20000101, 20251028, 99991231};
  for (std::size_t i = 0; i < std::size(days); ++i) {
    CHECK(unpack_day(pack_day(days[i])) == days[i]);
    if (i) CHECK(pack_day(days[i - 1]) < pack_day(days[i]));
  }
  CHECK(unpack_day("") == 0);
  CHECK(unpack_day("abc") == 0);
}
