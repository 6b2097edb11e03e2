// Memory that runs out at any place gives a status: no crash, nothing lost.
#include <filesystem>
#include <string>

#include "shortage.hpp"
#include "support.hpp"

using test::fail_at_each_allocation;
using test::losing;

namespace {

constexpr char body[] = "蓄電池の値段が下がる。";

libsearch_status build(const std::string &path, libsearch_error **error) {
  libsearch_status status = LIBSEARCH_OK;
  libsearch_writer *writer = nullptr;
  libsearch_document *document = nullptr;
  TRY(libsearch_document_new(&document, error));
  TRY(libsearch_document_set_id(document, LITERAL("a"), error));
  TRY(libsearch_document_set_title(document, LITERAL("蓄電池"), error));
  TRY(libsearch_document_set_body(document, body, sizeof body - 1, error));
  TRY(libsearch_document_add_author(document, LITERAL("青海 透"), error));
  TRY(libsearch_document_add_topic(document, LITERAL("電力/蓄電池"), error));
  TRY(libsearch_document_set_date(document, LITERAL("2024"), error));
  TRY(libsearch_document_set_attribute_text(document, LITERAL("note"), LITERAL("x"), error));
  TRY(libsearch_writer_open(path.c_str(), &writer, error));
  TRY(libsearch_writer_put(writer, document, nullptr, error));
  TRY(libsearch_writer_commit(writer, error));
  libsearch_writer_free(writer);
  libsearch_document_free(document);
  return status;
}

}  // namespace

TEST_CASE("out of memory: analysis") {
  fail_at_each_allocation(losing::nothing, [] {}, [](libsearch_error **error) {
    libsearch_status status = LIBSEARCH_OK;
    libsearch_analyzer *analyzer = nullptr;
    libsearch_tokens *tokens = nullptr;
    libsearch_string *json = nullptr, *normalized = nullptr;
    TRY(libsearch_analyzer_new(nullptr, &analyzer, error));
    TRY(libsearch_analyzer_analyze(analyzer, LITERAL("蓄電池の値段"), &tokens, error));
    TRY(libsearch_analyzer_normalize(analyzer, LITERAL("蓄電池"), &normalized, error));
    TRY(libsearch_analyze_json(LITERAL("蓄電池の値段"), &json, error));
    libsearch_analyzer_free(analyzer);
    libsearch_tokens_free(tokens);
    libsearch_string_free(normalized);
    libsearch_string_free(json);
    return status;
  });
}

TEST_CASE("out of memory: words of your own") {
  fail_at_each_allocation(losing::nothing, [] {}, [](libsearch_error **error) {
    libsearch_status status = LIBSEARCH_OK;
    libsearch_word_breaker *breaker = nullptr;
    libsearch_analyzer_options *options = nullptr;
    libsearch_analyzer *analyzer = nullptr;
    libsearch_tokens *tokens = nullptr;
    static const libsearch_break_callback cut = [](void *, const char *, size_t length, libsearch_word_end_callback add,
                                                   void *ends) {
      for (size_t at = 3; at <= length; at += 3)
        if (add(ends, at)) return 1;
      return 0;
    };
    TRY(libsearch_word_breaker_new(LITERAL("a-name-that-is-longer-than-fits"), cut, nullptr, nullptr, nullptr, &breaker,
                                   error));
    TRY(libsearch_analyzer_options_new(&options, error));
    TRY(libsearch_analyzer_options_set_word_breaker(options, breaker, error));
    libsearch_word_breaker_free(breaker);
    TRY(libsearch_analyzer_new(options, &analyzer, error));
    libsearch_analyzer_options_free(options);
    TRY(libsearch_analyzer_analyze(analyzer, LITERAL("蓄電池の値段"), &tokens, error));
    libsearch_analyzer_free(analyzer);
    libsearch_tokens_free(tokens);
    return status;
  });
}

TEST_CASE("out of memory: fields") {
  fail_at_each_allocation(losing::nothing, [] {}, [](libsearch_error **error) {
    libsearch_status status = LIBSEARCH_OK;
    libsearch_schema *made = nullptr;
    libsearch_string *json = nullptr;
    TRY(libsearch_schema_new(&made, error));
    TRY(libsearch_schema_add_field(made, LITERAL("affiliation"), LIBSEARCH_FIELD_KEYWORD,
                                   LIBSEARCH_FIELD_FACET | LIBSEARCH_FIELD_LENIENT, nullptr, 0, error));
    TRY(libsearch_schema_remove_field(made, LITERAL("a field that is not there"), error));
    TRY(libsearch_schema_to_json(made, &json, error));
    libsearch_schema_free(made);
    libsearch_string_free(json);
    return status;
  });
}

TEST_CASE("out of memory: queries and requests") {
  fail_at_each_allocation(losing::nothing, [] {}, [](libsearch_error **error) {
    libsearch_status status = LIBSEARCH_OK;
    libsearch_query *parsed = nullptr, *all = nullptr;
    libsearch_request *request = nullptr;
    libsearch_string *text = nullptr;
    TRY(libsearch_query_parse(LITERAL("蓄電池 (水素 OR 港"), nullptr, &parsed, error));
    TRY(libsearch_query_all_of(&all, error));
    TRY(libsearch_query_add(all, parsed, error));
    TRY(libsearch_query_to_string(all, &text, error));
    TRY(libsearch_request_new(&request, error));
    TRY(libsearch_request_set_query_tree(request, all, error));
    TRY(libsearch_request_add_filter(request, LITERAL("topic"), LITERAL("a longer value than fits"), error));
    TRY(libsearch_request_add_facet(request, LITERAL("topic"), 3, error));
    TRY(libsearch_request_set_sort(request, LITERAL("a field of a long name"), error));
    libsearch_query_free(parsed);
    libsearch_query_free(all);
    libsearch_request_free(request);
    libsearch_string_free(text);
    return status;
  });
}

TEST_CASE("out of memory: opening, searching and showing") {
  test::temporary_folder folder;
  const std::string path = folder / "i.idx";
  REQUIRE(build(path, nullptr) == LIBSEARCH_OK);
  fail_at_each_allocation(losing::xapian, [] {}, [&](libsearch_error **error) {
    libsearch_status status = LIBSEARCH_OK;
    libsearch_index *index = nullptr;
    libsearch_request *request = nullptr;
    libsearch_results *found = nullptr, *alike = nullptr;
    libsearch_spans *marks = nullptr;
    libsearch_completions *typed = nullptr;
    libsearch_document *shown = nullptr;
    libsearch_statistics *figures = nullptr;
    TRY(libsearch_index_open(path.c_str(), &index, error));
    TRY(libsearch_request_new(&request, error));
    TRY(libsearch_request_set_query(request, LITERAL("蓄電池"), error));
    TRY(libsearch_request_add_facet(request, LITERAL("topic"), 0, error));
    TRY(libsearch_request_add_facet(request, LITERAL("author"), 0, error));
    TRY(libsearch_request_add_filter(request, LITERAL("date"), LITERAL("2024"), error));
    TRY(libsearch_search(index, request, &found, error));
    TRY(libsearch_suggest(index, LITERAL("蓄"), 5, &typed, error));
    TRY(libsearch_index_get(index, LITERAL("a"), &shown, error));
    TRY(libsearch_index_statistics(index, &figures, error));
    TRY(libsearch_similar(index, LITERAL("a"), nullptr, &alike, error));
    TRY(libsearch_highlight(index, LITERAL("蓄電池"), LITERAL("電池"), &marks, error));
    TRY(libsearch_index_release_caches(index, error));
    TRY(libsearch_index_refresh(index, nullptr, error));
    libsearch_results_free(found);
    libsearch_results_free(alike);
    libsearch_spans_free(marks);
    libsearch_completions_free(typed);
    libsearch_document_free(shown);
    libsearch_statistics_free(figures);
    libsearch_request_free(request);
    libsearch_index_free(index);
    return status;
  });
}

TEST_CASE("out of memory: an update") {
  test::temporary_folder folder;
  const std::string path = folder / "i.idx", as_built = folder / "built.idx";
  REQUIRE(build(as_built, nullptr) == LIBSEARCH_OK);
  const auto prepare = [&] {
    std::filesystem::remove_all(path);
    std::filesystem::copy(as_built, path, std::filesystem::copy_options::recursive);
  };
  fail_at_each_allocation(losing::xapian_writing, prepare, [&](libsearch_error **error) { return build(path, error); });
}

TEST_CASE("out of memory: a first build") {
  test::temporary_folder folder;
  const std::string path = folder / "i.idx";
  const auto prepare = [&] {
    for (const auto &entry : std::filesystem::directory_iterator(folder.path()))
      std::filesystem::remove_all(entry);
  };
  fail_at_each_allocation(losing::xapian_writing, prepare, [&](libsearch_error **error) { return build(path, error); });
}
