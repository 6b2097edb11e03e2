#ifndef WEB_ASSETS_HPP
#define WEB_ASSETS_HPP

/// What the pages load beside themselves; compiled in, so that the program is one file.
extern const char *const style_css;
extern const char *const script_js;

#endif
