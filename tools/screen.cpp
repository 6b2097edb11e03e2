#include "screen.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include <sys/ioctl.h>
#include <unistd.h>

namespace jsearch {

namespace {

const char *colour_code(style look) {
  switch (look) {
    case style::plain: return "";
    case style::title: return "1";
    case style::mark: return "1;33";
    case style::title_mark: return "1;33";
    case style::meta: return "2";
    case style::topic: return "32";
    case style::heading: return "1";
    case style::bar: return "36";
    case style::selected: return "1;32";
    case style::notice: return "35";
  }
  return "";
}

bool is_set(const char *variable) {
  const char *value = std::getenv(variable);
  return value && *value;
}

}  // namespace

std::string screen::paint(style look, std::string_view text) const {
  const char *code = colour_code(look);
  if (!colour || !*code || text.empty()) return std::string(text);
  return std::string("\x1b[") + code + "m" + std::string(text) + "\x1b[0m";
}

std::string screen::paint(style look, style mark, const marked_text &text,
                          libsearch::span part) const {
  const std::string_view all = text.text;
  std::string out;
  std::size_t at = part.start;
  // A long document is painted line by line: only the marks of the line are looked at.
  auto mark_at = std::partition_point(text.marks.begin(), text.marks.end(),
                                      [&](const auto &m) { return m.end <= part.start; });
  for (; mark_at != text.marks.end() && mark_at->start < part.end; ++mark_at) {
    const std::size_t start = std::max(mark_at->start, at);
    const std::size_t end = std::min(mark_at->end, part.end);
    if (start >= end) continue;
    out += paint(look, all.substr(at, start - at)) + paint(mark, all.substr(start, end - start));
    at = end;
  }
  return out + paint(look, all.substr(at, part.end - at));
}

std::string screen::paint(style look, style mark, const marked_text &text) const {
  return paint(look, mark, text, {0, text.text.size()});
}

screen standard_screen(const std::string &color) {
  screen result;
  result.terminal = isatty(STDOUT_FILENO) != 0;
  const char *term = std::getenv("TERM");
  const bool able = result.terminal && !is_set("NO_COLOR") && !(term && !std::strcmp(term, "dumb"));
  result.colour = color == "always" || (color == "auto" && able);
  // Who asks for colours in a pipe has a pager behind it, on the terminal that stderr shows.
  if (result.terminal)
    result.width = terminal_width(STDOUT_FILENO);
  else if (result.colour)
    result.width = terminal_width(STDERR_FILENO);
  return result;
}

std::size_t terminal_width(int descriptor) {
  constexpr std::size_t narrowest = 20;
  std::size_t columns = 0;
  if (const char *given = std::getenv("COLUMNS"))
    std::from_chars(given, given + std::strlen(given), columns);
  winsize size{};
  if (columns == 0 && ioctl(descriptor, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  return columns == 0 ? 80 : std::max(columns, narrowest);
}

}  // namespace jsearch
