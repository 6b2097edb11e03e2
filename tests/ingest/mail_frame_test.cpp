#include "ingest/mail_frame.hpp"

#include <doctest/doctest.h>

#include <string>

using libsearch::ingest::without_mail_frame;

TEST_CASE("without_mail_frame: who sends it and how to stop it go, with the lines around") {
  const std::string text = "━━━━━━━━━━\n 潮目通信 第3号\n━━━━━━━━━━\n港の朝は早い。\n";
  CHECK(without_mail_frame(text + "──────────\n ◎配信停止はこちら http://x.example/\n ◎発行：潮目研究所\n──────────\n") == text);
  CHECK(without_mail_frame(text + "----------\nTo unsubscribe, write to us.\n") == text);
  CHECK(without_mail_frame(text + "==========\n登録・解除はこちら\n==========\n発行元：潮目研究所\n無断転載を禁じます\n==========\n") == text);
}

TEST_CASE("without_mail_frame: parts of the text that lines divide stay") {
  for (const std::string &text : {std::string("港の朝は早い。\n----------\n船は待つ。\n"), std::string("港の朝は早い。\n"), std::string(), std::string("----------\n配信停止はこちら\n"),
                                  std::string("一\n----------\n配信停止の話を聞いた。\n町の人は手紙を待っていた。\n船も待った。\n誰も来なかった。\n")}) {
    CAPTURE(text);
    CHECK(without_mail_frame(text) == text);
  }
}

TEST_CASE("without_mail_frame: a line at the end without an imprint stays") {
  for (const std::string &text : {std::string("16 20\n...\n"), std::string("表\n----------\n"), std::string("一\n==========\n二\n==========\n")}) CHECK(without_mail_frame(text) == text);
}
