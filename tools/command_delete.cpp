// jsearch delete: takes documents out of the index.
#include <set>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "command.hpp"
#include "find_document.hpp"
#include "index_location.hpp"
#include "output.hpp"
#include "shell_words.hpp"

namespace jsearch {

namespace {

option_table table() { return {common_options()}; }

/// Why nothing went by this name. A document is not removed by the name of one of its other files: they may not know of
/// one another.
void say_why(libsearch::index &index, const std::string &typed, const std::set<std::string> &removed) {
  using by = found_document::by;
  const found_document found = find_document(index, typed);
  if (found.how == by::copy) {
    // It went with its document.
    if (removed.count(found.id) > 0) return;
    say_error(typed + " is a copy of the document " + found.id,
              "\"jsearch delete " + shell_word(found.id) + "\" removes the document with all its files; to take out "
              "this file alone, remove it or name it in .jsearchignore, then run \"jsearch index\"");
  } else if (found.how == by::file) {
    say_error(typed + " is the file of the document " + found.id,
              "remove it by its id: jsearch delete " + shell_word(found.id));
  } else {
    say_error("no document has the id " + typed, "\"jsearch search\" prints the ids of documents");
  }
}

int run(const arguments &given) {
  if (given.words().empty())
    throw libsearch::error(libsearch::errc::invalid_argument, "delete takes one ID or more",
                           "\"jsearch search\" prints the ids of documents");
  const std::string path = index_to_read(given);
  // A writer would make the index that is not there.
  libsearch::index index(path);
  libsearch::index_writer writer(path);
  std::set<std::string> removed;
  std::vector<std::string> missing;
  for (const std::string &id : given.words()) {
    if (writer.remove(id))
      removed.insert(id);
    else if (removed.count(id) == 0)
      missing.push_back(id);
  }
  // Asked of the index as it was, before the commit takes that away.
  for (const std::string &id : missing) say_why(index, id, removed);
  if (!removed.empty()) writer.commit();
  put(std::to_string(removed.size()) + " removed\n");
  return !removed.empty() ? status_done : status_no_hit;
}

}  // namespace

const command delete_command = {
    "delete",
    "remove documents",
    "[OPTION]... ID...",
    "Removes the documents with these ids, all at once. Exit status 1 if there was none of\n"
    "them. A file that still lies under an indexed folder comes back with the next \"index\".\n"
    "A document with several files, the same essay in several formats, goes by its id only.\n",
    "  jsearch delete essays/2025-10.txt\n",
    table,
    run,
};

}  // namespace jsearch
