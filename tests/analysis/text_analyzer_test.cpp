#include "analysis/text_analyzer.hpp"

#include <doctest/doctest.h>

#include <libsearch/analyzer.hpp>
#include <libsearch/error.hpp>

#include "corpus.hpp"
#include "oracle.hpp"
#include "support.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

using namespace libsearch;
using analysis::text_analyzer;

TEST_CASE("text analyzer: the fingerprint names all that tokens depend on") {
  const text_analyzer a, b, other(analysis::scheme("の が")),
      ngram(analysis::scheme("ngram", "の が"));
  CHECK(a.fingerprint() == b.fingerprint());
  CHECK(a.fingerprint() != other.fingerprint());
  CHECK(ngram.fingerprint() != other.fingerprint());
  for (const char *part : {"nfkc/", "icu-ja/", "words/", "compact/", "functions/"})
    CHECK(a.fingerprint().find(part) != std::string::npos);
  CHECK(analyzer().fingerprint() == a.fingerprint());
}

TEST_CASE("text analyzer: the pair across a boundary") {
  text_analyzer cutter;
  const std::string text = "日米首脳会談、合意";
  const auto words = cutter.words(text);
  REQUIRE(words.size() == 5);
  CHECK(analysis::boundary_bigram(text, words[0], words[1]) == "日米");
  CHECK(analysis::boundary_bigram(text, words[2], words[3]) == "脳会");
  // They do not touch.
  CHECK(analysis::boundary_bigram(text, words[3], words[4]) == "");
}

TEST_CASE("text analyzer: ngram cuts Japanese script into characters, and indexes each pair") {
  text_analyzer cutter(analysis::scheme("ngram", analysis::function_words::standard()));
  const std::string text = "𠮷野家のab12、です";
  const auto words = cutter.words(text);
  std::string all, pairs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    all += (i ? "|" : "") + text.substr(words[i].start, words[i].end - words[i].start);
    if (i)
      pairs +=
          std::string(analysis::boundary_bigram(text, words[i - 1], words[i], cutter.rule())) + " ";
  }
  CHECK(all == "𠮷|野|家|の|ab12|で|す");
  CHECK(pairs == "𠮷野 野家 家の のa  です ");
}

TEST_CASE("text analyzer: an analyzer that there is not is refused by name") {
  CHECK_THROWS_WITH_AS(analysis::rule_of("kuromoji"), "there is no analyzer \"kuromoji\"", error);
}

TEST_CASE("analyzer: the table of pairs and their states") {
  const analyzer a;
  const auto rows = test::tsv_rows(test::data_file("analysis/icu/bigrams.tsv"));
  CHECK(rows.size() >= 40);
  for (const auto &row : rows) {
    REQUIRE(row.size() == 2);
    std::string said;
    for (const token &t : a.analyze(row[0])) {
      if (t.kind != token_kind::bigram) {
        CHECK(t.state == bigram_state::none);
        continue;
      }
      CHECK(t.state != bigram_state::none);
      if (!said.empty()) said += ' ';
      said += t.text;
      if (t.state == bigram_state::indexed) said += '+';
      if (t.state == bigram_state::checked) said += '?';
    }
    CAPTURE(row[0]);
    CHECK(said == row[1]);
  }
}

TEST_CASE("analyzer: tokens are ordered and their offsets lead back to what they stand for") {
  test::random_source random(test::seed(20251152));
  const analyzer a;
  for (int i = 0; i < 500; ++i) {
    const std::string given = test::random_text(random, random.below(25));
    const std::string normalized = a.normalize(given);
    CHECK(normalized == test::oracle::normalize(given));
    std::size_t last = 0, words_end = 0;
    CAPTURE(given);
    for (const token &t : a.analyze(given)) {
      REQUIRE(t.start <= t.end);
      REQUIRE(t.end <= given.size());
      CHECK(t.start >= last);
      last = t.start;
      const std::string renormalized =
          test::oracle::normalize(given.substr(t.start, t.end - t.start));
      // An offset may fall inside a character that became several: then the token is part of them.
      if (t.kind != token_kind::stem) CHECK(test::oracle::holds(renormalized, t.text));
      if (t.kind == token_kind::word) {
        CHECK(t.state == bigram_state::none);
        if (renormalized == t.text) {
          CHECK(t.start >= words_end);
          words_end = t.end;
        }
      }
    }
  }
}

TEST_CASE("analyzer: English words have a stem beside them") {
  const analyzer a;
  const auto tokens = a.analyze("Energies");
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].text == "energies");
  CHECK(tokens[0].kind == token_kind::word);
  CHECK(tokens[1].text == "energi");
  CHECK(tokens[1].kind == token_kind::stem);
  CHECK(tokens[1].start == 0);
  CHECK(tokens[1].end == 8);
}

TEST_CASE("analyzer: ill-formed text is analyzed, not refused") {
  const analyzer a;
  for (const std::string &text : {std::string("\xFF"), std::string("水\xE4\xBA素"),
                                  std::string("\0", 1), std::string("\xC0\x80\xED\xA0\x80")}) {
    CHECK_NOTHROW(a.analyze(text));
    CHECK(text::find_ill_formed(a.normalize(text)) == text::npos);
  }
  CHECK(a.analyze("").empty());
  CHECK(a.normalize("水\xFF") == "水\xEF\xBF\xBD");
}
