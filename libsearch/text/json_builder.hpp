// Makes a json_value of what a parser tells.
#ifndef LIBSEARCH_TEXT_JSON_BUILDER_HPP
#define LIBSEARCH_TEXT_JSON_BUILDER_HPP

#include <utility>

#include <nlohmann/json.hpp>

#include "text/json_value.hpp"

namespace libsearch::text {

class json_builder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return add({}), true; }
  bool boolean(bool value) override { return add({value}), true; }
  bool number_integer(number_integer_t value) override { return add({std::int64_t{value}}), true; }
  bool number_unsigned(number_unsigned_t value) override { return add({std::uint64_t{value}}), true; }
  bool number_float(number_float_t value, const string_t &) override { return add({value}), true; }
  bool string(string_t &value) override { return add({std::move(value)}), true; }
  bool binary(binary_t &) override { return false; }
  bool start_object(std::size_t) override { return open({json_value::object()}); }
  bool start_array(std::size_t) override { return open({json_value::array()}); }
  bool key(string_t &name) override {
    return member_ = &(*open_.back()->as<json_value::object>())[std::move(name)], true;
  }
  bool end_object() override { return open_.pop_back(), true; }
  bool end_array() override { return open_.pop_back(), true; }
  bool parse_error(std::size_t byte, const std::string &token, const nlohmann::json::exception &failure) override;

  /// What was told: a value, or a flaw. The next one can follow.
  json_reading take() { return std::exchange(reading_, {}); }
  /// The bytes of the part that a flaw stopped in, as json_reading::why has them.
  const std::string &flawed_token() const { return token_; }

 private:
  json_value *add(json_value value);
  bool open(json_value container);

  json_reading reading_;
  std::string token_;
  /// The containers around the next value: none of them moves while it is made. And the place of a member's value.
  std::vector<json_value *> open_;
  json_value *member_ = nullptr;
};

}  // namespace libsearch::text

#endif
