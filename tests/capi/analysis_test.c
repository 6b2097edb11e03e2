/* Tokens and their places, counted as C, Python and JavaScript count. */
#define _XOPEN_SOURCE 700
#include "support.h"

static int same(libsearch_span place, size_t start, size_t end) { return place.start == start && place.end == end; }

static void default_analyzer(void) {
  libsearch_analyzer *analyzer = NULL;
  libsearch_tokens *tokens = NULL;
  libsearch_string *text = NULL;
  size_t i, length = 0, gas = 99, pairs = 0, function_words = 0;
  CHECK_STATUS(libsearch_analyzer_new(NULL, &analyzer, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_analyzer_normalize(analyzer, "ｶﾞ ス", strlen("ｶﾞ ス"), &text, &error), LIBSEARCH_OK);
  CHECK(strcmp(libsearch_string_data(text), "ガス") == 0);
  libsearch_string_free(text);
  CHECK_STATUS(libsearch_analyzer_fingerprint(analyzer, &text, &error), LIBSEARCH_OK);
  CHECK(libsearch_string_size(text) > 0);
  libsearch_string_free(text);
  /* U+20B9F is four bytes and two UTF-16 units; the half-width letters are three code points. */
  CHECK_STATUS(libsearch_analyzer_analyze(analyzer, "𠮟るｶﾞスの", strlen("𠮟るｶﾞスの"), &tokens, &error), LIBSEARCH_OK);
  libsearch_analyzer_free(analyzer); /* tokens stay */
  for (i = 0; i < libsearch_tokens_count(tokens); ++i) {
    if (libsearch_tokens_kind(tokens, i) == LIBSEARCH_TOKEN_BIGRAM) {
      ++pairs;
      CHECK(libsearch_tokens_state(tokens, i) != LIBSEARCH_BIGRAM_NONE);
      continue;
    }
    function_words += (size_t)libsearch_tokens_is_function_word(tokens, i);
    if (strcmp(libsearch_tokens_text(tokens, i, &length), "ガス") == 0 && length == 6) gas = i;
  }
  CHECK(pairs > 0 && function_words > 0);
  CHECK(same(libsearch_tokens_bytes(tokens, gas), 7, 16));
  CHECK(same(libsearch_tokens_code_points(tokens, gas), 2, 5));
  CHECK(same(libsearch_tokens_utf16(tokens, gas), 3, 6));
  CHECK(*libsearch_tokens_reading(tokens, gas, NULL) == '\0'); /* ICU knows none */
  CHECK(*libsearch_tokens_base(tokens, gas, NULL) == '\0');
  CHECK(same(libsearch_tokens_utf16(tokens, 1000), 0, 0));
  libsearch_tokens_free(tokens);
}

static void options(void) {
  libsearch_analyzer_options *given = NULL;
  libsearch_analyzer *analyzer = NULL;
  libsearch_tokens *tokens = NULL;
  const char words[] = "蓄電町\tチクデンチョウ\n";
  CHECK_STATUS(libsearch_analyzer_options_new(&given, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_analyzer_options_set_name(given, "none", 4, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_analyzer_new(given, &analyzer, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_analyzer_options_set_name(given, "dictionary", 10, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_analyzer_options_set_user_dictionary(given, "a\tb\tc\td", 7, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_analyzer_new(given, &analyzer, &error), LIBSEARCH_MALFORMED);
  CHECK_STATUS(libsearch_analyzer_options_set_user_dictionary(given, words, strlen(words), &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_analyzer_options_set_dictionary(given, "icu", 3, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_analyzer_new(given, &analyzer, &error), LIBSEARCH_OK);
  libsearch_analyzer_options_free(given);
  CHECK_STATUS(libsearch_analyzer_analyze(analyzer, "蓄電町", 9, &tokens, &error), LIBSEARCH_OK);
  CHECK(libsearch_tokens_count(tokens) == 1);
  CHECK(strcmp(libsearch_tokens_reading(tokens, 0, NULL), "チクデンチョウ") == 0);
  libsearch_tokens_free(tokens);
  libsearch_analyzer_free(analyzer);
}

int main(void) {
  default_analyzer();
  options();
  (void)test_folder, (void)make_test_folder, (void)put, (void)contains;
  return checks_failed != 0;
}
