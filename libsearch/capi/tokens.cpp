#include "capi/tokens.hpp"

#include <algorithm>
#include <utility>

#include "capi/getter.hpp"

namespace libsearch::capi {
namespace {

/// A byte offset as other languages count.
struct counted {
  std::size_t byte, code_points, utf16;
};

}  // namespace

std::vector<placed_token> place(std::vector<token> tokens, std::string_view text) {
  // Tokens overlap, so their ends go to and fro; counting is cheap only in ascending order.
  std::vector<counted> places;
  places.reserve(tokens.size() * 2);
  for (const token &t : tokens) {
    places.push_back({t.start, 0, 0});
    places.push_back({t.end, 0, 0});
  }
  std::sort(places.begin(), places.end(), [](const counted &a, const counted &b) { return a.byte < b.byte; });
  offset_converter offsets(text);
  for (counted &c : places) {
    c.code_points = offsets.code_points(c.byte);
    c.utf16 = offsets.utf16(c.byte);
  }
  const auto find = [&](std::size_t byte) -> const counted & {
    return *std::lower_bound(places.begin(), places.end(), byte,
                             [](const counted &c, std::size_t wanted) { return c.byte < wanted; });
  };
  std::vector<placed_token> placed;
  placed.reserve(tokens.size());
  for (token &t : tokens) {
    const counted &start = find(t.start), &end = find(t.end);
    placed.push_back({std::move(t), {start.byte, end.byte}, {start.code_points, end.code_points}, {start.utf16, end.utf16}});
  }
  return placed;
}

}  // namespace libsearch::capi

using namespace libsearch::capi;

namespace {

template <class Value, class Read>
Value of_token(const libsearch_tokens *tokens, std::size_t number, Value otherwise, Read &&read) {
  return ask(tokens, otherwise, [&](const auto &all) {
    const placed_token *found = at(all, number);
    return found ? Value(read(*found)) : otherwise;
  });
}

template <class Read>
const char *text_of_token(const libsearch_tokens *tokens, std::size_t number, std::size_t *length, Read &&read) {
  return ask_text(tokens, length, [&](const auto &all) {
    const placed_token *found = at(all, number);
    return found ? read(found->token) : nullptr;
  });
}

}  // namespace

size_t libsearch_tokens_count(const libsearch_tokens *tokens) {
  return ask(tokens, std::size_t{0}, [](const auto &all) { return all.size(); });
}

const char *libsearch_tokens_text(const libsearch_tokens *tokens, size_t token, size_t *length) {
  return text_of_token(tokens, token, length, [](const auto &t) { return &t.text; });
}

libsearch_token_kind libsearch_tokens_kind(const libsearch_tokens *tokens, size_t token) {
  return of_token(tokens, token, LIBSEARCH_TOKEN_WORD,
                  [](const auto &p) { return static_cast<libsearch_token_kind>(p.token.kind); });
}

libsearch_bigram_state libsearch_tokens_state(const libsearch_tokens *tokens, size_t token) {
  return of_token(tokens, token, LIBSEARCH_BIGRAM_NONE,
                  [](const auto &p) { return static_cast<libsearch_bigram_state>(p.token.state); });
}

int libsearch_tokens_is_function_word(const libsearch_tokens *tokens, size_t token) {
  return of_token(tokens, token, 0, [](const auto &p) { return p.token.function_word; });
}

libsearch_span libsearch_tokens_bytes(const libsearch_tokens *tokens, size_t token) {
  return of_token(tokens, token, libsearch_span{0, 0}, [](const auto &p) { return to_c(&p.bytes); });
}

libsearch_span libsearch_tokens_code_points(const libsearch_tokens *tokens, size_t token) {
  return of_token(tokens, token, libsearch_span{0, 0}, [](const auto &p) { return to_c(&p.code_points); });
}

libsearch_span libsearch_tokens_utf16(const libsearch_tokens *tokens, size_t token) {
  return of_token(tokens, token, libsearch_span{0, 0}, [](const auto &p) { return to_c(&p.utf16); });
}

const char *libsearch_tokens_reading(const libsearch_tokens *tokens, size_t token, size_t *length) {
  return text_of_token(tokens, token, length, [](const auto &t) { return &t.reading; });
}

const char *libsearch_tokens_base(const libsearch_tokens *tokens, size_t token, size_t *length) {
  return text_of_token(tokens, token, length, [](const auto &t) { return &t.base; });
}

void libsearch_tokens_free(libsearch_tokens *tokens) { free_handle(tokens); }
