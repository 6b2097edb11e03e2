// Notes in the terminal, searched with each key stroke: note_app [FOLDER]
#include <exception>
#include <iostream>

#include <libsearch/libsearch.hpp>

#include "app.hpp"

int main(int argc, char **argv) try {
  notebook notes(argc > 1 ? argv[1] : "notes");
  terminal screen;
  app(notes, screen).run();
} catch (const libsearch::error &failure) {
  std::cerr << failure.what() << "\n" << failure.hint() << "\n";
  return 1;
} catch (const std::exception &failure) {
  std::cerr << failure.what() << "\n";
  return 1;
}
