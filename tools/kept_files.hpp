// Files that "jsearch index" takes into the index: topic rules, synonyms, words for the dictionary.
#ifndef JSEARCH_KEPT_FILES_HPP
#define JSEARCH_KEPT_FILES_HPP

#include <string>
#include <string_view>
#include <vector>

#include <libsearch/index.hpp>

namespace jsearch {

/// A file that an option names, kept as text in the index.
struct kept_file {
  const char *option;   ///< "topics"
  const char *lines;    ///< what the file holds
  const char *setting;  ///< of the index: where the file lies
  void (libsearch::index_writer::*set)(std::string_view);
};

extern const kept_file topics_file, synonyms_file, user_words_file;

/// The text of the file that the option names, in UTF-8; "none" is no text. A file that is not UTF-8 is in `encoding`, or
/// in the one that is found out where that is empty.
/// @throws libsearch::error when there is no such file, or it is in no encoding for certain.
std::string read_kept(const kept_file &kept, const std::string &file, const std::string &encoding);

/// Takes the text of `file` into the index. @throws libsearch::error, which names the file, when it is not what it should be.
void keep(libsearch::index_writer &writer, const kept_file &kept, const std::string &file, const std::string &text);

/// What the user should know of topic rules that can be used: one line each, with the file's name.
/// @throws libsearch::error, which names the file.
std::vector<std::string> remarks_on_rules(const std::string &file, const std::string &text);

}  // namespace jsearch

#endif
