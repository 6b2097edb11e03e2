// What an essay is known by, whatever the format of its file.
#ifndef LIBSEARCH_INGEST_ESSAY_SIGNATURE_HPP
#define LIBSEARCH_INGEST_ESSAY_SIGNATURE_HPP

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/ingest.hpp>

namespace libsearch::ingest {

/// Small enough to be kept for each document: rules out nearly all essays that are not the same.
struct essay_signature {
  file_format format = file_format::text;
  std::uint64_t title = 0;  ///< hash of its letters and digits; 0: too short to go by
  std::array<std::uint16_t, 16> sketch{};  ///< of the body's letters, by min-hash
  std::string date;               ///< as it was read
  bool date_is_certain = false;      ///< not merely a day that a PDF was made on
  std::vector<std::string> authors;  ///< as they were read
  bool authors_are_certain = false;  ///< not merely the owner of a computer
};

essay_signature signature_of(const read_result &read);

/// One line, kept in the index.
std::string to_text(const essay_signature &signature);
/// What stands behind that line is not looked at.
std::optional<essay_signature> signature_from(std::string_view text);

/// The part of the line that says date and authors, for many documents the same.
std::string said_of(const essay_signature &signature);
void set_said(essay_signature &signature, std::string_view text);

/// Whether title, authors, date and sketch allow two files to hold the same essay.
bool may_be_same(const essay_signature &a, const essay_signature &b);

/// A body as the letters and digits that it shares with its copies, whatever stands between them.
class essay_letters {
 public:
  explicit essay_letters(std::string_view body);

  /// How many runs of letters only one of both has, when these are so few that `copy` says nothing that this one
  /// does not say too.
  std::optional<std::uint32_t> difference(const essay_letters &copy) const;

 private:
  std::vector<std::uint64_t> runs_;     ///< hashes of eight letters in a row, sorted, each once
  std::vector<std::uint64_t> numbers_;  ///< hashes of the numbers, sorted, each once
};

}  // namespace libsearch::ingest

#endif
