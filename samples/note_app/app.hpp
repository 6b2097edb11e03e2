#ifndef NOTE_APP_APP_HPP
#define NOTE_APP_APP_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "notebook.hpp"
#include "terminal.hpp"

/// What is on the screen and what keys do: a query that is searched with each key stroke, hits, boxes to tick.
class app {
 public:
  app(notebook &notes, terminal &screen) : notes_(notes), screen_(screen) {}
  void run();

 private:
  /// A line of the side bar: a box, or a heading where `field` is empty.
  struct box {
    std::string field, value, text, count;
    bool ticked = false;
  };

  void sync();
  void search();
  void make_boxes();
  void draw();
  void draw_boxes(int width, int height);
  void draw_hits(int left, int height);
  std::string line_below_query() const;

  bool take(wint_t key, bool special);  ///< false = the user leaves
  void take_character(wchar_t c);
  void move(int by);
  void toggle();
  void open();
  void complete();

  notebook &notes_;
  terminal &screen_;
  std::wstring query_;
  std::vector<libsearch::filter> filters_;
  libsearch::search_results results_;
  std::vector<libsearch::completion> completions_;
  std::vector<box> boxes_;
  std::size_t hit_ = 0, box_ = 0;
  bool in_boxes_ = false;
  std::string message_;
};

#endif
