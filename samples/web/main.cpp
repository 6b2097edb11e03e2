// An archive to search in the browser, on this machine only: web INDEX [PORT]
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>

#include <httplib.h>

#include <libsearch/libsearch.hpp>

#include "assets.hpp"
#include "page.hpp"
#include "view.hpp"

namespace {

constexpr std::size_t threads = 8;

/// An index is for one thread at a time, so each thread of the server opens its own.
libsearch::index &own_index(const std::string &path) {
  thread_local std::unique_ptr<libsearch::index> index;
  if (!index) index = std::make_unique<libsearch::index>(path);
  return *index;
}

/// Only pages of this server may ask it: a foreign name that resolves to 127.0.0.1 ("DNS rebinding") stands in Host.
bool is_own_host(const httplib::Request &request, int port) {
  const std::string host = request.get_header_value("Host"), suffix = ":" + std::to_string(port);
  return host == "127.0.0.1" + suffix || host == "localhost" + suffix;
}

void set_headers(httplib::Response &response) {
  response.set_header("Content-Security-Policy",
                      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
                      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
  response.set_header("Cache-Control", "no-cache");
}

void send_html(httplib::Response &response, const std::string &page) {
  response.set_content(page, "text/html; charset=utf-8");
}

void send_json(httplib::Response &response, const std::string &line) {
  response.set_content(line, "application/json; charset=utf-8");
}

void send_error(httplib::Response &response, int status, std::string_view message, std::string_view hint = "") {
  response.status = status;
  send_html(response, error_page(message, hint));
}

void send_document(libsearch::index &index, const httplib::Request &request, httplib::Response &response) {
  const std::string id = read_text(request.params, "id"), query = read_text(request.params, "q");
  const std::optional<libsearch::document> document = index.get(id);
  if (!document) return send_error(response, 404, "その文書はありません。");
  libsearch::snippet body;
  body.text = document->body;
  if (!query.empty()) body.marks = index.highlight(body.text, query);
  libsearch::search_request few;
  few.limit = 5;
  few.snippet_length = 0;
  const std::optional<libsearch::search_results> similar = index.similar(id, few);
  send_html(response, document_page(*document, query, to_html(body), similar ? &*similar : nullptr));
}

/// A handler whose errors become pages.
template <class Body>
httplib::Server::Handler guarded(const std::string &path, Body body) {
  return [path, body](const httplib::Request &request, httplib::Response &response) {
    try {
      body(own_index(path), request, response);
    } catch (const bad_request &error) {
      send_error(response, 400, error.what());
    } catch (const libsearch::error &error) {
      send_error(response, error.code() == libsearch::errc::invalid_argument ? 400 : 500, error.what(), error.hint());
    }
  };
}

void add_routes(httplib::Server &server, const std::string &path) {
  using libsearch::index;
  using httplib::Request;
  using httplib::Response;
  server.Get("/", guarded(path, [](index &index, const Request &request, Response &response) {
    const view v = read_view(request.params);
    send_html(response, search_page(v, index.search(to_request(v))));
  }));
  server.Get("/search", guarded(path, [](index &index, const Request &request, Response &response) {
    send_json(response, to_json(index.search(to_request(read_view(request.params)))));
  }));
  server.Get("/suggest", guarded(path, [](index &index, const Request &request, Response &response) {
    const std::string prefix = read_text(request.params, "q");
    send_json(response, libsearch::to_json(prefix, index.suggest(prefix, 8)));
  }));
  server.Get("/document", guarded(path, send_document));
  server.Get("/style.css", [](const Request &, Response &response) { response.set_content(style_css, "text/css; charset=utf-8"); });
  server.Get("/script.js", [](const Request &, Response &response) { response.set_content(script_js, "text/javascript; charset=utf-8"); });
}

}  // namespace

int main(int argc, char **argv) try {
  if (argc < 2 || argc > 3) {
    std::cerr << "usage: web INDEX [PORT]\n";
    return 2;
  }
  const std::string path = argv[1];
  const int wanted = argc == 3 ? std::atoi(argv[2]) : 8080;
  libsearch::index check(path);  // says at once when it is none

  httplib::Server server;
  server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
  server.set_payload_max_length(0);
  server.set_read_timeout(5);
  const int port = wanted == 0 ? server.bind_to_any_port("127.0.0.1")
                               : server.bind_to_port("127.0.0.1", wanted) ? wanted : -1;
  if (port < 0) {
    std::cerr << "port " << wanted << " of 127.0.0.1 is taken; name another one, or 0 for any\n";
    return 1;
  }
  server.set_pre_routing_handler([port](const httplib::Request &request, httplib::Response &response) {
    set_headers(response);
    if (is_own_host(request, port)) return httplib::Server::HandlerResponse::Unhandled;
    send_error(response, 421, "このサーバーの名前ではありません。");
    return httplib::Server::HandlerResponse::Handled;
  });
  server.set_error_handler([](const httplib::Request &, httplib::Response &response) {
    if (response.body.empty()) send_error(response, response.status, "そのページはありません。");
  });
  add_routes(server, path);
  std::cout << "http://127.0.0.1:" << port << "/" << std::endl;
  return server.listen_after_bind() ? 0 : 1;
} catch (const libsearch::error &error) {
  std::cerr << error.what() << "\n" << error.hint() << "\n";
  return 1;
}
