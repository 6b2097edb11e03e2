#include <libsearch/document.hpp>

#include <doctest/doctest.h>

#include "corpus.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using test::message_of;
using test::thrown_by;

TEST_CASE("document: each row of errors.tsv is refused with its code and names what is wrong") {
  const auto rows = test::tsv_rows(test::data_file("api/document_errors.tsv"));
  CHECK(rows.size() >= 20);
  for (const auto &row : rows) {
    REQUIRE(row.size() == 3);
    CAPTURE(row[0]);
    const auto read = [&] { document_from_json(row[0]); };
    CHECK(thrown_by(read) == row[1]);
    const std::string message = message_of(read);
    CAPTURE(message);
    CHECK(message.find(row[2]) != std::string::npos);
  }
}

TEST_CASE("document: ill-formed UTF-8 in JSON is refused") {
  const auto read = [] {
    document_from_json("{\"id\":\"1\",\"title\":\"\xE4\xBA\",\"body\":\"\"}");
  };
  CHECK(thrown_by(read) == "malformed");
  const std::string message = message_of(read);
  CAPTURE(message);
  CHECK(message.find("byte 2") != std::string::npos);
}

TEST_CASE("document: the keys of the contract") {
  const document d = document_from_json(
      R"({"id":"a/1","title":"題","body":"本文","authors":["小山 堅","田中"],"date":"2025-10",)"
      R"("topics":["資源/重要鉱物","エネルギー"],"series":"論考","number":12,"affiliation":"研究所",)"
      R"("url":"https://example.jp/","lang":"ja","path":"a/1.txt"})");
  CHECK(d.id == "a/1");
  CHECK(d.title == "題");
  CHECK(d.body == "本文");
  CHECK(d.authors == std::vector<std::string>{"小山 堅", "田中"});
  CHECK(d.date == "2025-10");
  CHECK(d.topics == std::vector<std::string>{"資源/重要鉱物", "エネルギー"});
  CHECK(d.path == "a/1.txt");
  CHECK(d.attribute("series") == "論考");
  CHECK(d.attribute("number") == "12");
  CHECK(d.attributes.at("number") == "12");
  CHECK(d.attributes.at("lang") == "\"ja\"");
  CHECK(d.attribute("affiliation") == "研究所");
  CHECK(d.attribute("not there").empty());
}

TEST_CASE("document: author and authors, topic and topics, one or many") {
  CHECK(document_from_json(R"({"id":"1","title":"","body":"","author":"田中"})").authors ==
        std::vector<std::string>{"田中"});
  CHECK(document_from_json(R"({"id":"1","title":"","body":"","author":["田中","山田"]})").authors ==
        std::vector<std::string>{"田中", "山田"});
  CHECK(document_from_json(R"({"id":"1","title":"","body":"","authors":"田中"})").authors ==
        std::vector<std::string>{"田中"});
  CHECK(document_from_json(R"({"id":"1","title":"","body":"","author":"","authors":null})")
            .authors.empty());
  CHECK(document_from_json(R"({"id":"1","title":"","body":"","topic":"a","topics":["a","b"]})")
            .topics == std::vector<std::string>{"a", "b"});
}

TEST_CASE("document: ids and years written as numbers") {
  const document d = document_from_json(R"({"id":17,"title":"","body":"","date":2025})");
  CHECK(d.id == "17");
  CHECK(d.date == "2025");
}

TEST_CASE("document: unknown keys are kept as they are, whatever their values") {
  const document d = document_from_json(
      R"({"id":"1","title":"","body":"","x":{"深い":[1,2.5,null,"\u0001"]},)"
      R"("y":true,"鍵":"値","z":null})");
  CHECK(d.attributes.at("x") == R"({"深い":[1,2.5,null,"\u0001"]})");
  CHECK(d.attributes.at("y") == "true");
  CHECK(d.attribute("鍵") == "値");
  CHECK(d.attributes.count("z") == 0);
}

TEST_CASE("document: JSON and back gives the same document") {
  test::random_source random(test::seed(20251110));
  for (int i = 0; i < 300; ++i) {
    document d = test::random_document(random, "id " + std::to_string(i));
    std::vector<std::string> topics;
    for (const std::string &topic : d.all_topics()) topics.push_back(topic);
    d.topics = topics;
    std::vector<std::string> authors;
    for (const std::string &author : d.authors)
      if (std::find(authors.begin(), authors.end(), author) == authors.end())
        authors.push_back(author);
    d.authors = authors;
    if (random.chance(50)) d.set_attribute("series", test::random_text(random, 3));
    if (random.chance(50)) d.attributes["number"] = "[1,{\"a\":2}]";
    if (random.chance(30)) d.path = "folder/" + d.id;
    const std::string json = to_json(d);
    CHECK(json.find('\n') == std::string::npos);
    const document again = document_from_json(json);
    CHECK(again.id == d.id);
    CHECK(again.title == d.title);
    CHECK(again.body == d.body);
    CHECK(again.authors == d.authors);
    CHECK(again.date == d.date);
    CHECK(again.topics == d.topics);
    CHECK(again.path == d.path);
    CHECK(again.attributes == d.attributes);
    CHECK(to_json(again) == json);
  }
}

TEST_CASE("document: an attribute is not written in place of a member of the same name, nor if it is not JSON") {
  document d;
  d.id = "1";
  d.title = "題";
  d.set_attribute("id", "2");
  d.set_attribute("authors", "a");
  d.attributes["bad"] = "{\"a\":";
  d.set_attribute_json("z", R"({"b":[1, 2.50],"a":null})");
  CHECK(to_json(d) == R"({"id":"1","title":"題","z":{"a":null,"b":[1,2.5]},"body":""})");
}

TEST_CASE("document: attributes are set, replaced and removed") {
  document d;
  d.set_attribute("a", "\"x\"\n");
  CHECK(d.attribute("a") == "\"x\"\n");
  CHECK(d.attributes.at("a") == R"("\"x\"\n")");
  d.set_attribute("a", "2");
  CHECK(d.attribute("a") == "2");
  CHECK(d.attributes.at("a") == "\"2\"");
  d.set_attribute("a", "");
  CHECK(d.attributes.empty());
}

TEST_CASE("document: dates name real days") {
  for (const char *good :
       {"2025", "0001", "9999", "2025-01", "2025-12", "2024-02-29", "2000-02-29", "2025-12-31"})
    CHECK_MESSAGE(is_date(good), good);
  for (const char *bad : {"",
                          "0000",
                          "25",
                          "2025-",
                          "2025-0",
                          "2025-00",
                          "2025-13",
                          "2025-1",
                          "2025-10-",
                          "2025-02-29",
                          "1900-02-29",
                          "2025-04-31",
                          "2025-10-00",
                          "2025-10-1",
                          "2025/10",
                          "2025-10-28 ",
                          " 2025",
                          "２０２５",
                          "2025-10-28T00:00",
                          "+025",
                          "-025",
                          "2025-+1"})
    CHECK_MESSAGE(!is_date(bad), bad);
}
