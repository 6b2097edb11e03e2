#include "output.hpp"

#include <cerrno>
#include <cstdio>

#include "display_text.hpp"

namespace jsearch {

namespace {

void say_line(const char *label, std::string_view message) {
  const std::string line = std::string("jsearch: ") + label + one_line(message) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

void put(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) throw output_failure{errno};
}

void flush_output() {
  if (std::fflush(stdout) != 0) throw output_failure{errno};
}

void say_error(std::string_view message, std::string_view hint) {
  std::fflush(stdout);
  say_line("error: ", message);
  if (!hint.empty()) say_line("hint: ", hint);
}

void say(std::string_view message) {
  std::fflush(stdout);
  say_line("", message);
}

}  // namespace jsearch
