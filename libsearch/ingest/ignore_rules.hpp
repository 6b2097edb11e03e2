// .jsearchignore: what of a folder is left out, in the syntax of gitignore.
#ifndef LIBSEARCH_INGEST_IGNORE_RULES_HPP
#define LIBSEARCH_INGEST_IGNORE_RULES_HPP

#include <string>
#include <string_view>
#include <vector>

namespace libsearch::ingest {

inline constexpr const char *ignore_file_name = ".jsearchignore";

/// The rules of one ignore file.
class ignore_rules {
 public:
  ignore_rules() = default;
  explicit ignore_rules(std::string_view text);  ///< UTF-8

  enum class verdict { none, ignored, wanted };
  /// What the last rule that matches says. `path` is relative to the folder of the file, without a
  /// slash at either end.
  verdict judge(std::string_view path, bool folder) const;
  bool empty() const { return rules_.empty(); }

 private:
  struct rule {
    std::string pattern;
    bool wanted = false;        ///< begins with "!"
    bool folders_only = false;  ///< ends in "/"
    bool anchored = false;      ///< a slash inside: matches the whole path, else the name
  };
  std::vector<rule> rules_;
};

/// Whether a path matches a pattern: "*" and "?" stop at slashes, "**" between slashes does not, "[a-z]", "[[:digit:]]",
/// "\\" quotes. "?" and a set stand for a character where git takes a byte, so that they are of use in Japanese names.
bool glob_matches(std::string_view pattern, std::string_view path);

}  // namespace libsearch::ingest

#endif
