// What mail magazines set around their text with lines of signs.
#ifndef LIBSEARCH_INGEST_MAIL_FRAME_HPP
#define LIBSEARCH_INGEST_MAIL_FRAME_HPP

#include <string>
#include <string_view>

namespace libsearch::ingest {

/// The text without the parts at its end, between lines such as ━━━━ or -----, that say who sends it and how to stop
/// it. Such a part is of some short lines; text that has none comes back as it is.
std::string without_mail_frame(std::string_view text);

}  // namespace libsearch::ingest

#endif
