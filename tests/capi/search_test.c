/* A query built of parts, a request of setters, an answer read by getters: the same as the JSON says. */
#define _XOPEN_SOURCE 700
#include "support.h"

static libsearch_index *index_;
static libsearch_request *request;

static void build(void) {
  static const char *const documents[] = {
      "{\"id\":\"a\",\"title\":\"蓄電池の値段\",\"author\":\"青海 透\",\"date\":\"2024-03\","
      "\"topics\":[\"電力/蓄電池\"],\"body\":\"蓄電池の値段は十年で下がった。\",\"path\":\"a.txt\"}",
      "{\"id\":\"b\",\"title\":\"港の水素\",\"author\":\"椎名 遥香\",\"date\":\"2025-01-15\","
      "\"topics\":[\"水素\"],\"body\":\"港で水素を使う試みが始まる。蓄電池も<置く>。\"}",
      "{\"id\":\"c\",\"title\":\"風車の羽根\",\"author\":\"青海 透\",\"date\":\"2025\","
      "\"topics\":[\"電力/風力\"],\"body\":\"羽根の材料を調べた。値段はOR次第。\"}"};
  libsearch_writer *writer = NULL;
  size_t i;
  CHECK_STATUS(libsearch_writer_open("i.idx", &writer, &error), LIBSEARCH_OK);
  for (i = 0; i < 3; ++i) CHECK_STATUS(put(writer, documents[i], &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  libsearch_writer_free(writer);
}

static libsearch_query *part(libsearch_status (*make)(const char *, size_t, libsearch_query **, libsearch_error **),
                             const char *text) {
  libsearch_query *made = NULL;
  CHECK_STATUS(make(text, strlen(text), &made, &error), LIBSEARCH_OK);
  return made;
}

static void add(libsearch_query *query, libsearch_query *child) {
  CHECK_STATUS(libsearch_query_add(query, child, &error), LIBSEARCH_OK);
  libsearch_query_free(child);
}

static libsearch_results *search(void) {
  libsearch_results *found = NULL;
  CHECK_STATUS(libsearch_search(index_, request, &found, &error), LIBSEARCH_OK);
  return found;
}

/* The ids of the hits of a tree, in the order of ids: "ab". Frees the tree. */
static int finds(libsearch_query *tree, const char *wanted) {
  char ids[10] = "";
  libsearch_results *found;
  size_t i, length = 0;
  CHECK_STATUS(libsearch_request_set_query_tree(request, tree, &error), LIBSEARCH_OK);
  libsearch_query_free(tree);
  found = search();
  for (i = 0; i < 3; ++i) {
    size_t hit;
    for (hit = 0; hit < libsearch_results_hit_count(found); ++hit)
      if (*libsearch_results_hit_id(found, hit, NULL) == "abc"[i]) ids[length++] = "abc"[i];
  }
  libsearch_results_free(found);
  if (strcmp(ids, wanted) == 0) return 1;
  fprintf(stderr, "found \"%s\"\n", ids);
  return 0;
}

static void trees(void) {
  libsearch_query *all = NULL, *any = NULL, *none = NULL, *near = NULL, *copy = NULL;
  libsearch_string *text = NULL;
  CHECK_STATUS(libsearch_request_set_match(request, LIBSEARCH_MATCH_ALL, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_query_everything(&all, &error), LIBSEARCH_OK);
  CHECK(finds(all, "abc"));
  /* Nothing in a part is an operator. */
  CHECK(finds(part(libsearch_query_text, "はOR次"), "c"));
  CHECK(finds(part(libsearch_query_text, "title:港"), ""));
  CHECK(finds(part(libsearch_query_phrase, "蓄電"), "ab"));
  CHECK(finds(part(libsearch_query_prefix, "蓄"), "ab"));
  CHECK(finds(part(libsearch_query_word, "羽根"), "c"));
  CHECK(finds(part(libsearch_query_word, "羽"), ""));
  CHECK(finds(part(libsearch_query_date, "2025"), "bc"));
  CHECK_STATUS(libsearch_query_all_of(&all, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_query_any_of(&any, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_query_none_of(&none, &error), LIBSEARCH_OK);
  add(any, part(libsearch_query_text, "値段"));
  add(any, part(libsearch_query_text, "水素"));
  add(none, part(libsearch_query_phrase, "羽根"));
  add(all, any);
  add(all, none);
  CHECK(libsearch_query_root_op(all) == LIBSEARCH_QUERY_ALL_OF && libsearch_query_child_count(all) == 2);
  CHECK_STATUS(libsearch_query_child(all, 1, &copy, &error), LIBSEARCH_OK);
  CHECK(libsearch_query_root_op(copy) == LIBSEARCH_QUERY_NONE_OF);
  libsearch_query_free(copy);
  CHECK_STATUS(libsearch_query_child(all, 2, &copy, &error), LIBSEARCH_NOT_FOUND);
  CHECK_STATUS(libsearch_query_to_string(all, &text, &error), LIBSEARCH_OK);
  CHECK(contains(text, "(and (or \"値段\" \"水素\") (not (phrase \"羽根\")))"));
  libsearch_string_free(text);
  CHECK(finds(all, "ab"));
  any = part(libsearch_query_text, "水素");
  CHECK_STATUS(libsearch_query_set_field(any, "title", 5, &error), LIBSEARCH_OK);
  CHECK(strcmp(libsearch_query_own_field(any, NULL), "title") == 0);
  CHECK(strcmp(libsearch_query_own_text(any, NULL), "水素") == 0);
  CHECK(finds(any, "b"));
  CHECK_STATUS(libsearch_query_near(8, &near, &error), LIBSEARCH_OK);
  CHECK(libsearch_query_distance(near) == 8);
  add(near, part(libsearch_query_text, "値段"));
  add(near, part(libsearch_query_text, "十年"));
  CHECK(finds(near, "a"));
}

static void limits(void) {
  libsearch_query *leaf = part(libsearch_query_text, "a"), *query = NULL, *wide = NULL;
  libsearch_status status = LIBSEARCH_OK;
  int levels = 1, parts;
  CHECK_STATUS(libsearch_query_add(leaf, leaf, &error), LIBSEARCH_MISUSE);
  query = part(libsearch_query_text, "b");
  CHECK_STATUS(libsearch_query_add(leaf, query, &error), LIBSEARCH_INVALID_ARGUMENT);
  while (status == LIBSEARCH_OK && levels < 1000) {
    libsearch_query *above = NULL;
    CHECK_STATUS(libsearch_query_all_of(&above, &error), LIBSEARCH_OK);
    status = libsearch_query_add(above, query, NULL);
    libsearch_query_free(query);
    query = above;
    ++levels;
  }
  CHECK(status == LIBSEARCH_TOO_LARGE && levels == 101);
  libsearch_query_free(query);
  CHECK_STATUS(libsearch_query_any_of(&wide, &error), LIBSEARCH_OK);
  for (parts = 0; (status = libsearch_query_add(wide, leaf, NULL)) == LIBSEARCH_OK && parts < 5000;) ++parts;
  CHECK(status == LIBSEARCH_TOO_LARGE && parts == 1024);
  libsearch_query_free(wide);
  libsearch_query_free(leaf);
}

static void parsing(void) {
  const char *text = "colour:赤 (";
  libsearch_query *query = NULL;
  libsearch_schema *schema = NULL;
  libsearch_span place;
  CHECK_STATUS(libsearch_query_parse(text, strlen(text), NULL, &query, &error), LIBSEARCH_OK);
  CHECK(libsearch_query_diagnostic_count(query) > 0);
  CHECK(*libsearch_query_diagnostic_message(query, 0, NULL) != '\0');
  place = libsearch_query_diagnostic_place(query, 0);
  CHECK(place.start < place.end && place.end <= strlen(text));
  libsearch_query_free(query);
  CHECK_STATUS(libsearch_schema_new(&schema, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_schema_add_field(schema, "colour", 6, LIBSEARCH_FIELD_KEYWORD, LIBSEARCH_FIELD_FACET,
                                          NULL, 0, &error), LIBSEARCH_OK);
  CHECK(libsearch_schema_field_count(schema) == 7);
  CHECK(strcmp(libsearch_schema_field_name(schema, 6, NULL), "colour") == 0);
  CHECK(libsearch_schema_field_type(schema, 6) == LIBSEARCH_FIELD_KEYWORD);
  CHECK(libsearch_schema_field_flags(schema, 6) == LIBSEARCH_FIELD_FACET);
  CHECK_STATUS(libsearch_schema_add_field(schema, "pages", 5, LIBSEARCH_FIELD_NUMBER, LIBSEARCH_FIELD_LENIENT,
                                          NULL, 0, &error), LIBSEARCH_OK);
  CHECK(libsearch_schema_field_flags(schema, 7) == LIBSEARCH_FIELD_LENIENT);
  CHECK_STATUS(libsearch_schema_add_field(schema, "pages", 5, LIBSEARCH_FIELD_NUMBER, 8u, NULL, 0, &error),
               LIBSEARCH_INVALID_ARGUMENT);
  CHECK(strcmp(libsearch_schema_field_analyzer(schema, 6, NULL), "") == 0);
  CHECK_STATUS(libsearch_query_parse("colour:赤", strlen("colour:赤"), schema, &query, &error), LIBSEARCH_OK);
  CHECK(libsearch_query_diagnostic_count(query) == 0);
  CHECK(strcmp(libsearch_query_own_field(query, NULL), "colour") == 0);
  libsearch_query_free(query);
  libsearch_schema_free(schema);
}

#define OPTION(what, ...) CHECK_STATUS(libsearch_request_##what(request, __VA_ARGS__, &error), LIBSEARCH_OK)

static void answers(void) {
  libsearch_results *found;
  libsearch_string *text = NULL;
  libsearch_span mark;
  OPTION(set_match, LIBSEARCH_MATCH_AUTO);
  OPTION(set_query, "蓄電池", 9);
  OPTION(add_facet, "topic", 5, 0);
  OPTION(add_facet, "date:year", 9, 1);
  OPTION(add_filter, "topic", 5, "水素", 6);
  OPTION(set_mark_tags, "[", 1, "]", 1);
  OPTION(set_explain, 1);
  found = search();
  CHECK(libsearch_results_total(found) == 1 && libsearch_results_hit_count(found) == 1);
  CHECK(libsearch_results_total_relation(found) == LIBSEARCH_RELATION_EQ);
  CHECK(strcmp(libsearch_results_query(found, NULL), "蓄電池") == 0);
  CHECK(strcmp(libsearch_results_matched(found, NULL), "all") == 0);
  CHECK(libsearch_results_took_ms(found) > 0);
  CHECK(*libsearch_results_explanation(found, NULL) && *libsearch_results_hit_explanation(found, 0, NULL));
  CHECK(strcmp(libsearch_results_hit_id(found, 0, NULL), "b") == 0);
  CHECK(libsearch_results_hit_score(found, 0) > 0);
  CHECK(strcmp(libsearch_results_hit_title(found, 0, NULL), "港の水素") == 0);
  CHECK(libsearch_results_hit_author_count(found, 0) == 1 && libsearch_results_hit_topic_count(found, 0) == 1);
  CHECK(strcmp(libsearch_results_hit_author(found, 0, 0, NULL), "椎名 遥香") == 0);
  CHECK(strcmp(libsearch_results_hit_topic(found, 0, 0, NULL), "水素") == 0);
  CHECK(strcmp(libsearch_results_hit_date(found, 0, NULL), "2025-01-15") == 0);
  CHECK(strcmp(libsearch_results_hit_path(found, 0, NULL), "") == 0 && libsearch_results_hit_page(found, 0) == 0);
  CHECK(libsearch_results_hit_mark_count(found, 0) == 1);
  mark = libsearch_results_hit_mark(found, 0, 0);
  CHECK(strncmp(libsearch_results_hit_snippet(found, 0, NULL) + mark.start, "蓄電池", mark.end - mark.start) == 0);
  CHECK(libsearch_results_hit_cut_before(found, 0) == 1 && libsearch_results_hit_cut_behind(found, 0) == 0);
  CHECK_STATUS(libsearch_results_hit_html(found, 0, &text, &error), LIBSEARCH_OK);
  CHECK(contains(text, "&lt;置く&gt;") && contains(text, "[蓄電池]"));
  libsearch_string_free(text);
  CHECK_STATUS(libsearch_results_hit_html(found, 1, &text, &error), LIBSEARCH_NOT_FOUND);
  CHECK(libsearch_results_facet_count(found) == 2);
  CHECK(strcmp(libsearch_results_facet_field(found, 0, NULL), "topic") == 0);
  CHECK(strcmp(libsearch_results_facet_unit(found, 1, NULL), "year") == 0);
  CHECK(libsearch_results_facet_value_count(found, 1) == 1);
  CHECK(libsearch_results_facet_value_count(found, 0) == 3);
  CHECK(libsearch_results_facet_value_documents(found, 0, 0) == 1);
  CHECK(*libsearch_results_facet_value(found, 0, 2, NULL) != '\0');
  {
    size_t value, selected = 0;
    for (value = 0; value < 3; ++value)
      if (libsearch_results_facet_value_selected(found, 0, value)) {
        ++selected;
        CHECK(strcmp(libsearch_results_facet_value(found, 0, value, NULL), "水素") == 0);
      }
    CHECK(selected == 1);
  }
  CHECK_STATUS(libsearch_results_to_json(found, &text, &error), LIBSEARCH_OK);
  CHECK(contains(text, "\"id\":\"b\"") && contains(text, "[蓄電池]"));
  libsearch_string_free(text);
  libsearch_results_free(found);

  OPTION(set_facet_limit, 1);
  OPTION(set_facet_order, LIBSEARCH_FACET_ORDER_VALUE);
  CHECK_STATUS(libsearch_request_clear_filters(request, &error), LIBSEARCH_OK);
  OPTION(set_sort, "date", 4);
  OPTION(set_limit, 1);
  OPTION(set_snippet_length, 0);
  found = search();
  CHECK(libsearch_results_total(found) == 2 && libsearch_results_hit_count(found) == 1);
  CHECK(strcmp(libsearch_results_hit_id(found, 0, NULL), "a") == 0);
  CHECK(strcmp(libsearch_results_hit_snippet(found, 0, NULL), "") == 0);
  CHECK(libsearch_results_hit_title_mark_count(found, 0) == 1);
  CHECK(libsearch_results_hit_title_mark(found, 0, 0).end == 9);
  CHECK(libsearch_results_facet_value_count(found, 0) == 1);
  CHECK_STATUS(libsearch_request_set_after(request, libsearch_results_next(found, NULL),
                                           strlen(libsearch_results_next(found, NULL)), &error), LIBSEARCH_OK);
  libsearch_results_free(found);
  found = search();
  CHECK(strcmp(libsearch_results_hit_id(found, 0, NULL), "b") == 0);
  CHECK(strcmp(libsearch_results_next(found, NULL), "") == 0);
  libsearch_results_free(found);
  OPTION(set_after, NULL, 0);
  OPTION(set_sort, NULL, 0);
  OPTION(set_limit, 10);
  OPTION(set_query, NULL, 0);
  OPTION(set_collapse, "author", 6);
  found = search();
  CHECK(libsearch_results_hit_count(found) == 2);
  CHECK(libsearch_results_hit_collapsed(found, 0) + libsearch_results_hit_collapsed(found, 1) == 1);
  libsearch_results_free(found);
  OPTION(set_collapse, NULL, 0);
  CHECK_STATUS(libsearch_request_clear_facets(request, &error), LIBSEARCH_OK);
  OPTION(set_offset, (size_t)-1);
  OPTION(set_limit, (size_t)-1);
  OPTION(set_max_candidates, (size_t)-1);
  OPTION(set_total, LIBSEARCH_TOTAL_EXACT);
  OPTION(set_timeout, 60000);
  found = search();
  CHECK(libsearch_results_total(found) == 3 && libsearch_results_hit_count(found) == 0);
  CHECK(libsearch_results_facet_count(found) == 0);
  libsearch_results_free(found);
  OPTION(set_offset, 0);
}

static void refused_requests(void) {
  libsearch_results *found = NULL;
  libsearch_request *other = NULL;
  CHECK_STATUS(libsearch_request_set_match(request, (libsearch_match)9, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_request_set_total(request, (libsearch_total)2, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_request_set_facet_order(request, (libsearch_facet_order)99, &error),
               LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_request_from_json("{\"limits\":1}", 12, &other, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_request_from_json("{\"limit\":1,\"sort\":\"-date\"}", 26, &other, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_search(index_, other, &found, &error), LIBSEARCH_OK);
  CHECK(libsearch_results_hit_count(found) == 1);
  libsearch_results_free(found);
  CHECK_STATUS(libsearch_request_turn_variants_off(other, "none", 4, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_request_set_query(other, "a", 1, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_search(index_, other, &found, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_request_set_variants(other, 0, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_search(index_, other, &found, &error), LIBSEARCH_OK);
  libsearch_results_free(found);
  CHECK_STATUS(libsearch_request_add_filter(other, "x", 1, "y", 1, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_search(index_, other, &found, &error), LIBSEARCH_INVALID_ARGUMENT);
  libsearch_request_free(other);
}

static void alike_and_marks(void) {
  libsearch_results *found = NULL;
  libsearch_completions *typed = NULL;
  libsearch_spans *marks = NULL;
  size_t i, seen = 0;
  CHECK_STATUS(libsearch_similar(index_, "a", 1, NULL, &found, &error), LIBSEARCH_OK);
  CHECK(libsearch_results_hit_count(found) > 0 && strcmp(libsearch_results_matched(found, NULL), "similar") == 0);
  libsearch_results_free(found);
  CHECK_STATUS(libsearch_similar(index_, "none", 4, NULL, &found, &error), LIBSEARCH_NOT_FOUND);
  CHECK_STATUS(libsearch_similar_text(index_, "蓄電池", 9, request, &found, &error), LIBSEARCH_OK);
  CHECK(libsearch_results_hit_count(found) == 2);
  libsearch_results_free(found);
  CHECK_STATUS(libsearch_suggest(index_, "青", 3, 5, &typed, &error), LIBSEARCH_OK);
  for (i = 0; i < libsearch_completions_count(typed); ++i)
    if (libsearch_completions_kind(typed, i) == LIBSEARCH_COMPLETION_AUTHOR) {
      CHECK(strcmp(libsearch_completions_text(typed, i, NULL), "青海 透") == 0);
      CHECK(libsearch_completions_documents(typed, i) == 2);
      ++seen;
    }
  CHECK(seen == 1);
  libsearch_completions_free(typed);
  CHECK_STATUS(libsearch_highlight(index_, "水素と蓄電池", 18, "水素 OR 蓄電池", 19, &marks, &error), LIBSEARCH_OK);
  CHECK(libsearch_spans_count(marks) == 2);
  CHECK(libsearch_spans_at(marks, 1).start == 9 && libsearch_spans_at(marks, 1).end == 18);
  libsearch_spans_free(marks);
  CHECK_STATUS(libsearch_highlight(index_, "\xFF", 1, "a", 1, &marks, &error), LIBSEARCH_MALFORMED);
}

/* An essay that is there as PDF and as HTML is one hit with two paths. */
static void several_paths(void) {
  static const char essay[] =
      "{\"id\":\"p\",\"title\":\"潮\",\"body\":\"潮位\",\"path\":\"p.pdf\",\"paths\":[\"p.pdf\",\"p.html\"]}";
  static const char note[] = "{\"id\":\"n\",\"title\":\"波\",\"body\":\"波高\",\"path\":\"n.txt\"}";
  libsearch_memory_index *both = NULL;
  libsearch_writer *writer = NULL;
  libsearch_index *index = NULL;
  libsearch_results *found = NULL;
  size_t length = 0;
  CHECK_STATUS(libsearch_memory_index_new(NULL, &both, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_memory_index_writer(both, &writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(put(writer, essay, &error), LIBSEARCH_OK);
  CHECK_STATUS(put(writer, note, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_memory_index_reader(both, &index, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_request_set_query(request, "潮位", strlen("潮位"), &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_search(index, request, &found, &error), LIBSEARCH_OK);
  CHECK(libsearch_results_hit_path_count(found, 0) == 2);
  CHECK(strcmp(libsearch_results_hit_path_at(found, 0, 0, NULL), "p.pdf") == 0);
  CHECK(strcmp(libsearch_results_hit_path_at(found, 0, 1, &length), "p.html") == 0 && length == 6);
  CHECK(strcmp(libsearch_results_hit_path_at(found, 0, 2, NULL), "") == 0);
  libsearch_results_free(found);
  CHECK_STATUS(libsearch_request_set_query(request, "波高", strlen("波高"), &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_search(index, request, &found, &error), LIBSEARCH_OK);
  CHECK(libsearch_results_hit_path_count(found, 0) == 1);
  CHECK(strcmp(libsearch_results_hit_path_at(found, 0, 0, NULL), "n.txt") == 0);
  libsearch_results_free(found);
  libsearch_index_free(index);
  libsearch_writer_free(writer);
  libsearch_memory_index_free(both);
}

int main(void) {
  make_test_folder();
  build();
  CHECK_STATUS(libsearch_index_open("i.idx", &index_, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_request_new(&request, &error), LIBSEARCH_OK);
  trees();
  limits();
  parsing();
  answers();
  refused_requests();
  alike_and_marks();
  several_paths();
  libsearch_request_free(request);
  libsearch_index_free(index_);
  return checks_failed != 0;
}
