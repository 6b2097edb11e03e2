// Memory that runs out while JSON is read or written: what was made of it by then is freed without asking for more.
#include <cstring>
#include <filesystem>
#include <string>

#include "shortage.hpp"
#include "support.hpp"

using test::fail_at_each_allocation;
using test::losing;

namespace {

constexpr char schema_json[] =
    R"({"fields":[{"name":"series","type":"keyword","facet":true,"hierarchical":true},)"
    R"({"name":"abstract","type":"text","analyzer":"hybrid"},{"name":"volume","type":"number","lenient":true},)"
    R"({"name":"published","type":"date"}]})";
constexpr char record_json[] =
    R"({"id":7,"title":"蓄電池の値段","body":"蓄電池の値段が下がる。","authors":["青海 透","a name that is longer than fits"],)"
    R"("topic":"電力/蓄電池","date":"2024-01","path":"a/7.txt","series":["叢書/一","叢書/二"],"abstract":"値段について",)"
    R"("volume":12.5,"published":"2024","notes":{"deep":[[1,-2,[]],{"a":{"b":[null,true,{}]}},"a text that is longer than fits"]},)"
    R"("paths":["a/7.txt","b/a-longer-path-to-the-same-text.txt"]})";
constexpr char options_json[] =
    R"({"limit":5,"offset":0,"after":"","sort":"relevance","collapse":"author","match":"any","variants":true,)"
    R"("variants_off":["kana"],"filters":[["topic","電力"],["date","2020..2025"],["topic","a longer value than fits"]],)"
    R"("facets":["topic","author","date:year","series"],"facet_limit":3,"facet_sort":"value","total":"exact",)"
    R"("max_candidates":1000,"snippet_length":40,"mark_tags":["<strong class=found>","</strong>"],"timeout":100000,)"
    R"("explain":true})";

/// What is refused is as it should be; another status is told as it is.
libsearch_status refused(libsearch_status status, libsearch_status wanted, libsearch_error **error) {
  if (status != wanted) return status == LIBSEARCH_OK ? LIBSEARCH_INTERNAL : status;
  if (error) {
    libsearch_error_free(*error);
    *error = nullptr;
  }
  return LIBSEARCH_OK;
}

libsearch_status put(const std::string &path, libsearch_error **error) {
  libsearch_status status = LIBSEARCH_OK;
  libsearch_schema *schema = nullptr;
  libsearch_writer *writer = nullptr;
  TRY(libsearch_schema_from_json(LITERAL(schema_json), &schema, error));
  TRY(libsearch_writer_open(path.c_str(), &writer, error));
  TRY(libsearch_writer_set_schema(writer, schema, error));
  TRY(libsearch_writer_put_json(writer, LITERAL(record_json), error));
  TRY(libsearch_writer_commit(writer, error));
  libsearch_writer_free(writer);
  libsearch_schema_free(schema);
  return status;
}

}  // namespace

TEST_CASE("out of memory: a schema as JSON") {
  fail_at_each_allocation(losing::nothing, [] {}, [](libsearch_error **error) {
    libsearch_status status = LIBSEARCH_OK;
    libsearch_schema *schema = nullptr, *none = nullptr;
    libsearch_string *json = nullptr;
    TRY(libsearch_schema_from_json(LITERAL(schema_json), &schema, error));
    TRY(libsearch_schema_to_json(schema, &json, error));
    TRY(refused(libsearch_schema_from_json(LITERAL(R"({"fields":[{"name":"a"},{"name":["b"])"), &none, error),
                LIBSEARCH_MALFORMED, error));
    TRY(refused(libsearch_schema_from_json(LITERAL(R"({"fields":[{"name":"a","type":"keyword"},{"name":["b"]}]})"), &none, error),
                LIBSEARCH_INVALID_ARGUMENT, error));
    libsearch_schema_free(schema);
    libsearch_string_free(json);
    return status;
  });
}

TEST_CASE("out of memory: a document as JSON") {
  fail_at_each_allocation(losing::nothing, [] {}, [](libsearch_error **error) {
    libsearch_status status = LIBSEARCH_OK;
    libsearch_document *document = nullptr, *none = nullptr;
    libsearch_string *json = nullptr;
    TRY(libsearch_document_from_json(LITERAL(record_json), &document, error));
    TRY(libsearch_document_set_attribute(document, LITERAL("more"), LITERAL(R"([{"a":[1,{"b":[]}]},2.5])"), error));
    TRY(libsearch_document_set_attribute_text(document, LITERAL("text"), LITERAL("a \"text\" that is longer than fits"), error));
    TRY(libsearch_document_set_attribute_number(document, LITERAL("number"), 0.1, error));
    TRY(libsearch_document_to_json(document, &json, error));
    TRY(refused(libsearch_document_from_json(LITERAL(R"({"id":"a","notes":[{"b":[1]},)"), &none, error), LIBSEARCH_MALFORMED, error));
    TRY(refused(libsearch_document_from_json(LITERAL(R"({"id":"a","title":{"b":[1,[2]]},"body":""})"), &none, error),
                LIBSEARCH_INVALID_ARGUMENT, error));
    libsearch_document_free(document);
    libsearch_string_free(json);
    return status;
  });
}

TEST_CASE("out of memory: a request as JSON") {
  fail_at_each_allocation(losing::nothing, [] {}, [](libsearch_error **error) {
    libsearch_status status = LIBSEARCH_OK;
    libsearch_request *request = nullptr, *none = nullptr;
    TRY(libsearch_request_from_json(LITERAL(options_json), &request, error));
    TRY(refused(libsearch_request_from_json(LITERAL(R"({"filters":[["a","b"],["c")"), &none, error), LIBSEARCH_MALFORMED, error));
    TRY(refused(libsearch_request_from_json(LITERAL(R"({"filters":[["a","b"],["c",{"d":[1]}]]})"), &none, error),
                LIBSEARCH_INVALID_ARGUMENT, error));
    TRY(refused(libsearch_request_from_json(LITERAL(R"({"facets":["a"],"unknown":[[1],{"d":[1]}]})"), &none, error),
                LIBSEARCH_INVALID_ARGUMENT, error));
    libsearch_request_free(request);
    return status;
  });
}

TEST_CASE("out of memory: answers as JSON") {
  test::temporary_folder folder;
  const std::string path = folder / "i.idx";
  REQUIRE(put(path, nullptr) == LIBSEARCH_OK);
  fail_at_each_allocation(losing::xapian, [] {}, [&](libsearch_error **error) {
    libsearch_status status = LIBSEARCH_OK;
    libsearch_index *index = nullptr;
    libsearch_request *request = nullptr;
    libsearch_results *results = nullptr;
    enum { found, listed, alike, alike_text, typed, shown, figures, checked, cut, all };
    libsearch_string *json[all] = {};
    TRY(libsearch_index_open(path.c_str(), &index, error));
    TRY(libsearch_search_json(index, LITERAL("蓄電池"), LITERAL(options_json), &json[found], error));
    TRY(libsearch_request_from_json(LITERAL(options_json), &request, error));
    TRY(libsearch_request_set_query(request, LITERAL("蓄電地 (水素 OR"), error));
    TRY(libsearch_search(index, request, &results, error));
    TRY(libsearch_results_to_json(results, &json[listed], error));
    TRY(libsearch_similar_json(index, LITERAL("7"), LITERAL(R"({"limit":3,"facets":["topic"]})"), &json[alike], error));
    TRY(libsearch_similar_text_json(index, LITERAL("蓄電池が下がる"), LITERAL(R"({"limit":3})"), &json[alike_text], error));
    TRY(libsearch_suggest_json(index, LITERAL("蓄"), 5, &json[typed], error));
    TRY(libsearch_index_get_json(index, LITERAL("7"), &json[shown], error));
    TRY(libsearch_index_statistics_json(index, &json[figures], error));
    TRY(libsearch_check(path.c_str(), &json[checked], error));
    TRY(libsearch_analyze_json(LITERAL("蓄電池の値段"), &json[cut], error));
    for (libsearch_string *each : json) libsearch_string_free(each);
    libsearch_results_free(results);
    libsearch_request_free(request);
    libsearch_index_free(index);
    return status;
  });
}

TEST_CASE("out of memory: a record that is put as JSON") {
  test::temporary_folder folder;
  const std::string path = folder / "i.idx", as_built = folder / "built.idx";
  REQUIRE(put(as_built, nullptr) == LIBSEARCH_OK);
  const auto prepare = [&] {
    std::filesystem::remove_all(path);
    std::filesystem::copy(as_built, path, std::filesystem::copy_options::recursive);
  };
  fail_at_each_allocation(losing::xapian_writing, prepare, [&](libsearch_error **error) { return put(path, error); });
}
