// Memory that runs out at any place gives a status: no crash, nothing lost.
#include <dlfcn.h>
#include <execinfo.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>
#include <map>
#include <new>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <libsearch/libsearch.h>

#include "support.hpp"

namespace {

constexpr long unlimited = -1;
std::atomic<long> allocations_left{unlimited};
std::atomic<bool> failing_lasts{false};
std::atomic<long> blocks_alive{0};

bool fails_now() {
  long left = allocations_left;
  while (left != unlimited) {
    const bool fails = left == 0;
    if (fails && failing_lasts) return true;
    if (allocations_left.compare_exchange_weak(left, fails ? unlimited : left - 1)) return fails;
  }
  return false;
}

void *allocate(std::size_t size, std::size_t alignment) {
  if (fails_now()) return nullptr;
  void *block = alignment > __STDCPP_DEFAULT_NEW_ALIGNMENT__
                    ? std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment)
                    : std::malloc(size ? size : 1);
  if (block) ++blocks_alive;
  return block;
}

void *allocate_or_throw(std::size_t size, std::size_t alignment = 1) {
  void *block = allocate(size, alignment);
  if (!block) throw std::bad_alloc();
  return block;
}

void release(void *block) noexcept {
  if (block) --blocks_alive;
  std::free(block);
}

}  // namespace

// The whole process allocates here, the shared libraries included.
void *operator new(std::size_t size) { return allocate_or_throw(size); }
void *operator new[](std::size_t size) { return allocate_or_throw(size); }
void *operator new(std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment));
}
void *operator new[](std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment));
}
void *operator new(std::size_t size, const std::nothrow_t &) noexcept { return allocate(size, 1); }
void *operator new[](std::size_t size, const std::nothrow_t &) noexcept { return allocate(size, 1); }
void operator delete(void *block) noexcept { release(block); }
void operator delete[](void *block) noexcept { release(block); }
void operator delete(void *block, std::size_t) noexcept { release(block); }
void operator delete[](void *block, std::size_t) noexcept { release(block); }
void operator delete(void *block, std::align_val_t) noexcept { release(block); }
void operator delete[](void *block, std::align_val_t) noexcept { release(block); }
void operator delete(void *block, std::size_t, std::align_val_t) noexcept { release(block); }
void operator delete[](void *block, std::size_t, std::align_val_t) noexcept { release(block); }

namespace {

constexpr char body[] = "蓄電池の値段が下がる。";

/// What Xapian may do in a shortage: its constructors lose memory when they throw, and its code for writing has
/// destructors that throw while an exception passes (of chunks of postings, in a commit), which ends the process.
enum class losing { nothing, xapian, xapian_writing };

/// Which allocations fail: only the n-th, or it and all that follow.
enum class shortage { once, lasting };

/// What one run came to; the exit status of the child that made it. Sanitizers exit with 1.
enum outcome { crash = 1, done = 10, out_of_memory, other_failure, leak, end_in_xapian, disagreement, broken };

std::string name(int result) {
  switch (result) {
    case done: return "done";
    case out_of_memory: return "out of memory";
    case other_failure: return "another failure";
    case disagreement: return "status and error object differ";
    case leak: return "a leak";
    case end_in_xapian: return "an end within Xapian";
    case broken: return "what failed once goes on failing";
    default: return "a crash";
  }
}

/// Ends a child that would crash, as one of two findings: Xapian's, when the innermost code on the stack that
/// is neither the system's nor the test's is there; else ours, with the stack for who mends it.
void end_of_crash() {
  allocations_left = unlimited;
  void *frames[64];
  const int depth = backtrace(frames, 64);
  for (int i = 0; i < depth; ++i) {
    Dl_info place{};
    if (!dladdr(frames[i], &place) || !place.dli_fname) continue;
    if (std::strstr(place.dli_fname, "/libxapian")) _exit(end_in_xapian);
    if (std::strstr(place.dli_fname, "/libsearch.so")) break;
  }
  backtrace_symbols_fd(frames, depth, STDERR_FILENO);
  _exit(crash);
}

/// `reached`: there was an n-th allocation.
template <class Body>
outcome run_with_shortage(Body &body, shortage how, long n, bool &reached) {
  const long alive = blocks_alive;
  libsearch_error *error = nullptr;
  failing_lasts = how == shortage::lasting;
  allocations_left = n;
  const libsearch_status status = body(&error);
  const long left = allocations_left.exchange(unlimited);
  reached = left == 0 || left == unlimited;
  const libsearch_status told = libsearch_error_status(error);
  if (status != LIBSEARCH_OK && status != LIBSEARCH_OUT_OF_MEMORY)
    std::cerr << "allocation " << n << ": " << libsearch_status_name(status) << ": "
              << libsearch_error_message(error) << "\n";
  libsearch_error_free(error);
  const bool lost = blocks_alive > alive;
  if (told != status) return disagreement;
  if (body(nullptr) != LIBSEARCH_OK) return broken;
  if (lost) return leak;
  if (status == LIBSEARCH_OK) return done;
  return status == LIBSEARCH_OUT_OF_MEMORY ? out_of_memory : other_failure;
}

/// Runs `body` with the first, the second ... allocation failing, until none does. Each run is a
/// process of its own: it starts from the same state, and its crash is one finding of many.
/// `prepare` makes the files; `body` returns LIBSEARCH_OK or the first failure, frees what it made,
/// and must work again when memory is back.
template <class Prepare, class Body>
void fail_at_each_allocation(losing allowed, Prepare prepare, Body body) {
  constexpr int beyond = 100;  // added to the outcome of a run that has no n-th allocation
  prepare();
  void *frame;
  (void)backtrace(&frame, 1);              // loads what it needs, while there is memory
  REQUIRE(body(nullptr) == LIBSEARCH_OK);  // what is made once for the process is made here
  if (const char *one = std::getenv("LIBSEARCH_TEST_ALLOCATION")) {
    // For a debugger: this process, one allocation.
    prepare();
    bool reached = true;
    for (const shortage how : {shortage::once, shortage::lasting})
      CHECK(run_with_shortage(body, how, std::atol(one), reached) < leak);
    return;
  }
  for (const shortage how : {shortage::once, shortage::lasting}) {
    CAPTURE(static_cast<int>(how));
    std::map<int, std::vector<long>> runs;
    for (long n = 0;; ++n) {
      REQUIRE(n < 1000000);
      prepare();
      std::cout.flush();
      const pid_t child = fork();
      REQUIRE(child >= 0);
      if (child == 0) {
        // doctest's own would report a crash of the parent.
        for (const int number : {SIGABRT, SIGSEGV}) std::signal(number, [](int) { end_of_crash(); });
        std::set_terminate(end_of_crash);
        bool reached = true;
        const outcome result = run_with_shortage(body, how, n, reached);
        _exit(result + (reached ? 0 : beyond));
      }
      int status = 0;
      REQUIRE(waitpid(child, &status, 0) == child);
      const int code = WIFEXITED(status) ? WEXITSTATUS(status) : crash;
      if (code >= beyond) {
        CHECK(code == beyond + done);
        break;
      }
      runs[code].push_back(n);
    }
    const outcome worst = allowed == losing::nothing ? other_failure : allowed == losing::xapian ? leak : end_in_xapian;
    std::size_t all = 0;
    for (const auto &[result, at] : runs) all += at.size();
    // Few: a new one of these would be ours after all, a change that is half made and closed.
    CHECK(runs[end_in_xapian].size() * 50 <= all);
    for (const auto &[result, at] : runs)
      if (!at.empty() && (result < done || result > worst))
        FAIL_CHECK(name(result) << " at " << at.size() << " allocations, the first is " << at[0] << ", the last "
                                << at.back());
    CHECK(!runs[out_of_memory].empty());
  }
}

/// A text and its bytes.
#define LITERAL(text) text, sizeof(text) - 1

/// The first failure of several calls, each made only while the ones before succeeded.
#define TRY(call) \
  if (status == LIBSEARCH_OK) status = (call)

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
    // Not libsearch_schema_from_json(): nlohmann's values ask for memory while they are destroyed, and end the process.
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
