// jsearch delete: takes documents out of the index.
#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "command.hpp"
#include "index_location.hpp"
#include "output.hpp"

namespace jsearch {

namespace {

option_table table() { return {common_options()}; }

int run(const arguments &given) {
  if (given.words().empty())
    throw libsearch::error(libsearch::errc::invalid_argument, "delete takes one ID or more",
                           "\"jsearch search\" prints the ids of documents");
  const std::string path = index_to_read(given);
  // A writer would make the index that is not there.
  libsearch::index{path};
  libsearch::index_writer writer(path);
  std::size_t removed = 0;
  for (const std::string &id : given.words()) {
    if (writer.remove(id))
      ++removed;
    else
      say_error("no document has the id " + id);
  }
  if (removed > 0) writer.commit();
  put(std::to_string(removed) + " removed\n");
  return removed > 0 ? status_done : status_no_hit;
}

}  // namespace

const command delete_command = {
    "delete",
    "remove documents",
    "[OPTION]... ID...",
    "Removes the documents with these ids, all at once. Exit status 1 if there was none of\n"
    "them. A file that still lies under an indexed folder comes back with the next \"index\".\n",
    "  jsearch delete essays/2025-10.txt\n",
    table,
    run,
};

}  // namespace jsearch
