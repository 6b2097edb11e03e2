// What is typed character by character finds what each string finds by itself: sets that are kept between searches
// shorten the way and change nothing.
#include <doctest/doctest.h>

#include <libsearch/index.hpp>

#include "corpus.hpp"
#include "oracle.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;

namespace {

/// Beginnings of a text, now and then with a character taken back, and the text once more.
std::vector<std::string> strokes_of(test::random_source &random, const std::string &text) {
  std::vector<std::string> strokes;
  std::string typed;
  for (const std::string &c : test::characters(text)) {
    strokes.push_back(typed += c);
    if (strokes.size() > 1 && random.chance(10)) strokes.push_back(strokes[strokes.size() - 2]);
  }
  strokes.push_back(text);
  return strokes;
}

std::string answer(libsearch::index &searched, const search_request &request) {
  const search_results found = searched.search(request);
  std::string text = found.matched + " " + std::to_string(found.total.value) + ":";
  for (const hit &h : found.hits) text += " " + h.id + "=" + h.snippet.text;
  for (const facet_result &facet : found.facets)
    for (const facet_value &value : facet.values) text += " " + value.value + "=" + std::to_string(value.count);
  for (const std::string &suggestion : found.suggestions) text += " " + suggestion;
  return text;
}

}  // namespace

TEST_CASE("typing: each key stroke finds what the string finds in an index just opened, through commits") {
  test::random_source random(test::seed(74));
  for (const char *analyzer : {"hybrid", "ngram"}) {
    test::temporary_folder folder;
    const std::string path = folder / "index";
    writer_options options;
    options.analyzer = analyzer;
    test::oracle::archive truth;
    std::vector<std::unique_ptr<libsearch::index>> typing;
    for (int commit = 0; commit < 3; ++commit) {
      {
        index_writer writer(path, options);
        for (int i = 0; i < 25; ++i) {
          const document d = test::random_document(random, std::to_string(random.below(45)));
          writer.put(d);
          truth.put(d);
        }
        writer.commit();
      }
      if (typing.empty())
        for (const std::size_t room : {std::size_t{64} << 20, std::size_t{20000}, std::size_t{0}}) {
          index_options reading;
          reading.text_cache = room;
          typing.push_back(std::make_unique<libsearch::index>(path, reading));
        }
      std::vector<std::string> texts;
      for (const auto &[id, entry] : truth.entries())
        for (const std::string_view text : entry.texts()) texts.emplace_back(text);
      for (int i = 0; i < 12; ++i) {
        std::string text = random.cut(random.one_of(texts), 8);
        if (random.chance(30)) text += " " + random.cut(random.one_of(texts), 3);
        for (const std::string &stroke : strokes_of(random, text)) {
          CAPTURE(stroke);
          const auto expected = truth.find([&](const auto &e) { return e.holds(test::oracle::normalize(stroke)); });
          search_request wide;
          wide.query = stroke;
          wide.facets = {{"topic", 0}, {"author", 0}};
          if (random.chance(20)) wide.filters = {{"author", "田中"}};
          libsearch::index fresh(path);
          const std::string alone = answer(fresh, wide);
          for (const auto &index : typing) {
            CHECK(test::ids_of(index->search(test::everything_of(stroke, match_mode::phrase))) == expected);
            CHECK(answer(*index, wide) == alone);
          }
        }
      }
    }
  }
}
