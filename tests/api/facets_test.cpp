// Filters and counts against a scan.
#include <doctest/doctest.h>

#include <libsearch/libsearch.hpp>

#include "corpus.hpp"
#include "oracle.hpp"
#include "page_check.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using test::everything_of;
using test::random_source;
using test::oracle::archive;
using test::oracle::entry;

namespace {

std::string random_range(random_source &random) {
  const auto date = [&] {
    std::string d;
    while (d.empty()) d = test::random_date(random);
    return d;
  };
  const std::size_t kind = random.below(5);
  if (kind < 2) return date();
  if (kind == 2) return date() + "..";
  if (kind == 3) return ".." + date();
  return date() + ".." + date();
}

filter random_declared_filter(random_source &random) {
  static const char *const fields[] = {"series", "section", "price", "published", "translator"};
  const std::string field = random.one_of(fields);
  if (random.chance(10)) return {field, ""};
  if (field == "published") return {field, random_range(random)};
  if (field == "section") return {field, test::random_topic(random)};
  if (field != "price") return {field, test::random_author(random)};
  const std::string number = test::random_number(random), other = test::random_number(random);
  const std::size_t kind = random.below(4);
  return {field, kind == 0   ? number
                 : kind == 1 ? number + ".."
                 : kind == 2 ? ".." + number
                             : number + ".." + other};
}

filter random_filter(random_source &random, bool declared = false) {
  if (declared && random.chance(50)) return random_declared_filter(random);
  const std::size_t kind = random.below(10);
  if (kind == 0) return {random.chance(50) ? "topic" : random.chance(50) ? "author" : "date", ""};
  if (kind == 1) return {random.chance(50) ? "topic" : "author", "いない"};
  if (kind < 5) return {"topic", test::random_topic(random)};
  if (kind < 8) return {"author", test::random_author(random)};
  return {"date", random_range(random)};
}

/// Checks one facet of a result against the counts of the scan.
void check_facet(const facet_result &facet, const facet_request &asked, std::size_t default_limit,
                 const std::map<std::string, std::size_t> &expected, const archive &truth,
                 const std::vector<filter> &filters) {
  const std::string name = asked.field.substr(0, asked.field.find(':'));
  CHECK((facet.field == asked.field || facet.field == name));
  const field_type type = truth.fields().find(name)->type;
  const bool is_date = type == field_type::date, is_name = !is_date && type != field_type::number;
  std::map<std::string, std::size_t> counted;
  for (const facet_value &value : facet.values) {
    CHECK(value.count > 0);
    const std::string key = is_name ? test::oracle::normalize(value.value) : value.value;
    CHECK(counted.emplace(key, value.count).second);
    if (is_name && !value.value.empty())
      CHECK(truth.commonest(facet.field, key).count(value.value) == 1);
    if (!is_date) {
      bool named = false;
      for (const filter &f : filters)
        if (f.field == facet.field)
          named |= is_name || f.value.empty() || key.empty()
                       ? test::oracle::normalize(f.value) == key
                       : test::oracle::number_in(f.value, std::stod(key));
      CHECK(value.selected == named);
    }
  }
  for (std::size_t i = 1; i < facet.values.size(); ++i) {
    const facet_value &a = facet.values[i - 1], &b = facet.values[i];
    CHECK_FALSE(a.value.empty());
    if (b.value.empty()) continue;
    if (is_date)
      CHECK(a.value > b.value);
    else
      CHECK((a.count > b.count ||
             (a.count == b.count &&
              (is_name ? a.value < b.value : std::stod(a.value) < std::stod(b.value)))));
  }
  const std::size_t limit = asked.limit ? asked.limit : default_limit;
  const std::size_t values = expected.size() - expected.count("");
  for (const auto &[value, count] : counted) {
    REQUIRE(expected.count(value) == 1);
    CHECK(expected.at(value) == count);
  }
  CHECK(counted.count("") == expected.count(""));
  CHECK(counted.size() - counted.count("") == (limit ? std::min(limit, values) : values));
  if (!is_date && limit && values > limit) {
    // What is left out is not more frequent than what is shown.
    std::size_t least = SIZE_MAX;
    for (const auto &[value, count] : counted)
      if (!value.empty()) least = std::min(least, count);
    for (const auto &[value, count] : expected)
      if (!value.empty() && counted.count(value) == 0) CHECK(count <= least);
  }
}

}  // namespace

TEST_CASE("facets: random queries, filters and limits give the hits and counts of a scan") {
  random_source random(test::seed(20251120));
  static const char *const queries[] = {"",       "の",   "資源",     "水素", "京都",
                                        "energy", "ガス", "について", "x",    "首脳会談"};
  static const char *const fields[] = {"topic",     "author",     "date",
                                       "date:year", "date:month", "date:day"};
  static const char *const declared[] = {"series",         "section",    "price",
                                         "published:year", "published",  "published:day",
                                         "translator"};
  for (int round = 0; round < 6; ++round) {
    test::temporary_folder folder;
    const std::string path = folder / "index";
    const bool with_fields = round > 1;
    archive truth(with_fields ? test::random_schema() : schema());
    const auto next = [&](int i) {
      document d = test::random_document(random, std::to_string(i));
      if (with_fields) test::add_random_fields(random, d);
      return d;
    };
    {
      index_writer writer(path);
      writer.set_schema(truth.fields());
      for (int i = 0; i < 60; ++i) {
        const document d = next(i);
        writer.put(d);
        truth.put(d);
      }
      writer.commit();
    }
    if (round % 2) {
      index_writer writer(path);
      for (int i = 50; i < 75; ++i) {
        const document d = next(i);
        writer.put(d);
        truth.put(d);
      }
      for (int i = 0; i < 10; ++i) {
        writer.remove(std::to_string(i));
        truth.remove(std::to_string(i));
      }
      writer.commit();
    }
    index searched(path);
    static const int rounds = std::stoi(test::environment("LIBSEARCH_TEST_ROUNDS", "100"));
    for (int i = 0; i < rounds; ++i) {
      std::string query = random.one_of(queries);
      search_request request = everything_of(query, match_mode::all);
      if (random.chance(40)) {
        // Any piece of a document, as a tree: what stands in it is no operator.
        const auto from = std::next(truth.entries().begin(), static_cast<std::ptrdiff_t>(random.below(truth.size())));
        const std::string piece = random.cut(from->second.given.body, 6);
        if (!test::oracle::normalize(piece).empty()) {
          query = piece;
          request.tree = test::leaf(query_op::phrase, piece);
        }
      }
      if (random.chance(50)) request.total = total_mode::bounded;
      for (std::size_t n = random.below(4); n > 0; --n)
        request.filters.push_back(random_filter(random, with_fields));
      std::string said = query;
      for (const filter &f : request.filters) said += " " + f.field + "=" + f.value;
      for (std::size_t n = random.below(5); n > 0; --n) {
        const std::string field = with_fields && random.chance(50) ? random.one_of(declared) : random.one_of(fields);
        if (std::any_of(request.facets.begin(), request.facets.end(),
                        [&](const auto &f) { return f.field == field; }))
          continue;
        request.facets.push_back({field, random.chance(30) ? 1 + random.below(6) : 0});
        said += " facet " + request.facets.back().field;
      }
      request.facet_limit = random.below(4) * 3;
      CAPTURE(said);
      const std::string normalized = test::oracle::normalize(query);
      const auto judge = [&](const entry &e) { return e.holds(normalized); };
      const auto expected =
          truth.find([&](const entry &e) { return judge(e) && e.passes(request.filters); });

      const search_results results = searched.search(request);
      CHECK(test::ids_of(results) == expected);
      CHECK(results.total.value == expected.size());
      REQUIRE(results.facets.size() == request.facets.size());
      for (std::size_t f = 0; f < request.facets.size(); ++f)
        check_facet(results.facets[f], request.facets[f], request.facet_limit,
                    truth.counts(request.facets[f].field == results.facets[f].field && !results.facets[f].unit.empty() && request.facets[f].field.find(':') == std::string::npos
                                     ? request.facets[f].field + ":" + results.facets[f].unit
                                                                   : request.facets[f].field,
                                 judge, request.filters),
                    truth,
                    request.filters);

      // Neither how many hits are shown nor their order changes what is counted.
      request.limit = random.below(3);
      request.offset = random.below(5);
      request.sort = random.chance(50) ? sort_order::date : sort_order::title;
      const search_results page = searched.search(request);
      CHECK(page.total.value == expected.size());
      REQUIRE(page.facets.size() == results.facets.size());
      for (std::size_t f = 0; f < page.facets.size(); ++f) {
        REQUIRE(page.facets[f].values.size() == results.facets[f].values.size());
        for (std::size_t v = 0; v < page.facets[f].values.size(); ++v) {
          CHECK(page.facets[f].values[v].value == results.facets[f].values[v].value);
          CHECK(page.facets[f].values[v].count == results.facets[f].values[v].count);
        }
      }

      static const char *const orders[] = {"relevance", "date", "-date", "title", "price", "-price", "-published", "series"};
      sort_by(request, orders[random.below(with_fields ? 8 : 4)]);
      request.limit = 1000000;
      request.offset = 0;
      const search_results sorted = searched.search(request);
      CHECK(test::ids_of(sorted) == expected);
      if (request.sort_field == "price")
        test::check_number_order(sorted, truth, "price", request.sort == sort_order::field_descending);
      static const char *const collapsible[] = {"author", "series", "translator"};
      const std::string by = collapsible[random.below(with_fields ? 3 : 1)];
      if (random.chance(50)) test::check_collapsed(searched, truth, request, by, expected);
      if (random.chance(50)) request.collapse = by;
      test::check_cursors(searched, request, 1 + random.below(9));
    }
  }
}

TEST_CASE("facets: topic:, author: and date: in a query") {
  random_source random(test::seed(20251121));
  test::temporary_folder folder;
  archive truth;
  std::vector<document> documents;
  for (int i = 0; i < 60; ++i)
    documents.push_back(test::random_document(random, std::to_string(i)));
  for (const document &d : documents) truth.put(d);
  test::put_all(folder / "index", documents);
  index searched(folder / "index");
  for (int i = 0; i < 100; ++i) {
    const std::string topic = test::random_topic(random), range = random_range(random);
    const auto in_topic = [&](const entry &e) { return e.passes({"topic", topic}); };
    const auto in_range = [&](const entry &e) { return e.passes({"date", range}); };
    CAPTURE(topic);
    CAPTURE(range);
    CHECK(test::ids_of(searched.search(everything_of("topic:" + topic, match_mode::all))) ==
          truth.find(in_topic));
    CHECK(test::ids_of(searched.search(everything_of("date:" + range, match_mode::all))) ==
          truth.find(in_range));
    CHECK(test::ids_of(searched.search(
              everything_of("topic:" + topic + " -date:" + range, match_mode::all))) ==
          truth.find([&](const entry &e) { return in_topic(e) && !in_range(e); }));
    CHECK(test::ids_of(searched.search(everything_of("の OR topic:" + topic, match_mode::all))) ==
          truth.find([&](const entry &e) { return in_topic(e) || e.holds("の"); }));
    const std::string id = std::to_string(random.below(80));
    CHECK(test::ids_of(searched.search(everything_of("id:" + id, match_mode::all))) ==
          truth.find([&](const entry &e) { return e.given.id == id; }));
  }
}

TEST_CASE("facets: a topic's count includes its children, each document once") {
  test::temporary_folder folder;
  document a = test::make_document("a", "", "水"), b = a, c = a;
  a.topics = {"資源/石油", "資源/ガス"};
  b.id = "b";
  b.topics = {"資源"};
  c.id = "c";
  test::put_all(folder / "index", {a, b, c});
  index searched(folder / "index");
  search_request request;
  request.facets = {{"topic", 0}};
  const auto values = searched.search(request).facets.at(0).values;
  REQUIRE(values.size() == 4);
  CHECK(values[0].value == "資源");
  CHECK(values[0].count == 2);
  CHECK(values[1].value == "資源/ガス");
  CHECK(values[2].value == "資源/石油");
  CHECK(values[3].value == "");
  CHECK(values[3].count == 1);
}

TEST_CASE("facets: a slash in front of a topic makes no value without a name") {
  test::temporary_folder folder;
  document d = test::make_document("a", "", "水");
  d.topics = {"/資源"};
  test::put_all(folder / "index", {d});
  index searched(folder / "index");
  search_request request;
  request.facets = {{"topic", 0}};
  const search_results results = searched.search(request);
  for (const facet_value &value : results.facets.at(0).values) CHECK_FALSE(value.value.empty());
}

TEST_CASE("facets: asking for a facet changes no hit, also where a query is relaxed") {
  test::temporary_folder folder;
  std::vector<document> documents;
  for (int i = 0; i < 6; ++i) {
    documents.push_back(test::make_document(std::to_string(i), "",
                                            i % 2 ? "水素の輸出について" : "水素と石油の輸出量"));
    documents.back().topics = {i < 3 ? "資源" : "経済"};
    documents.back().authors = {i < 3 ? "山田" : "田中"};
  }
  documents.push_back(test::make_document("exact", "", "水素輸出"));
  documents.back().topics = {"経済"};
  test::put_all(folder / "index", documents);
  index searched(folder / "index");
  for (const std::string query : {"水素輸出", "水素 輸出", "石油 輸出について", "水素"})
    for (const std::vector<filter> &filters : {std::vector<filter>{},
                                               {{"topic", "資源"}},
                                               {{"author", "田中"}},
                                               {{"topic", "資源"}, {"author", "田中"}}}) {
      search_request request;
      request.query = query;
      request.filters = filters;
      const search_results plain = searched.search(request);
      request.facets = {{"topic", 0}, {"author", 0}};
      const search_results counted = searched.search(request);
      CAPTURE(query);
      CAPTURE(filters.size());
      CHECK(test::ids_of(counted) == test::ids_of(plain));
      CHECK(counted.matched == plain.matched);
      CHECK(counted.total.value == plain.total.value);
    }
}

TEST_CASE("facets: a field that does not exist is refused by name") {
  test::temporary_folder folder;
  test::put_all(folder / "index", {test::make_document("a", "", "水")});
  index searched(folder / "index");
  for (const char *name : {"colour", "", "date:week", "topic:year", "Topic", "title"}) {
    search_request request;
    request.facets = {{name, 0}};
    const auto ask = [&] { searched.search(request); };
    CHECK(test::thrown_by(ask) == "invalid_argument");
    CHECK(test::message_of(ask).find('"' + std::string(name)) != std::string::npos);
  }
  for (const filter &wanted : {filter{"colour", "x"},
                               {"", "x"},
                               {"date", "someday"},
                               {"date", "2025-13"},
                               {"date", ".."}}) {
    search_request request;
    request.filters = {wanted};
    CHECK(test::thrown_by([&] { searched.search(request); }) == "invalid_argument");
  }
}

TEST_CASE("facets: sorted by date or title, the order is that of the scan") {
  random_source random(test::seed(20251122));
  test::temporary_folder folder;
  std::vector<document> documents;
  for (int i = 0; i < 80; ++i)
    documents.push_back(test::random_document(random, std::to_string(i)));
  test::put_all(folder / "index", documents);
  index searched(folder / "index");
  using key = std::pair<std::string, std::string>;
  const auto expected = [&](sort_order order) {
    std::vector<key> keys;
    for (const document &d : documents) {
      const bool date = order != sort_order::title;
      if (!date) {
        const std::string title = test::oracle::normalize(d.title);
        keys.push_back({title.empty() ? "\xFF" : title, d.id});
        continue;
      }
      std::string day = d.date.empty()              ? ""
                        : order == sort_order::date ? test::oracle::days_of(d.date).first
                                                    : test::oracle::days_of(d.date).last;
      if (order == sort_order::date && day.empty()) day = "9999-99";
      keys.push_back({day, d.id});
    }
    std::sort(keys.begin(), keys.end(), [&](const key &a, const key &b) {
      if (a.first != b.first)
        return order == sort_order::date_descending ? a.first > b.first : a.first < b.first;
      return a.second < b.second;
    });
    std::vector<std::string> ids;
    for (const key &k : keys) ids.push_back(k.second);
    return ids;
  };
  for (const sort_order order :
       {sort_order::date, sort_order::date_descending, sort_order::title}) {
    search_request request = everything_of("", match_mode::all);
    request.sort = order;
    const auto whole = test::listed_ids(searched.search(request));
    if (order != sort_order::title)
      CHECK(whole == expected(order));
    else
      CHECK(std::set<std::string>(whole.begin(), whole.end()).size() == whole.size());
    // Pages are windows of the whole.
    for (std::size_t offset = 0; offset < 90; offset += 7) {
      request.limit = 7;
      request.offset = offset;
      const auto page = test::listed_ids(searched.search(request));
      const auto from = whole.begin() + static_cast<std::ptrdiff_t>(std::min(offset, whole.size()));
      const auto to =
          whole.begin() + static_cast<std::ptrdiff_t>(std::min(offset + 7, whole.size()));
      CHECK(page == std::vector<std::string>(from, to));
    }
  }
}

TEST_CASE("facets: pages by relevance do not overlap and leave nothing out") {
  random_source random(test::seed(20251123));
  test::temporary_folder folder;
  std::vector<document> documents;
  for (int i = 0; i < 150; ++i)
    documents.push_back(test::random_document(random, std::to_string(i)));
  test::put_all(folder / "index", documents);
  index searched(folder / "index");
  for (const char *query : {"", "の", "資源", "energy", "水"}) {
    search_request request = everything_of(query, match_mode::all, true);
    const auto whole = test::ids_of(searched.search(request));
    std::set<std::string> paged;
    std::size_t listed = 0;
    request.limit = 10;
    for (request.offset = 0; request.offset < 160; request.offset += 10)
      for (const std::string &id : test::listed_ids(searched.search(request))) {
        paged.insert(id);
        ++listed;
      }
    CAPTURE(query);
    CHECK(paged == whole);
    CHECK(listed == whole.size());
  }
}

TEST_CASE("facets: no limit at all, from any offset, is every hit that is left") {
  test::temporary_folder folder;
  std::vector<document> documents;
  for (int i = 0; i < 70; ++i)
    documents.push_back(test::make_document(std::to_string(i), "", "水"));
  test::put_all(folder / "index", documents);
  index searched(folder / "index");
  for (const sort_order order : {sort_order::relevance, sort_order::date, sort_order::title}) {
    search_request request = everything_of("水", match_mode::all);
    request.sort = order;
    request.limit = SIZE_MAX;
    request.offset = 1;
    CHECK(searched.search(request).hits.size() == 69);
  }
}
