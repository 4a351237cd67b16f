#include "network.hpp"

namespace net {

std::future<int> measure(int path) {
  return std::async([path] { return path; });
}
int Reply::get() const { return size; }
bool Reply::isReady() const { return true; }
Reply ask(int question) { return {question}; }
int Ticket::get() const { return number; }
Size Client::load(int path) const { return measure(path); }
Ticket Client::book(int seats) const { return {seats}; }
std::shared_future<int> Client::follow(int path) const { return measure(path).share(); }

}
