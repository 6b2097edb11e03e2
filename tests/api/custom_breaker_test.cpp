// A user's own word breaks: whatever they are, the same documents are found; and an index keeps to its breaker.
#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <libsearch/libsearch.hpp>

#include "corpus.hpp"
#include "mecab.hpp"
#include "oracle_check.hpp"
#include "searching.hpp"
#include "support.hpp"
#include "writer_states.hpp"

using namespace libsearch;
using test::everything_of;
using test::make_document;
using test::message_of;
using test::thrown_by;

namespace {

/// Cuts each text at places of its own: one in `often` behind each character (0 = none).
class random_breaker final : public word_breaker {
 public:
  random_breaker(std::uint64_t seed, unsigned often, std::string name = "random/1")
      : seed_(seed), often_(often), name_(std::move(name)) {}

  std::string name() const override { return name_; }
  std::unique_ptr<word_breaker> clone() const override { return std::make_unique<random_breaker>(*this); }

  void append_word_ends(std::string_view text, std::vector<std::size_t> &ends) override {
    std::uint64_t hash = seed_;
    for (std::size_t at = 0; at < text.size(); ++at) {
      hash = (hash ^ static_cast<unsigned char>(text[at])) * 0x9E3779B97F4A7C15u;
      hash ^= hash >> 29;
      const bool character_ends = at + 1 == text.size() || (static_cast<unsigned char>(text[at + 1]) & 0xC0) != 0x80;
      if (often_ && character_ends && hash % often_ == 0) ends.push_back(at + 1);
    }
  }

 private:
  std::uint64_t seed_;
  unsigned often_;
  std::string name_;
};

/// Cuts where it is told: the ends of each text.
class told_breaker final : public word_breaker {
 public:
  explicit told_breaker(std::vector<std::size_t> ends, std::string name = "told") : ends_(std::move(ends)), name_(name) {}
  std::string name() const override { return name_; }
  std::unique_ptr<word_breaker> clone() const override { return std::make_unique<told_breaker>(*this); }
  void append_word_ends(std::string_view, std::vector<std::size_t> &ends) override {
    ends.insert(ends.end(), ends_.begin(), ends_.end());
  }

 private:
  std::vector<std::size_t> ends_;
  std::string name_;
};

/// Fails in texts that hold a string.
class failing_breaker final : public word_breaker {
 public:
  std::string name() const override { return "failing"; }
  std::unique_ptr<word_breaker> clone() const override { return std::make_unique<failing_breaker>(); }
  void append_word_ends(std::string_view text, std::vector<std::size_t> &) override {
    if (text.find("故障") != std::string_view::npos) throw std::runtime_error("the breaker failed");
  }
};

std::shared_ptr<const word_breaker> random_of(std::uint64_t seed, unsigned often, const std::string &name = "random/1") {
  return std::make_shared<random_breaker>(seed, often, name);
}

writer_options writing_with(std::shared_ptr<const word_breaker> breaker) {
  writer_options options;
  options.breaker = std::move(breaker);
  options.threads = 3;
  options.durable = false;
  return options;
}

index_options reading_with(std::shared_ptr<const word_breaker> breaker) {
  index_options options;
  options.breaker = std::move(breaker);
  return options;
}

/// The words of a text as an analyzer tells them.
std::vector<std::string> words_of(const analyzer_options &options, const std::string &text) {
  std::vector<std::string> words;
  for (const token &t : analyzer(options).analyze(text))
    if (t.kind == token_kind::word) words.push_back(t.text);
  return words;
}

analyzer_options telling(std::vector<std::size_t> ends) {
  analyzer_options options;
  options.breaker = std::make_shared<told_breaker>(std::move(ends));
  return options;
}

void check_all(index &searched, const test::oracle::archive &truth, test::random_source &random, int count) {
  for (int i = 0; i < count; ++i) {
    const std::string text = test::oracle::random_string(truth, random);
    test::oracle::check(searched, everything_of(text, match_mode::phrase), truth.holding(text));
    search_request request = everything_of("", match_mode::all);
    query_node tree;
    tree.op = random.chance(50) ? query_op::all_of : query_op::any_of;
    for (std::size_t n = 1 + random.below(3); n > 0; --n)
      tree.children.push_back(test::leaf(query_op::text, test::oracle::random_string(truth, random, 8)));
    request.tree = tree;
    test::oracle::check(searched, request, truth.matching(tree));
  }
}

}  // namespace

TEST_CASE("breaker: words end where it says, inside Japanese script only") {
  // 東京都に and so on have three bytes a character.
  CHECK(words_of(telling({6, 9}), "東京都に") == std::vector<std::string>{"東京", "都", "に"});
  CHECK(words_of(telling({}), "東京都に") == std::vector<std::string>{"東京都に"});
  CHECK(words_of(telling({12}), "東京都に") == std::vector<std::string>{"東京都に"});
  CHECK(words_of(telling({1, 2, 5}), "ab東京") == std::vector<std::string>{"ab", "東", "京"});
  CHECK(words_of(telling({4}), "𠮷野") == std::vector<std::string>{"𠮷", "野"});
  CHECK(words_of(telling({3, 3}), "東京") == std::vector<std::string>{"東", "京"});
  CHECK(words_of(telling({}), std::string("、東京。")) == std::vector<std::string>{"東京"});
  CHECK(analyzer(telling({})).fingerprint().find(" custom/told ") != std::string::npos);
}

TEST_CASE("breaker: ends that are none are refused, with its name") {
  for (const std::vector<std::size_t> &ends : {std::vector<std::size_t>{1}, {6, 3}, {7}, {100}}) {
    CHECK(thrown_by([&] { words_of(telling(ends), "東京"); }) == "invalid_argument");
    CHECK(message_of([&] { words_of(telling(ends), "東京"); }).find("\"told\" gave") != std::string::npos);
  }
}

TEST_CASE("breaker: names, and what it does not go with, are refused") {
  analyzer_options options;
  for (const std::string &name : {std::string(), std::string("a b"), std::string("語"), std::string(101, 'a')}) {
    options.breaker = std::make_shared<told_breaker>(std::vector<std::size_t>{}, name);
    CHECK(thrown_by([&] { analyzer{options}; }) == "invalid_argument");
  }
  options.breaker = random_of(1, 2);
  options.name = "ngram";
  CHECK(thrown_by([&] { analyzer{options}; }) == "invalid_argument");
  options.name = "hybrid";
  options.dictionary = "icu";
  CHECK(thrown_by([&] { analyzer{options}; }) == "invalid_argument");

  const test::temporary_folder folder;
  writer_options writing = writing_with(random_of(1, 2));
  writing.analyzer = "ngram";
  CHECK(thrown_by([&] { index_writer(folder / "i", writing); }) == "invalid_argument");
  writing = writing_with(random_of(1, 2));
  writing.dictionary = "mecab";
  CHECK(thrown_by([&] { index_writer(folder / "i", writing); }) == "invalid_argument");
  CHECK(test::names_in(folder.path()).empty());
}

TEST_CASE("breaker: any cutting finds exactly the documents that a scan finds, through updates") {
  const std::uint64_t seed = test::seed(74205);
  for (const unsigned often : {0u, 1u, 2u, 3u, 7u}) {
    CAPTURE(often);
    test::random_source random(seed + often);
    const test::temporary_folder folder;
    const auto breaker = random_of(seed + often, often);
    test::oracle::archive truth;
    const auto put = [&](index_writer &writer, const std::string &id) {
      const document d = test::random_document(random, id);
      writer.put(d);
      truth.put(d);
    };
    {
      index_writer writer(folder / "i", writing_with(breaker));
      for (int i = 0; i < 60; ++i) put(writer, std::to_string(i));
      writer.commit();
    }
    index searched(folder / "i", reading_with(breaker));
    check_all(searched, truth, random, 40);
    for (int round = 0; round < 4; ++round) {
      index_writer writer(folder / "i", writing_with(breaker));
      // Words that cut across those of the breaker, in documents that are there and in those that come.
      if (round == 1) writer.set_user_dictionary("資源\t\t\n首脳会談が\t\t\nガスガス\t\t\n");
      if (round == 3) writer.set_user_dictionary("脳会\t\t\n");
      for (int n = 0; n < 8; ++n) {
        const std::string id = std::to_string(random.below(70));
        if (random.chance(30)) {
          writer.remove(id);
          truth.remove(id);
        } else {
          put(writer, id);
        }
      }
      writer.commit();
      check_all(searched, truth, random, 20);
    }
    CHECK(check_index(folder / "i", reading_with(breaker)).empty());
    compact_index(folder / "i");
    check_all(searched, truth, random, 20);
    // Everything that cuts texts for other reasons has to live with it, too.
    for (int i = 0; i < 20; ++i) {
      const std::string text = test::oracle::random_string(truth, random);
      searched.suggest(text);
      searched.similar_to_text(text);
      search_request request;
      request.query = text;
      request.facets = {{"topic"}};
      for (const hit &h : searched.search(request).hits) CHECK(h.score >= 0);
    }
  }
}

TEST_CASE("breaker: an index opens only with the breaker it was made with, and says which") {
  const test::temporary_folder folder;
  const std::string path = folder / "i";
  test::put_all(path, {make_document("a", "", "首脳会談")}, writing_with(random_of(1, 2, "mine/1")));

  for (const auto &wrong : {std::shared_ptr<const word_breaker>(), random_of(1, 2, "mine/2")}) {
    const auto open = [&] { index(path, reading_with(wrong)); };
    CHECK(thrown_by(open) == "analyzer_mismatch");
    CHECK(message_of(open).find("\"mine/1\"") != std::string::npos);
  }
  const auto write = [&] { index_writer{path}; };
  CHECK(thrown_by(write) == "analyzer_mismatch");
  CHECK(message_of(write).find("\"mine/1\"") != std::string::npos);
  writer_options rebuilding;
  rebuilding.rebuild = true;
  CHECK(thrown_by([&] { index_writer(path, rebuilding); }) == "analyzer_mismatch");
  const auto findings = check_index(path);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message.find("\"mine/1\"") != std::string::npos);
  // The name is what counts, and nothing was changed by those who failed.
  index searched(path, reading_with(random_of(9, 5, "mine/1")));
  CHECK(searched.search(everything_of("脳会", match_mode::phrase)).total.value == 1);

  test::put_all(folder / "icu", {make_document("a", "", "首脳会談")});
  const auto open = [&] { index(folder / "icu", reading_with(random_of(1, 2))); };
  CHECK(thrown_by(open) == "analyzer_mismatch");
  CHECK(message_of(open).find("\"icu\"") != std::string::npos);
}

TEST_CASE("breaker: a writer with another breaker or a dictionary cuts all documents anew") {
  const test::temporary_folder folder;
  const std::string path = folder / "i";
  const std::string text = "日米首脳会談が開かれた。";
  test::put_all(path, {make_document("a", "", text), make_document("b", "", "別の文")});
  const auto first = random_of(3, 2, "mine/1"), second = random_of(4, 3, "mine/2");
  for (const auto &breaker : {first, second}) {
    index_writer writer(path, writing_with(breaker));
    writer.put(make_document("c", "", text));
    writer.commit();
    CHECK(writer.reanalyzed() >= 2);
    index searched(path, reading_with(breaker));
    CHECK(searched.search(everything_of("脳会", match_mode::phrase)).total.value == 2);
    CHECK(searched.statistics().analyzer.find("custom/" + breaker->name()) != std::string::npos);
    CHECK(check_index(path, reading_with(breaker)).empty());
  }
  writer_options options;
  options.dictionary = "icu";
  {
    index_writer writer(path, options);
    writer.remove("b");
    writer.commit();
  }
  index searched(path);
  CHECK(searched.search(everything_of("脳会", match_mode::phrase)).total.value == 2);
  CHECK(check_index(path).empty());
}

TEST_CASE("breaker: rebuilt with it or with a dictionary, an index is what it was") {
  const test::temporary_folder folder;
  const std::string path = folder / "i";
  test::put_all(path, {make_document("a", "", "首脳会談")}, writing_with(random_of(1, 2)));
  writer_options options = writing_with(random_of(1, 2));
  options.rebuild = true;
  test::put_all(path, {make_document("b", "", "首脳会談")}, options);
  CHECK(index(path, reading_with(random_of(1, 2))).get("b"));
  options.breaker.reset();
  options.dictionary = "icu";
  test::put_all(path, {make_document("c", "", "首脳会談")}, options);
  CHECK(index(path).get("c"));
}

TEST_CASE("breaker: its exception comes out of put() or commit(), and what was committed stays") {
  const test::temporary_folder folder;
  const std::string path = folder / "i";
  const auto breaker = std::make_shared<failing_breaker>();
  test::put_all(path, {make_document("a", "", "首脳会談")}, writing_with(breaker));
  {
    index_writer writer(path, writing_with(breaker));
    CHECK_THROWS_WITH(writer.put(make_document("b", "", "故障")), "the breaker failed");
    writer.put(make_document("c", "", "会談"));
    writer.commit();
  }
  index searched(path, reading_with(breaker));
  CHECK(test::ids_of(searched.search(everything_of("会談", match_mode::phrase))) == std::set<std::string>{"a", "c"});
  CHECK_THROWS_WITH(
      [&] {
        index_writer writer(folder / "j", writing_with(breaker));
        writer.put(make_document("b", "", "故障"));
        writer.commit();
      }(),
      "the breaker failed");
}

TEST_CASE("breaker: an index in memory is cut by it") {
  memory_index_options options;
  options.writing = writing_with(std::make_shared<told_breaker>(std::vector<std::size_t>{6}));
  const memory_index notes(options);
  index_writer writer = notes.writer();
  writer.put(make_document("a", "東京都", "東京都"));
  writer.commit();
  CHECK(thrown_by([&] { notes.reader(); }) == "analyzer_mismatch");
  index reader = notes.reader(reading_with(options.writing.breaker));
  CHECK(reader.search(everything_of("京都", match_mode::phrase)).total.value == 1);
  CHECK(reader.statistics().words == 2);
}
