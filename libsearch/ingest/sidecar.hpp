// What people write down beside a file because the file does not say it.
#ifndef LIBSEARCH_INGEST_SIDECAR_HPP
#define LIBSEARCH_INGEST_SIDECAR_HPP

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/essay.hpp"
#include "ingest/file_text.hpp"

namespace libsearch::ingest {

/// Rows of cells: RFC 4180 with `separator` ',', plain lines with '\t'.
std::vector<std::vector<std::string>> table_rows(std::string_view text, char separator);

/// Finds and reads sidecars: NAME.EXT.meta.json or NAME.meta.json beside a file, and its row in the
/// folder's metadata.csv or metadata.tsv. Keeps the table of the last folder.
class sidecars {
 public:
  /// The stamp of a file, `own` as the system gives it, and its sidecars: it changes when any of them does, comes or goes.
  /// The file's own when it has none.
  file_stamp stamp_of(const std::string &path, const file_stamp &own);

  /// What the sidecars say of a file, as a JSON object; "" when they say nothing. `stamp`, which
  /// holds the file's own, becomes stamp_of().
  /// @throws error errc::malformed, naming the sidecar.
  std::string record_of(const std::string &path, file_stamp *stamp = nullptr);

  /// Whether a name in a folder is a sidecar's.
  static bool is_sidecar(const std::string &name);

 private:
  struct table {
    file_stamp stamp;
    bool read = false;
    std::string path, problem;
    std::map<std::string, std::string> rows;  ///< file name to JSON object
  };
  table &table_of(const std::string &folder);
  void read(table &of);

  std::string folder_;
  table table_;
};

/// Overrides fields of a document by a record of sidecars; their confidence becomes 1.
void apply_sidecar(const std::string &record, essay &to);

}  // namespace libsearch::ingest

#endif
