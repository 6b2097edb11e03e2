// Statuses and errors.
#include <libsearch/error.hpp>

#include <memory>
#include <new>
#include <string>

#include "capi/enumeration.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"

namespace libsearch::capi {

struct error_object {
  libsearch_status status;
  std::string message;
  std::string hint;
};

namespace {

constexpr const char *out_of_memory_message = "out of memory";

/// The error that is there before memory runs out. An address, so never equal to a ticket; aligned,
/// so never taken for one.
alignas(8) char out_of_memory_place;

libsearch_error *out_of_memory_error() noexcept {
  return reinterpret_cast<libsearch_error *>(&out_of_memory_place);
}

libsearch_status status_of(errc code) noexcept {
  switch (code) {
    case errc::invalid_argument: return LIBSEARCH_INVALID_ARGUMENT;
    case errc::not_found: return LIBSEARCH_NOT_FOUND;
    case errc::not_an_index: return LIBSEARCH_NOT_AN_INDEX;
    case errc::format_mismatch: return LIBSEARCH_FORMAT_MISMATCH;
    case errc::analyzer_mismatch: return LIBSEARCH_ANALYZER_MISMATCH;
    case errc::corrupt: return LIBSEARCH_CORRUPT;
    case errc::locked: return LIBSEARCH_LOCKED;
    case errc::busy: return LIBSEARCH_BUSY;
    case errc::malformed: return LIBSEARCH_MALFORMED;
    case errc::too_large: return LIBSEARCH_TOO_LARGE;
    case errc::io: return LIBSEARCH_IO;
    case errc::disk_full: return LIBSEARCH_DISK_FULL;
    case errc::dictionary_missing: return LIBSEARCH_DICTIONARY_MISSING;
    case errc::timeout: return LIBSEARCH_TIMEOUT;
    case errc::cancelled: return LIBSEARCH_CANCELLED;
    case errc::unsupported: return LIBSEARCH_UNSUPPORTED;
    case errc::out_of_memory: return LIBSEARCH_OUT_OF_MEMORY;
    case errc::internal: return LIBSEARCH_INTERNAL;
  }
  return LIBSEARCH_INTERNAL;
}

libsearch_status report(libsearch_error **error, libsearch_status status, const char *message,
                        const char *hint) noexcept {
  if (!error) return status;
  try {
    auto made = std::make_unique<error_object>(error_object{status, message, hint});
    *error = hand_out<libsearch_error>(std::move(made));
    return status;
  } catch (...) {
    // Status and error object are to agree.
    *error = out_of_memory_error();
    return LIBSEARCH_OUT_OF_MEMORY;
  }
}

/// Calls `read` with the object of an error, or returns `otherwise`.
template <class Value, class Read>
Value read_error(const libsearch_error *error, Value otherwise, Read read) noexcept {
  try {
    return read(*borrowed<libsearch_error>(error).operator->());
  } catch (const misuse &) {
    return otherwise;
  }
}

}  // namespace

libsearch_status report(libsearch_error **error) noexcept {
  try {
    throw;
  } catch (const std::bad_alloc &) {
    if (error) *error = out_of_memory_error();
    return LIBSEARCH_OUT_OF_MEMORY;
  } catch (const misuse &caught) {
    return report(error, LIBSEARCH_MISUSE, caught.what(), "");
  } catch (const libsearch::error &caught) {
    return report(error, status_of(caught.code()), caught.what(), caught.hint().c_str());
  } catch (const std::exception &caught) {
    return report(error, LIBSEARCH_INTERNAL, caught.what(), "");
  } catch (...) {
    return report(error, LIBSEARCH_INTERNAL, "an exception of unknown type", "");
  }
}

}  // namespace libsearch::capi

using namespace libsearch::capi;

const char *libsearch_version(void) { return LIBSEARCH_VERSION_STRING; }

const char *libsearch_status_name(libsearch_status status) {
  using libsearch::errc;
  // What C passes may be any number: compare numbers, not enumerators.
  const int number = number_of(status);
  if (number == LIBSEARCH_OK) return "ok";
  if (number == LIBSEARCH_MISUSE) return "misuse";
  for (int code = 0; code <= static_cast<int>(errc::internal); ++code)
    if (status_of(static_cast<errc>(code)) == number) return name(static_cast<errc>(code));
  return "unknown";
}

libsearch_status libsearch_error_status(const libsearch_error *error) {
  if (!error) return LIBSEARCH_OK;
  if (error == out_of_memory_error()) return LIBSEARCH_OUT_OF_MEMORY;
  return read_error(error, LIBSEARCH_MISUSE, [](const error_object &e) { return e.status; });
}

const char *libsearch_error_message(const libsearch_error *error) {
  if (error == out_of_memory_error()) return out_of_memory_message;
  return read_error(error, "", [](const error_object &e) { return e.message.c_str(); });
}

const char *libsearch_error_hint(const libsearch_error *error) {
  return read_error(error, "", [](const error_object &e) { return e.hint.c_str(); });
}

void libsearch_error_free(libsearch_error *error) { free_handle(error); }
