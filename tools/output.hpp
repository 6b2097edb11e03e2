// Standard output and messages.
#ifndef JSEARCH_OUTPUT_HPP
#define JSEARCH_OUTPUT_HPP

#include <string>
#include <string_view>

namespace jsearch {

/// Thrown when standard output takes no more.
struct output_failure {
  int cause;  ///< errno; EPIPE is the reader's good right
};

/// Writes to standard output.
void put(std::string_view text);

/// Hands on what is buffered. @throws output_failure.
void flush_output();

/// "jsearch: error: MESSAGE" and, unless empty, "jsearch: hint: HINT" on standard error, in one
/// line each whatever they hold.
void say_error(std::string_view message, std::string_view hint = {});

/// "jsearch: MESSAGE" on standard error.
void say(std::string_view message);

}  // namespace jsearch

#endif
