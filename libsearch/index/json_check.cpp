#include "index/json_check.hpp"

#include <cstddef>
#include <string>

#include <nlohmann/json.hpp>

#include "text/json_value.hpp"

namespace libsearch::indexing {
namespace {

using nlohmann::json;

/// Counts levels and stops at one too many, or at what is no JSON.
class level_counter final : public nlohmann::json_sax<json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(json::number_integer_t) override { return true; }
  bool number_unsigned(json::number_unsigned_t) override { return true; }
  bool number_float(json::number_float_t, const std::string &) override { return true; }
  bool string(std::string &) override { return true; }
  bool binary(json::binary_t &) override { return true; }
  bool start_object(std::size_t) override { return ++levels_ <= text::deepest_json; }
  bool key(std::string &) override { return true; }
  bool end_object() override { return --levels_, true; }
  bool start_array(std::size_t) override { return ++levels_ <= text::deepest_json; }
  bool end_array() override { return --levels_, true; }
  bool parse_error(std::size_t, const std::string &, const json::exception &) override { return false; }

 private:
  std::size_t levels_ = 0;
};

}  // namespace

bool is_json(std::string_view text) {
  level_counter counter;
  return json::sax_parse(text.begin(), text.end(), &counter);
}

}  // namespace libsearch::indexing
