#ifndef NOTE_APP_NOTEBOOK_HPP
#define NOTE_APP_NOTEBOOK_HPP

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include <libsearch/libsearch.hpp>

/// A folder of notes, FOLDER/*.txt, and the index beside them, FOLDER/notes.idx. The first line of a note is its title,
/// #words in it are its topics ("#家/台所": 台所 below 家), the day it was changed is its date.
class notebook {
 public:
  explicit notebook(std::filesystem::path folder);

  /// Brings what changed in the folder into the index; true = something did.
  /// @throws libsearch::error, such as errc::locked while another program writes.
  bool sync();

  libsearch::index &index() { return *index_; }
  std::filesystem::path file_of(const std::string &id) const { return folder_ / id; }

  /// A new file that holds this title.
  std::filesystem::path create(const std::string &title) const;

  /// Notes that could not be read, such as those that are not UTF-8.
  std::size_t unreadable() const { return refused_.size(); }

 private:
  /// Size and time, to tell whether a note changed.
  struct stamp {
    std::uint64_t size = 0;
    std::int64_t mtime = 0;
    bool operator==(const stamp &) const = default;
  };
  static stamp stamp_of(const std::filesystem::path &file);
  static libsearch::document read_note(const std::filesystem::path &file, const stamp &seen);

  std::filesystem::path folder_, index_path_;
  std::unique_ptr<libsearch::index> index_;
  std::map<std::filesystem::path, stamp> refused_;  // not tried again until they change
};

#endif
