#include "capi/handle.hpp"

#include <array>
#include <atomic>
#include <bit>
#include <mutex>
#include <new>

namespace libsearch::capi::table {
namespace {

// A handle has 47 bits where pointers have 64, as languages that tag their pointers expect.
constexpr bool wide = sizeof(std::uintptr_t) >= 8;
constexpr unsigned slot_bits = wide ? 22 : 17;
constexpr unsigned generation_bits = wide ? 24 : 14;
constexpr std::uint32_t most_slots = 1u << slot_bits;
constexpr std::uint32_t last_generation = (1u << generation_bits) - 1;
constexpr std::uint32_t no_slot = most_slots;

// A slot's state in one word: pins, the mark of a handle that was freed in use, type, generation.
constexpr std::uint64_t one_pin = 1;
constexpr std::uint64_t pin_mask = 0xFFFFFF;
constexpr std::uint64_t doomed = std::uint64_t{1} << 24;
constexpr unsigned type_shift = 25, generation_shift = 32;
constexpr std::uint64_t identity_mask = ~(pin_mask | doomed);

struct slot {
  std::atomic<std::uint64_t> state{std::uint64_t{1} << generation_shift};
  void *object = nullptr;  // this and `destroy` are written only while the slot is free
  deleter destroy = nullptr;
  std::uint32_t next_free = no_slot;
};

// Chunk k holds 64 << k slots, so that slots never move. They are not freed at exit: a program may
// use its handles in destructors that run late.
constexpr std::uint32_t first_chunk = 64;
constexpr unsigned chunk_count = slot_bits - 5;
std::array<std::atomic<slot *>, chunk_count> chunks{};

std::mutex free_slots_mutex;
std::uint32_t first_free = no_slot;  // guarded by free_slots_mutex
std::uint32_t slots_made = 0;        // guarded by free_slots_mutex

std::uint64_t identity(kind type, std::uint32_t generation) {
  return std::uint64_t{generation} << generation_shift |
         std::uint64_t{static_cast<std::uint8_t>(type)} << type_shift;
}

std::uint32_t generation_of(std::uint64_t state) {
  return static_cast<std::uint32_t>(state >> generation_shift);
}

struct place {
  unsigned chunk;
  std::uint32_t at;
};

place place_of(std::uint32_t number) {
  const unsigned chunk = static_cast<unsigned>(std::bit_width(number / first_chunk + 1)) - 1;
  return {chunk, number - first_chunk * ((1u << chunk) - 1)};
}

slot &slot_at(std::uint32_t number) {
  const place p = place_of(number);
  return chunks[p.chunk].load(std::memory_order_acquire)[p.at];
}

struct ticket {
  std::uint32_t number = 0;
  std::uint32_t generation = 0;
};

void *to_handle(ticket t) {
  return reinterpret_cast<void *>(std::uintptr_t{t.generation} << (slot_bits + 1) |
                                  std::uintptr_t{t.number} << 1 | 1u);
}

/// The slot a handle names, or null for what can't be a handle.
slot *find(const void *handle, ticket &t) noexcept {
  const auto value = reinterpret_cast<std::uintptr_t>(handle);
  if (!(value & 1)) return nullptr;
  const std::uintptr_t generation = value >> (slot_bits + 1);
  t.number = static_cast<std::uint32_t>(value >> 1) & (most_slots - 1);
  t.generation = static_cast<std::uint32_t>(generation);
  if (generation == 0 || generation > last_generation) return nullptr;
  const place p = place_of(t.number);
  if (p.chunk >= chunk_count) return nullptr;
  slot *chunk = chunks[p.chunk].load(std::memory_order_acquire);
  return chunk ? &chunk[p.at] : nullptr;
}

std::uint32_t take_slot() {
  const std::lock_guard lock(free_slots_mutex);
  if (first_free != no_slot) {
    const std::uint32_t number = first_free;
    first_free = slot_at(number).next_free;
    return number;
  }
  if (slots_made == most_slots) throw std::bad_alloc();
  const place p = place_of(slots_made);
  if (p.at == 0) chunks[p.chunk].store(new slot[first_chunk << p.chunk], std::memory_order_release);
  return slots_made++;
}

/// Destroys the object of a slot that is marked as freed and not in use any more.
void finish(slot &s, ticket t) noexcept {
  s.destroy(s.object);
  // A slot whose generations are used up stays out: no handle is given out twice.
  if (t.generation == last_generation) {
    s.state.store(0, std::memory_order_release);
    return;
  }
  s.state.store(identity(kind::none, t.generation + 1), std::memory_order_release);
  const std::lock_guard lock(free_slots_mutex);
  s.next_free = first_free;
  first_free = t.number;
}

}  // namespace

void *insert(kind type, void *object, deleter destroy) {
  const std::uint32_t number = take_slot();
  slot &s = slot_at(number);
  s.object = object;
  s.destroy = destroy;
  const std::uint32_t generation = generation_of(s.state.load(std::memory_order_relaxed));
  s.state.store(identity(type, generation), std::memory_order_release);
  return to_handle({number, generation});
}

void *pin(const void *handle, kind type, access how) {
  if (!handle) throw misuse("the handle is NULL");
  ticket t;
  slot *s = find(handle, t);
  if (!s) throw misuse("the handle is none of this library");
  std::uint64_t state = s->state.load(std::memory_order_acquire);
  do {
    if (generation_of(state) != t.generation || (state & doomed) ||
        (state & identity_mask) == identity(kind::none, t.generation))
      throw misuse("the handle was freed");
    if ((state & identity_mask) != identity(type, t.generation))
      throw misuse("the handle is of another type than the function takes");
    if (how == access::exclusive && (state & pin_mask))
      throw misuse("another call is using the handle: open one per thread");
  } while (!s->state.compare_exchange_weak(state, state + one_pin, std::memory_order_acq_rel,
                                           std::memory_order_acquire));
  return s->object;
}

void unpin(const void *handle) noexcept {
  ticket t;
  slot *s = find(handle, t);
  const std::uint64_t before = s->state.fetch_sub(one_pin, std::memory_order_acq_rel);
  if ((before & doomed) && (before & pin_mask) == one_pin) finish(*s, t);
}

void erase(const void *handle, kind type) noexcept {
  ticket t;
  slot *s = find(handle, t);
  if (!s) return;
  std::uint64_t state = s->state.load(std::memory_order_acquire);
  do {
    if ((state & ~pin_mask) != identity(type, t.generation)) return;
  } while (!s->state.compare_exchange_weak(state, state | doomed, std::memory_order_acq_rel,
                                           std::memory_order_acquire));
  if (!(state & pin_mask)) finish(*s, t);
}

}  // namespace libsearch::capi::table
