// .jsearchignore, with git as the judge of what gitignore's syntax means.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "ingest/file_list.hpp"
#include "ingest/ignore_rules.hpp"
#include "support.hpp"

namespace {

namespace fs = std::filesystem;
using namespace libsearch::ingest;
using names = std::set<std::string>;

void write(const std::string &path, const std::string &bytes) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

/// What git would take of a folder, were the ignore files its own.
names files_of_git(const std::string &folder) {
  const std::string command = "cd '" + folder + "' && git -c core.excludesFile= ls-files -o -z --exclude-per-directory=.jsearchignore";
  const std::unique_ptr<FILE, int (*)(FILE *)> pipe(popen(command.c_str(), "r"), pclose);
  names result;
  std::string one;
  for (int c; pipe && (c = std::fgetc(pipe.get())) != EOF;) {
    if (c != '\0') {
      one += static_cast<char>(c);
      continue;
    }
    if (one[0] != '.' && one.find("/.") == std::string::npos) result.insert(one);
    one.clear();
  }
  return result;
}

names files_of_ours(const std::string &folder) {
  names result;
  string_table table;
  const file_list list = list_files({folder}, folder + ".idx", {}, table);
  for (std::size_t i = 0; i < list.files.size(); ++i)
    result.insert(list.files[i].canonical.substr(fs::canonical(folder).string().size() + 1));
  return result;
}

}  // namespace

TEST_CASE("ignore rules: any patterns leave out what git would leave out") {
  const test::temporary_folder folder;
  const std::string root = folder / "tree";
  fs::create_directories(root);
  if (std::system(("git init -q '" + root + "' >/dev/null 2>&1").c_str()) != 0) {
    std::cerr << "skipped: git is not there\n";
    return;
  }
  std::mt19937_64 rng(test::seed(20250401));
  const auto pick = [&](const auto &from) { return from[rng() % std::size(from)]; };
  const char *const parts[] = {"a", "b", "ab", "ba", "a b", "a1", "-a", "a]", "[a", "a!", "#a", "!b", "a ", "a\\", "aB", "日本", "日"};
  const char *const pieces[] = {"a",   "b",    "*",     "?",      "**",   "/",   "/",          "**/",         "/**",      "[ab]", "[!a]", "[^b]", "[a-c]",
                                "[]-]", "[a-",  "[]a]",  "[a-]",   "\\",   "\\a", "[[:digit:]]", "[[:alpha:]b]", "[[:no:]]", " ",    "\\ ",  "!",    "#",
                                "1",   "[\\]]", "[--a]", "日本", "-",    "]",   "/**/",       "***",         "\t",       "[",    "[a-b-c]", "[[:upper:]-b]"};
  for (const char *one : parts)
    for (const char *two : parts) {
      write(root + "/" + one + "x/" + two, "1");
      write(root + "/" + one + "x/" + two + "y/ab", "1");
    }
  for (const char *one : parts) write(root + "/" + one, "1");
  const auto rules = [&] {
    std::string text = rng() % 8 == 0 ? "\xEF\xBB\xBF" : "";
    for (std::size_t lines = 1 + rng() % 4; lines > 0; --lines) {
      if (rng() % 4 == 0) text += '!';
      // Names that are there, so that patterns match often enough.
      for (std::size_t count = 1 + rng() % 4; count > 0; --count)
        if (rng() % 3 == 0) text += pick(parts);
        else if (rng() % 4 == 0) text += pick(parts), text += rng() % 2 ? "x/" : "y";
        else text += pick(pieces);
      text += rng() % 6 == 0 ? "/" : rng() % 6 == 0 ? " " : "";
      text += rng() % 5 == 0 ? "\r\n" : "\n";
    }
    return text;
  };
  // git cuts "ba" off "ba**/b" before it looks at the stars, and so takes them for "**/b", against its own manual.
  const auto without_stars_in_names = [](std::string text) {
    for (std::size_t at = 1; (at = text.find("**", at)) != std::string::npos;) {
      if (text[at - 1] == '/' || text[at - 1] == '\n') at = text.find_first_not_of('*', at);
      else text.erase(at, 1);
    }
    return text;
  };
  std::size_t with_effect = 0;
  const std::size_t all = files_of_git(root).size();
  for (int round = 0; round < 250; ++round) {
    const std::string top = without_stars_in_names(rules()), inner = rng() % 2 ? without_stars_in_names(rules()) : "";
    write(root + "/.jsearchignore", top);
    write(root + "/abx/.jsearchignore", inner);
    names expected = files_of_git(root), got = files_of_ours(root);
    // A set and "?" take a byte in git, a character here.
    if ((top + inner).find_first_of("?[") != std::string::npos)
      for (names *one : {&expected, &got}) std::erase_if(*one, [](const std::string &name) { return name.find("日") != std::string::npos; });
    with_effect += expected.size() < all;
    if (expected == got) continue;
    names differ;
    std::set_symmetric_difference(expected.begin(), expected.end(), got.begin(), got.end(), std::inserter(differ, differ.end()));
    const std::string what = *differ.begin() + (got.count(*differ.begin()) ? " was taken" : " was left out");
    FAIL_CHECK("rules:\n" << top << "---\n" << inner << "---\n" << what);
  }
  CHECK(with_effect > 50);
}

TEST_CASE("ignore rules: a question mark and a set stand for one character, whatever its bytes") {
  CHECK_FALSE(glob_matches("x/**/", "x/ab"));  // a name cannot end in a slash
  CHECK(glob_matches("第?号.txt", "第一号.txt"));
  CHECK(glob_matches("第[一二]号*", "第二号.txt"));
  CHECK(glob_matches("[ぁ-ん]*", "はな"));
  CHECK_FALSE(glob_matches("[ぁ-ん]*", "ハナ"));
  CHECK_FALSE(glob_matches("??", "日"));
  CHECK_FALSE(glob_matches("*??", "日"));
  CHECK(glob_matches("*?", "日"));
  CHECK(glob_matches("?a", "\xFF" "a"));
  CHECK_FALSE(glob_matches("[ぁ-ん]", "\xE3"));
}

TEST_CASE("ignore rules: many stars on a long name end soon") {
  const std::string name(4000, 'a');
  CHECK_FALSE(glob_matches("*a*a*a*a*a*a*a*a*b", name));
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "a/";
  CHECK_FALSE(glob_matches("**/a/**/a/**/a/**/a/**/b", deep + "a"));
  CHECK_FALSE(glob_matches("**/*a*a/**/*a*b", deep + name));
}
