#include "notebook.hpp"

#include <sys/stat.h>

#include <ctime>
#include <fstream>
#include <iterator>
#include <sstream>

namespace fs = std::filesystem;

namespace {

std::string local_time(std::time_t when, const char *format) {
  char text[32] = "";
  std::strftime(text, sizeof text, format, std::localtime(&when));
  return text;
}

}  // namespace

notebook::stamp notebook::stamp_of(const fs::path &file) {
  struct stat s {};
  if (stat(file.c_str(), &s) != 0) return {};
  return {static_cast<std::uint64_t>(s.st_size), s.st_mtim.tv_sec * std::int64_t{1000000000} + s.st_mtim.tv_nsec};
}

libsearch::document notebook::read_note(const fs::path &file, const stamp &seen) {
  std::ifstream in(file, std::ios::binary);
  libsearch::document note;
  note.id = file.filename().string();
  std::getline(in, note.title);
  note.body.assign(std::istreambuf_iterator<char>(in), {});
  note.date = local_time(static_cast<std::time_t>(seen.mtime / 1000000000), "%Y-%m-%d");
  std::istringstream words(note.title + "\n" + note.body);
  for (std::string word; words >> word;)
    if (word.size() > 1 && word.front() == '#' && word.find_first_not_of('#') == 1) note.topics.push_back(word.substr(1));
  note.origin.path = file.string();
  note.origin.size = seen.size;
  note.origin.mtime = seen.mtime;
  return note;
}

notebook::notebook(fs::path folder) : folder_(std::move(folder)), index_path_(folder_ / "notes.idx") {
  fs::create_directories(folder_);
  if (!fs::exists(index_path_)) libsearch::index_writer(index_path_.string()).commit();
  index_ = std::make_unique<libsearch::index>(index_path_.string());
}

bool notebook::sync() {
  std::map<std::string, stamp> gone;  // what the index has; what the folder has too is taken away from it
  index_->for_each_origin([&](const std::string &id, const libsearch::source &origin) {
    gone[id] = {origin.size, origin.mtime};
  });
  std::map<fs::path, stamp> changed, refused;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder_)) {
    if (entry.path().extension() != ".txt" || !entry.is_regular_file()) continue;
    const stamp now = stamp_of(entry.path());
    const auto known = gone.find(entry.path().filename().string());
    const auto bad = refused_.find(entry.path());
    if (bad != refused_.end() && bad->second == now)
      refused.insert(*bad);
    else if (known == gone.end() || known->second != now)
      changed[entry.path()] = now;
    if (known != gone.end()) gone.erase(known);
  }
  refused_ = std::move(refused);
  if (changed.empty() && gone.empty()) return false;

  libsearch::index_writer writer(index_path_.string());
  for (const auto &[file, now] : changed) try {
      writer.put(read_note(file, now));
    } catch (const libsearch::error &failure) {
      if (failure.code() != libsearch::errc::malformed && failure.code() != libsearch::errc::too_large) throw;
      refused_[file] = now;
    }
  for (const auto &[id, was] : gone) writer.remove(id);
  writer.commit();
  return true;
}

fs::path notebook::create(const std::string &title) const {
  const std::string name = local_time(std::time(nullptr), "%Y%m%d-%H%M%S");
  fs::path file = folder_ / (name + ".txt");
  for (int n = 2; fs::exists(file); ++n) file = folder_ / (name + "-" + std::to_string(n) + ".txt");
  std::ofstream(file) << title << "\n";
  return file;
}
