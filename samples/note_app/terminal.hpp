#ifndef NOTE_APP_TERMINAL_HPP
#define NOTE_APP_TERMINAL_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/libsearch.hpp>

/// How text looks.
enum class look { plain, faint, strong, chosen };

/// The screen, by ncurses, as long as it lives. Columns: an East Asian wide character takes two.
class terminal {
 public:
  terminal();
  ~terminal();
  terminal(const terminal &) = delete;
  terminal &operator=(const terminal &) = delete;

  int rows() const;
  int columns() const;

  void clear();
  /// Draws UTF-8 in at most `width` columns, never half a character, and fills the rest; `marks` are byte ranges that
  /// stand out. Line ends and other control characters become blanks. Returns the columns of the text.
  int put(int row, int column, int width, std::string_view text, look how = look::plain,
          const std::vector<libsearch::span> &marks = {});
  /// Shows all that was drawn, with the cursor here.
  void show(int row, int column);

  /// The next key: a character, or a KEY_... of ncurses with `special` set; false after two seconds without one,
  /// and for a key that sends an unknown sequence.
  bool read(wint_t &key, bool &special);
  /// Whether there is no terminal any more, so that no key will ever come.
  bool gone() const;

  /// Runs the user's editor, and comes back.
  void edit(const std::string &file);
};

std::string to_utf8(const std::wstring &text);
std::wstring to_wide(std::string_view text);

#endif
