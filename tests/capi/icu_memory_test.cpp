// ICU allocates beside operator new: where it can't, the status says that memory was short, not that data are missing.
#include <cstdlib>
#include <string>

#include <doctest/doctest.h>
#include <unicode/uclean.h>

#include <libsearch/libsearch.h>

/// For LeakSanitizer: ICU 72 loses two blocks of an iterator that it can't finish.
extern "C" const char *__lsan_default_suppressions() { return "leak:libicuuc\n"; }

namespace {

constexpr long unlimited = -1;
long allocations_left = unlimited;

bool fails_now() {
  if (allocations_left > 0) --allocations_left;
  return allocations_left == 0;
}

void *U_CALLCONV allocate(const void *, std::size_t size) { return fails_now() ? nullptr : std::malloc(size); }
void *U_CALLCONV reallocate(const void *, void *block, std::size_t size) {
  return fails_now() ? nullptr : std::realloc(block, size);
}
void U_CALLCONV release(const void *, void *block) { std::free(block); }

libsearch_status make_and_normalize(const std::string &text) {
  libsearch_analyzer *analyzer = nullptr;
  libsearch_string *normalized = nullptr;
  libsearch_status status = libsearch_analyzer_new(nullptr, &analyzer, nullptr);
  if (status == LIBSEARCH_OK)
    status = libsearch_analyzer_normalize(analyzer, text.data(), text.size(), &normalized, nullptr);
  libsearch_string_free(normalized);
  libsearch_analyzer_free(analyzer);
  return status;
}

}  // namespace

TEST_CASE("out of memory within ICU: an analyzer is made, a text normalized") {
  UErrorCode set = U_ZERO_ERROR;
  u_setMemoryFunctions(nullptr, allocate, reallocate, release, &set);
  REQUIRE(U_SUCCESS(set));
  // A cluster that has no room in a string of ICU itself.
  std::string text = "E";
  for (int i = 0; i < 100; ++i) text += "\u0316\u0301";
  REQUIRE(make_and_normalize(text) == LIBSEARCH_OK);
  long failed = 0;
  for (long n = 1;; ++n) {
    REQUIRE(n < 10000);
    CAPTURE(n);
    allocations_left = n;
    const libsearch_status status = make_and_normalize(text);
    const bool reached = allocations_left == 0;
    allocations_left = unlimited;
    CHECK((status == LIBSEARCH_OUT_OF_MEMORY || status == LIBSEARCH_OK));
    failed += status == LIBSEARCH_OUT_OF_MEMORY;
    if (!reached) break;
    CHECK(make_and_normalize(text) == LIBSEARCH_OK);
  }
  CHECK(failed > 0);
}
