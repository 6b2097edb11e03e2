// Closing a database of Xapian's without what was changed in it.
#ifndef LIBSEARCH_INDEX_FORGET_CHANGES_HPP
#define LIBSEARCH_INDEX_FORGET_CHANGES_HPP

#include <xapian.h>

namespace libsearch::indexing {

/// Call it before a database is closed whose changes are not wanted, above all after a failure: outside a
/// transaction its destructor would commit what is half made, and crash where that is inconsistent.
/// In a transaction it cancels. The explicit cancel_transaction() ends the transaction also when it throws.
inline void forget_changes(Xapian::WritableDatabase &database) noexcept {
  try {
    database.begin_transaction(false);
  } catch (...) {
    // It is in one already.
  }
}

}  // namespace libsearch::indexing

#endif
