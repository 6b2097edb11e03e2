#ifndef LIBSEARCH_ERROR_HPP
#define LIBSEARCH_ERROR_HPP

#include <stdexcept>
#include <string>

#include <libsearch/export.h>

namespace libsearch {

/// What went wrong, for programs; `error::what()` says it for people.
enum class errc {
  invalid_argument,   ///< the caller passed something the function does not take
  not_found,          ///< no such index, document or file
  not_an_index,       ///< the path holds something else
  format_mismatch,    ///< the index has a format version this library does not read
  analyzer_mismatch,  ///< the index was built with other analysis than this library has
  corrupt,            ///< the index is damaged
  locked,             ///< another writer has the index open
  busy,               ///< the index changed faster than the request could be answered
  malformed,          ///< input that is not UTF-8, not JSON, not text ...
  too_large,          ///< input beyond a documented limit
  io,                 ///< the operating system refused a read or write
  disk_full,          ///< no space left
  dictionary_missing, ///< a dictionary that was asked for is not installed
  timeout,            ///< the deadline of the request passed
  cancelled,          ///< a callback asked to stop
  unsupported,        ///< this build cannot do it
  out_of_memory,      ///< memory could not be had
  internal,           ///< a fault of the library
};

/// The stable lower-case name of a code, such as "not_found".
LIBSEARCH_API const char *name(errc code) noexcept;

/// The one exception of the library. `what()` is one line that names the thing and the cause;
/// `hint()` is one line that names a way out, or empty.
class LIBSEARCH_API error : public std::runtime_error {
 public:
  error(errc code, const std::string &message, std::string hint = {});
  error(const error &) = default;
  error &operator=(const error &) = default;
  ~error() override;

  errc code() const noexcept { return code_; }
  const std::string &hint() const noexcept { return hint_; }

 private:
  errc code_;
  std::string hint_;
};

}  // namespace libsearch

#endif
