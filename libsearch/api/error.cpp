#include <libsearch/error.hpp>

namespace libsearch {

const char *name(errc code) noexcept {
  switch (code) {
    case errc::invalid_argument: return "invalid_argument";
    case errc::not_found: return "not_found";
    case errc::not_an_index: return "not_an_index";
    case errc::format_mismatch: return "format_mismatch";
    case errc::analyzer_mismatch: return "analyzer_mismatch";
    case errc::corrupt: return "corrupt";
    case errc::locked: return "locked";
    case errc::busy: return "busy";
    case errc::malformed: return "malformed";
    case errc::too_large: return "too_large";
    case errc::io: return "io";
    case errc::disk_full: return "disk_full";
    case errc::dictionary_missing: return "dictionary_missing";
    case errc::timeout: return "timeout";
    case errc::cancelled: return "cancelled";
    case errc::unsupported: return "unsupported";
    case errc::out_of_memory: return "out_of_memory";
    case errc::internal: return "internal";
  }
  return "internal";
}

error::error(errc code, const std::string &message, std::string hint)
    : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

error::~error() = default;

}  // namespace libsearch
