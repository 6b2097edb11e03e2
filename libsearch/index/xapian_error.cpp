#include "index/xapian_error.hpp"

#include <cerrno>
#include <cstring>

#include <libsearch/error.hpp>

namespace libsearch::indexing {
namespace {

bool mentions(const Xapian::Error &error, int code) {
  const char *text = error.get_error_string();
  // One that came up while another was handled has that one's text in its message.
  return (text && std::strcmp(text, std::strerror(code)) == 0) || error.get_msg().find(std::strerror(code)) != std::string::npos;
}

std::string describe(const Xapian::Error &error) {
  std::string text = error.get_msg();
  if (const char *cause = error.get_error_string()) text += std::string(": ") + cause;
  return text;
}

}  // namespace

void rethrow(const Xapian::Error &error, const std::string &path) {
  const std::string text = path + ": " + describe(error);
  const std::string type = error.get_type();
  if (mentions(error, ENOSPC) || mentions(error, EDQUOT))
    throw libsearch::error(errc::disk_full, text, "free some space and run again");
  if (type == "DatabaseLockError")
    throw libsearch::error(errc::locked, text, "wait for the other writer to end");
  if (type == "DatabaseCorruptError" || type == "DatabaseVersionError" || type == "SerialisationError")
    throw libsearch::error(errc::corrupt, text, "build it anew with \"jsearch index --rebuild\"");
  if (type == "DatabaseNotFoundError")
    throw libsearch::error(errc::corrupt, text, "build it anew with \"jsearch index --rebuild\"");
  if (type == "DatabaseModifiedError")
    throw libsearch::error(errc::busy, path + ": the index changes faster than it can be read",
                           "try again in a moment");
  if (type == "DatabaseError" || type == "DatabaseOpeningError" || type == "DatabaseClosedError" ||
      type == "DatabaseCreateError")
    throw libsearch::error(errc::io, text);
  throw libsearch::error(errc::internal, text + " (" + type + ")");
}

}  // namespace libsearch::indexing
