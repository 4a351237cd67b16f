// Handles that may be used once: the standard library's, and one of our own that says so.
#pragma once
#include <future>

#define NET_VALUE_FUTURE __attribute__((swift_attr("vtlint:value-future")))

namespace net {

using Size = std::future<int>;

std::future<int> measure(int path);

/// Its bytes are given up when they are taken.
struct NET_VALUE_FUTURE Reply {
  int size;
  int get() const;
  bool isReady() const;
};

Reply ask(int question);

struct [[clang::annotate("vtlint:value-future")]] Ticket {
  int number;
  int get() const;
};

class Client {
public:
  Client() = default;
  Size load(int path) const;
  Ticket book(int seats) const;
  std::shared_future<int> follow(int path) const;
};

}
