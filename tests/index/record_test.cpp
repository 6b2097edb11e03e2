#include "index/record.hpp"

#include <doctest/doctest.h>

#include <libsearch/error.hpp>

#include "corpus.hpp"
#include "index/term.hpp"
#include "oracle.hpp"
#include "searching.hpp"
#include "support.hpp"
#include "text/compact_text.hpp"
#include "text/utf8.hpp"

using namespace libsearch;
using namespace libsearch::indexing;

namespace {

std::map<std::string, unsigned> terms_of(const Xapian::Document &record) {
  std::map<std::string, unsigned> terms;
  for (auto term = record.termlist_begin(); term != record.termlist_end(); ++term)
    terms[*term] = term.get_wdf();
  return terms;
}

class one_topic final : public topic_tagger {
 public:
  std::vector<std::string> topics_of(const document &, std::string_view) const override {
    return {"規則/一"};
  }
};

}  // namespace

TEST_CASE("record: words and boundary bigrams are terms with counts, names are terms without") {
  record_builder builder({}, nullptr);
  document d = test::make_document("id", "首脳会談", "首脳会談と首脳");
  d.authors = {"小山 堅"};
  d.topics = {"資源/重要鉱物"};
  const auto terms = terms_of(builder.build(d));
  CHECK(terms.at("首脳") == 3);
  CHECK(terms.at("会談") == 2);
  CHECK(terms.at("と") == 1);
  CHECK(terms.at("B脳会") == 2);
  CHECK(terms.count("B談と") == 0);
  CHECK(terms.at("Qid") == 0);
  CHECK(terms.at("A小山堅") == 0);
  CHECK(terms.at("T資源") == 0);
  CHECK(terms.at("T資源/重要鉱物") == 0);
}

TEST_CASE("record: no pair of characters reaches from one field into another") {
  record_builder builder({}, nullptr);
  document d = test::make_document("id", "首脳", "会談");
  d.authors = {"水素"};
  for (const auto &[term, wdf] : terms_of(builder.build(d))) CHECK(term[0] != bigram_prefix);
}

TEST_CASE(
    "record: random documents come back to the byte, and their texts are the normalized ones") {
  test::random_source random(test::seed(20251161));
  record_builder builder({}, nullptr);
  for (int i = 0; i < 400; ++i) {
    document d = test::random_document(random, "id" + std::to_string(i));
    if (random.chance(30)) d.page_starts = {0, d.body.size() / 2};
    if (random.chance(30)) d.attributes["x"] = "{\"a\":[1,null]}";
    if (random.chance(30)) d.origin = {"/a/\xFF", 12, -5, "digest"};
    d.path = random.chance(50) ? "a b" : "";
    validate(d);
    const Xapian::Document record = builder.build(d);
    const document again = read_document(record);
    CHECK(again.id == d.id);
    CHECK(again.title == d.title);
    CHECK(again.body == d.body);
    CHECK(again.authors == d.authors);
    CHECK(again.date == d.date);
    CHECK(again.topics == d.topics);
    CHECK(again.path == d.path);
    CHECK(again.page_starts == d.page_starts);
    CHECK(again.attributes == d.attributes);
    if (!d.origin.path.empty()) {
      CHECK(again.origin.path == d.origin.path);
      CHECK(again.origin.size == d.origin.size);
      CHECK(again.origin.mtime == d.origin.mtime);
      CHECK(again.origin.digest == d.origin.digest);
    }
    const std::string compact = record.get_value(slot_text);
    const text_fields fields = split_fields(compact);
    CHECK(text::expand(fields.title) == test::oracle::normalize(d.title));
    CHECK(text::expand(fields.body) == test::oracle::normalize(d.body));
    REQUIRE(fields.authors.size() == d.authors.size());
    for (std::size_t a = 0; a < d.authors.size(); ++a)
      CHECK(text::expand(fields.authors[a]) == test::oracle::normalize(d.authors[a]));
    for (const auto &[term, wdf] : terms_of(record)) CHECK(term.size() <= max_term_bytes);
  }
}

TEST_CASE("record: topics by rule are kept apart from a document's own") {
  const one_topic tagger;
  record_builder builder({}, &tagger);
  document d = test::make_document("id", "", "水");
  d.topics = {"自分"};
  const Xapian::Document record = builder.build(d);
  const document again = read_fields(record);
  CHECK(again.topics == std::vector<std::string>{"自分"});
  CHECK(again.rule_topics == std::vector<std::string>{"規則/一"});
  const auto terms = terms_of(record);
  CHECK(terms.count("T規則") == 1);
  CHECK(terms.count("T規則/一") == 1);
}

TEST_CASE("record: the title's sorting key is cut between characters") {
  record_builder builder({}, nullptr);
  for (const char *unit : {"水", "é", "𠮷", "a"}) {
    std::string title = "x";
    for (int i = 0; i < 60; ++i) title += unit;
    const std::string key =
        builder.build(test::make_document("id", title, "")).get_value(slot_title);
    CHECK(key.size() <= 48);
    CHECK(text::find_ill_formed(key) == text::npos);
    CHECK(title.rfind(key, 0) == 0);
  }
}

TEST_CASE("record: a date is kept as its first and last day") {
  record_builder builder({}, nullptr);
  document d = test::make_document("id", "", "");
  CHECK(builder.build(d).get_value(slot_first_day).empty());
  d.date = "2024-02";
  const Xapian::Document record = builder.build(d);
  CHECK(unpack_day(record.get_value(slot_first_day)) == 20240201);
  CHECK(unpack_day(record.get_value(slot_last_day)) == 20240229);
}

TEST_CASE("record: origin and size, with and without a file") {
  CHECK(unpack_origin(pack_origin({{}, 77})).text_bytes == 77);
  const origin_value value{{"/p", UINT64_MAX, -1, std::string("\0d", 2)}, 5};
  const origin_value again = unpack_origin(pack_origin(value));
  CHECK(again.origin.path == "/p");
  CHECK(again.origin.size == UINT64_MAX);
  CHECK(again.origin.mtime == -1);
  CHECK(again.origin.digest == value.origin.digest);
  CHECK(again.text_bytes == 5);
}
