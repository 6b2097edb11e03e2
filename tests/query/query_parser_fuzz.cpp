// A libFuzzer target for the parser; not built by default:
//
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Ilibsearch -Ilibsearch/include \
//     tests/query/query_parser_fuzz.cpp libsearch/query/{lexer*,query_parser*,query_text}.cpp \
//     libsearch/text/*.cpp -licuuc -licui18n -o query_parser_fuzz
//   ./query_parser_fuzz -dict=tests/query/query_parser_fuzz.dict -max_len=4096 CORPUS
#include <cstdint>
#include <cstdlib>
#include <iostream>

#include "query_parser_checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::string problem =
      test::check_parse({reinterpret_cast<const char *>(data), size});
  if (problem.empty()) return 0;
  std::cerr << problem << "\n";
  std::abort();
}
