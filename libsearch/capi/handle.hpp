// Handles of the C interface: checked tickets instead of addresses.
#ifndef LIBSEARCH_CAPI_HANDLE_HPP
#define LIBSEARCH_CAPI_HANDLE_HPP

#include <cstdint>
#include <exception>
#include <memory>
#include <utility>

#include <libsearch/index.hpp>
#include <libsearch/libsearch.h>
#include <libsearch/memory_index.hpp>

namespace libsearch::capi {

struct text_object;
struct error_object;

/// The type of the object behind a handle.
enum class kind : std::uint8_t { none, index, writer, string, error, schema, memory_index };

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

/// The C++ type behind each type of C, and how calls share it.
template <class Handle>
struct traits;
template <>
struct traits<libsearch_index> {
  using object = libsearch::index;
  static constexpr kind type = kind::index;
  static constexpr access how = access::exclusive;
};
template <>
struct traits<libsearch_writer> {
  using object = index_writer;
  static constexpr kind type = kind::writer;
  static constexpr access how = access::exclusive;
};
template <>
struct traits<libsearch_schema> {
  using object = libsearch::schema;
  static constexpr kind type = kind::schema;
  static constexpr access how = access::exclusive;
};
template <>
struct traits<libsearch_memory_index> {
  using object = libsearch::memory_index;
  static constexpr kind type = kind::memory_index;
  static constexpr access how = access::shared;
};
template <>
struct traits<libsearch_string> {
  using object = text_object;
  static constexpr kind type = kind::string;
  static constexpr access how = access::shared;
};
template <>
struct traits<libsearch_error> {
  using object = error_object;
  static constexpr kind type = kind::error;
  static constexpr access how = access::shared;
};

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
