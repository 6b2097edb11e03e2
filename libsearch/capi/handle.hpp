// Handles of the C interface: checked tickets instead of addresses.
#ifndef LIBSEARCH_CAPI_HANDLE_HPP
#define LIBSEARCH_CAPI_HANDLE_HPP

#include <cstdint>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

#include <libsearch/analyzer.hpp>
#include <libsearch/index.hpp>
#include <libsearch/libsearch.h>
#include <libsearch/memory_index.hpp>

namespace libsearch::capi {

struct text_object;
struct error_object;
struct query_object;
struct placed_token;

/// The type of the object behind a handle.
enum class kind : std::uint8_t {
  none,
  index,
  writer,
  string,
  error,
  schema,
  memory_index,
  document,
  query,
  request,
  results,
  completions,
  spans,
  analyzer,
  tokens,
  statistics,
  index_options,
  writer_options,
  analyzer_options,
  word_breaker,
};

/// How a call uses an object: alone, or beside other calls that only read it.
enum class access { exclusive, shared };

/// What LIBSEARCH_MISUSE is returned for.
class misuse : public std::exception {
 public:
  explicit misuse(const char *message) noexcept : message_(message) {}
  const char *what() const noexcept override { return message_; }

 private:
  const char *message_;  // a literal: misuse is told without allocating
};

/// The one table of all handles in the process. It holds no settings; all functions are thread-safe.
///
/// A handle is the number of a slot and the slot's generation, which grows when the slot is freed.
/// Its low bit is set, so that no address of an object is taken for a handle.
namespace table {

using deleter = void (*)(void *) noexcept;

/// Gives `object` a handle. Throws std::bad_alloc; the object then stays the caller's.
void *insert(kind type, void *object, deleter destroy);

/// The object behind a handle, kept alive until unpin(). Throws misuse.
void *pin(const void *handle, kind type, access how);
void unpin(const void *handle) noexcept;

/// Ends a handle. The object goes with it, or with the last unpin(). Anything else is ignored.
void erase(const void *handle, kind type) noexcept;

}  // namespace table

/// The C++ type behind each type of C, and how calls share it: what can change belongs to one call at a time.
template <class Object, kind Type, access How>
struct handle_of {
  using object = Object;
  static constexpr kind type = Type;
  static constexpr access how = How;
};
template <class Object, kind Type>
using mutable_handle = handle_of<Object, Type, access::exclusive>;
template <class Object, kind Type>
using constant_handle = handle_of<Object, Type, access::shared>;

template <class Handle>
struct traits;
template <>
struct traits<libsearch_index> : mutable_handle<libsearch::index, kind::index> {};
template <>
struct traits<libsearch_index_options> : mutable_handle<index_options, kind::index_options> {};
template <>
struct traits<libsearch_writer> : mutable_handle<index_writer, kind::writer> {};
template <>
struct traits<libsearch_memory_index> : constant_handle<libsearch::memory_index, kind::memory_index> {};
template <>
struct traits<libsearch_writer_options> : mutable_handle<writer_options, kind::writer_options> {};
template <>
struct traits<libsearch_schema> : mutable_handle<libsearch::schema, kind::schema> {};
template <>
struct traits<libsearch_document> : mutable_handle<document, kind::document> {};
template <>
struct traits<libsearch_query> : mutable_handle<query_object, kind::query> {};
template <>
struct traits<libsearch_request> : mutable_handle<search_request, kind::request> {};
template <>
struct traits<libsearch_analyzer> : mutable_handle<analyzer, kind::analyzer> {};
template <>
struct traits<libsearch_analyzer_options> : mutable_handle<analyzer_options, kind::analyzer_options> {};
template <>
struct traits<libsearch_results> : constant_handle<search_results, kind::results> {};
template <>
struct traits<libsearch_completions> : constant_handle<std::vector<completion>, kind::completions> {};
template <>
struct traits<libsearch_spans> : constant_handle<std::vector<span>, kind::spans> {};
template <>
struct traits<libsearch_tokens> : constant_handle<std::vector<placed_token>, kind::tokens> {};
template <>
struct traits<libsearch_statistics> : constant_handle<index_statistics, kind::statistics> {};
template <>
struct traits<libsearch_string> : constant_handle<text_object, kind::string> {};
template <>
struct traits<libsearch_error> : constant_handle<error_object, kind::error> {};

/// Hands an object over to the caller of the library.
template <class Handle, class Object = typename traits<Handle>::object>
Handle *hand_out(std::unique_ptr<Object> object) {
  void *handle = table::insert(traits<Handle>::type, object.get(),
                               [](void *o) noexcept { delete static_cast<Object *>(o); });
  object.release();
  return static_cast<Handle *>(handle);
}

/// The object of a handle for the time of one call. Throws misuse.
template <class Handle>
class borrowed {
 public:
  using object = typename traits<Handle>::object;

  explicit borrowed(const Handle *handle)
      : handle_(handle),
        object_(static_cast<object *>(
            table::pin(handle, traits<Handle>::type, traits<Handle>::how))) {}
  ~borrowed() { table::unpin(handle_); }
  borrowed(const borrowed &) = delete;
  borrowed &operator=(const borrowed &) = delete;

  object *operator->() const { return object_; }
  object &operator*() const { return *object_; }

 private:
  const Handle *handle_;
  object *object_;
};

template <class Handle>
void free_handle(Handle *handle) noexcept {
  table::erase(handle, traits<Handle>::type);
}

}  // namespace libsearch::capi

#endif
