// Body of with_snapshot().
#ifndef LIBSEARCH_INDEX_SNAPSHOT_RETRY_HPP
#define LIBSEARCH_INDEX_SNAPSHOT_RETRY_HPP

#include <chrono>
#include <exception>
#include <thread>

#include <libsearch/error.hpp>

#include "index/snapshot.hpp"
#include "index/xapian_error.hpp"

namespace libsearch::indexing {

template <class Body>
auto with_snapshot(reader &reader, Body &&body) {
  constexpr int tries = 6;
  for (int attempt = 1;; ++attempt) {
    try {
      return body(reader.current());
    } catch (const Xapian::DatabaseModifiedError &overtaken) {
      if (attempt == tries) rethrow(overtaken, reader.path());
    } catch (const Xapian::DatabaseCorruptError &torn) {
      // A block read while it is written anew looks damaged once; damage stays.
      if (attempt > 1) rethrow(torn, reader.path());
    } catch (const Xapian::Error &other) {
      if (attempt == tries || !reader.is_overtaken()) rethrow(other, reader.path());
    } catch (const error &failure) {
      const bool asked_for = failure.code() == errc::cancelled || failure.code() == errc::timeout;
      if (asked_for || attempt == tries || !reader.is_overtaken()) throw;
    } catch (const std::exception &) {
      // Xapian opens some tables late, and reads one that is gone as empty.
      if (attempt == tries || !reader.is_overtaken()) throw;
    }
    reader.tell_restart();
    std::this_thread::sleep_for(std::chrono::milliseconds(1 << attempt));
  }
}

}  // namespace libsearch::indexing

#endif
