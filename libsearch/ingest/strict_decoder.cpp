#include "ingest/strict_decoder.hpp"

#include <cerrno>
#include <map>

#include <iconv.h>

#include "ingest/iso_2022_jp.hpp"

namespace libsearch::ingest {

namespace {

/// A conversion of the system's; its tables for CP932 and EUC-JP are those of Windows, which the
/// files were written with.
class conversion {
 public:
  explicit conversion(const std::string &from) : handle_(::iconv_open("UTF-8", from.c_str())) {}
  ~conversion() {
    if (known()) ::iconv_close(handle_);
  }
  conversion(const conversion &) = delete;
  conversion &operator=(const conversion &) = delete;

  bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  strict_result run(std::string_view bytes, bool cut) {
    strict_result result;
    // iconv does not write to its input, whatever its type says.
    char *in = const_cast<char *>(bytes.data());
    std::size_t left = bytes.size();
    char buffer[1 << 14];
    while (left > 0) {
      char *out = buffer;
      std::size_t room = sizeof buffer;
      const std::size_t done = ::iconv(handle_, &in, &left, &out, &room);
      const int cause = errno;
      result.text.append(buffer, sizeof buffer - room);
      if (done != static_cast<std::size_t>(-1) || cause == E2BIG) continue;
      if (cause != EINVAL || !cut) result.ill_formed = bytes.size() - left;
      break;
    }
    return result;
  }

 private:
  iconv_t handle_;
};

/// Lower case without what people write between the letters.
std::string key_of(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') key += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
  }
  return key;
}

const std::map<std::string, std::string> &aliases() {
  static const std::map<std::string, std::string> table = {
      {"utf8", "UTF-8"},           {"utf16le", "UTF-16LE"},    {"utf16be", "UTF-16BE"},
      {"utf32le", "UTF-32LE"},     {"utf32be", "UTF-32BE"},    {"utf16", "UTF-16"},
      {"utf32", "UTF-32"},         {"cp932", "CP932"},         {"windows31j", "CP932"},
      {"windows932", "CP932"},     {"ms932", "CP932"},         {"shiftjis", "CP932"},
      {"sjis", "CP932"},           {"xsjis", "CP932"},         {"csshiftjis", "CP932"},
      {"mskanji", "CP932"},        {"eucjp", "EUC-JP"},        {"ujis", "EUC-JP"},
      {"xeucjp", "EUC-JP"},        {"eucjpms", "EUC-JP"},      {"iso2022jp", "ISO-2022-JP"},
      {"jis", "ISO-2022-JP"},      {"csiso2022jp", "ISO-2022-JP"}, {"cp50221", "ISO-2022-JP"},
      {"cp50220", "ISO-2022-JP"},  {"iso88591", "windows-1252"},   {"latin1", "windows-1252"},
      {"usascii", "windows-1252"}, {"ascii", "windows-1252"},      {"windows1252", "windows-1252"},
      {"cp1252", "windows-1252"},
  };
  return table;
}

/// What the system calls it.
std::string system_name(const std::string &charset) {
  if (charset == "EUC-JP") return "EUC-JP-MS";
  return charset == "windows-1252" ? "CP1252" : charset;
}

}  // namespace

std::string charset_name(std::string_view name) {
  if (const auto known = aliases().find(key_of(name)); known != aliases().end())
    return known->second;
  // "//TRANSLIT" and the like would change what decoding means.
  if (name.empty() || name.size() > 64 || name.find('/') != std::string_view::npos) return {};
  const std::string given(name);
  return conversion(given).known() ? given : std::string();
}

bool is_single_byte(const std::string &charset) {
  const std::string key = key_of(charset);
  return key.rfind("iso8859", 0) == 0 || key.rfind("windows125", 0) == 0 ||
         key.rfind("cp125", 0) == 0 || key.rfind("koi8", 0) == 0 || key.rfind("mac", 0) == 0;
}

strict_result decode_strictly(std::string_view bytes, const std::string &charset, bool cut) {
  if (charset == "UTF-8" && !cut) {
    const std::size_t at = find_ill_formed(bytes);
    return {std::string(bytes.substr(0, at)), at};
  }
  if (charset == "ISO-2022-JP") {
    std::size_t ill_formed = npos;
    const std::string euc = euc_of_iso_2022_jp(bytes, ill_formed);
    // A cut may stand inside an escape sequence or a character.
    if (cut && ill_formed != npos && ill_formed + 4 > bytes.size()) ill_formed = npos;
    strict_result result = decode_strictly(euc, "EUC-JP", cut);
    if (ill_formed != npos) result.ill_formed = ill_formed;
    return result;
  }
  conversion from(system_name(charset));
  return from.known() ? from.run(bytes, cut) : strict_result{{}, 0};
}

}  // namespace libsearch::ingest
