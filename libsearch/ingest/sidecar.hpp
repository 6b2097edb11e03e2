// What people write down beside a file because the file does not say it.
#ifndef LIBSEARCH_INGEST_SIDECAR_HPP
#define LIBSEARCH_INGEST_SIDECAR_HPP

#include <cstddef>
#include <list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/error.hpp>

#include "ingest/essay.hpp"
#include "ingest/file_text.hpp"

namespace libsearch::ingest {

struct table_row {
  std::size_t line = 0;  ///< where it begins, from 1
  std::vector<std::string> cells;
};

/// Rows of cells: RFC 4180 with `separator` ',', plain lines with '\t'. Lines that are empty are left out.
/// @throws table_error for a quotation mark that is not closed.
std::vector<table_row> table_rows(std::string_view text, char separator);

/// What is wrong with a table, and the line it is in.
class table_error : public error {
 public:
  table_error(std::size_t line, const std::string &message, const std::string &hint)
      : error(errc::malformed, message, hint), line(line) {}
  const std::size_t line;
};

/// Finds and reads sidecars: NAME.EXT.meta.json or NAME.meta.json beside a file, and its row in the
/// folder's metadata.csv or metadata.tsv. Keeps the tables of the last few folders.
class sidecars {
 public:
  /// The stamp of a file, `own` as the system gives it, and its sidecars: it changes when any of them does, comes or goes.
  /// The file's own when it has none.
  file_stamp stamp_of(const std::string &path, const file_stamp &own);

  /// What the sidecars say of a file, as a JSON object that apply_sidecar() takes; "" when they say nothing. `stamp`, which
  /// holds the file's own, becomes stamp_of().
  /// @throws error errc::malformed or invalid_argument, naming the sidecar and, of a table, the line.
  std::string record_of(const std::string &path, file_stamp *stamp = nullptr);

  /// Whether a name in a folder is a sidecar's.
  static bool is_sidecar(const std::string &name);
  /// Whether a file is one: a table, or named after a file that lies beside it.
  bool describes_files(const std::string &path);

 private:
  struct table {
    std::string folder;
    file_stamp stamp;
    bool read = false;
    std::string path, problem, hint;
    struct row {
      std::size_t line;
      std::string record;  ///< JSON object
    };
    std::map<std::string, row> rows;  ///< by file name
  };
  table &table_of(const std::string &folder);
  void read(table &of);

  std::list<table> tables_;  ///< the last one used first
  std::string listed_folder_;
  std::set<std::string> names_;  ///< of the files of that folder, with and without their extensions
};

/// Overrides fields of a document by what sidecars::record_of() gave; their confidence becomes 1.
void apply_sidecar(const std::string &record, essay &to);

}  // namespace libsearch::ingest

#endif
