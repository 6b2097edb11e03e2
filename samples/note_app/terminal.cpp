#include "terminal.hpp"

#include <clocale>
#include <cstdlib>
#include <cwchar>

#include <ncurses.h>
#include <unistd.h>

namespace {

enum colour : short { mark_colour = 1 };

/// One character of UTF-8 at `at`, with its length in bytes; U+FFFD for what is none.
wchar_t decode(std::string_view text, std::size_t at, std::size_t &length) {
  std::mbstate_t state{};
  wchar_t c = 0;
  length = std::mbrtowc(&c, text.data() + at, text.size() - at, &state);
  if (length == 0 || length > text.size()) {
    length = 1;
    return text[at] == '\0' ? L' ' : L'\xFFFD';
  }
  return c;
}

attr_t attribute(look how) {
  switch (how) {
    case look::faint: return A_DIM;
    case look::strong: return A_BOLD;
    case look::chosen: return A_REVERSE;
    default: return A_NORMAL;
  }
}

}  // namespace

terminal::terminal() {
  if (!std::setlocale(LC_ALL, "") || MB_CUR_MAX == 1) std::setlocale(LC_ALL, "C.UTF-8");
  set_escdelay(25);
  initscr();
  raw();
  noecho();
  keypad(stdscr, TRUE);
  timeout(2000);
  if (has_colors()) {
    start_color();
    use_default_colors();
    init_pair(mark_colour, COLOR_YELLOW, -1);
  }
}

terminal::~terminal() { endwin(); }

int terminal::rows() const { return LINES; }
int terminal::columns() const { return COLS; }

void terminal::clear() { erase(); }

int terminal::put(int row, int column, int width, std::string_view text, look how, const std::vector<libsearch::span> &marks) {
  if (row < 0 || row >= LINES || width <= 0) return 0;
  const attr_t base = attribute(how);
  attrset(base);
  mvhline(row, column, ' ', width);
  move(row, column);
  int used = 0;
  std::size_t mark = 0;
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
    wchar_t c = decode(text, at, length);
    int cells = wcwidth(c);
    if (cells < 0) c = L' ', cells = 1;
    if (used + cells > width) break;
    while (mark < marks.size() && marks[mark].end <= at) ++mark;
    const bool marked = mark < marks.size() && marks[mark].start <= at;
    attrset(marked ? base | A_BOLD | A_UNDERLINE | static_cast<attr_t>(COLOR_PAIR(mark_colour)) : base);
    addnwstr(&c, 1);
    used += cells;
  }
  attrset(A_NORMAL);
  return used;
}

void terminal::show(int row, int column) {
  move(row, column < COLS ? column : COLS - 1);
  refresh();
}

bool terminal::gone() const { return !isatty(STDIN_FILENO); }

bool terminal::read(wint_t &key, bool &special) {
  const int status = get_wch(&key);
  special = status == KEY_CODE_YES;
  if (status != OK || key != 27) return status != ERR;
  // Escape stands alone; what follows it at once belongs to a key that the terminal's description lacks.
  timeout(0);
  wint_t next = 0;
  bool alone = true;
  while (get_wch(&next) != ERR) alone = false;
  timeout(2000);
  return alone;
}

void terminal::edit(const std::string &file) {
  def_prog_mode();
  endwin();
  // The name goes by the environment, so that no shell reads it as anything but a name.
  // EDITOR may have arguments of its own.
  setenv("NOTE", file.c_str(), 1);
  if (std::system(R"(eval "${VISUAL:-${EDITOR:-vi}} \"\$NOTE\"")") != 0) beep();
  reset_prog_mode();
  clearok(stdscr, TRUE);
}

std::string to_utf8(const std::wstring &text) {
  std::string bytes;
  std::mbstate_t state{};
  for (const wchar_t c : text) {
    char buffer[16];
    const std::size_t length = std::wcrtomb(buffer, c, &state);
    if (length <= sizeof buffer) bytes.append(buffer, length);
  }
  return bytes;
}

std::wstring to_wide(std::string_view text) {
  std::wstring wide;
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) wide += decode(text, at, length);
  return wide;
}
