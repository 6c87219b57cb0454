// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/pdf_frames.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

#include <poll.h>
#include <sys/socket.h>

namespace imr {
namespace {

using namespace std::chrono;

// Poll's argument: milliseconds until `deadline`, -1 for ever. A wait is at most a minute; the caller asks
// again.
int wait_time(PdfDeadline deadline) {
  if (deadline == kNoDeadline) return -1;
  const auto left = ceil<milliseconds>(deadline - steady_clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 60'000));
}

// Waits until `socket` is ready for `events`, or broken: the next transfer tells which.
Transfer wait_for(int socket, short events, PdfDeadline deadline) {
  pollfd poll_entry{.fd = socket, .events = events, .revents = 0};
  for (;;) {
    const int ready = poll(&poll_entry, 1, wait_time(deadline));
    if (ready > 0) return Transfer::done;
    if (ready < 0 && errno != EINTR) return Transfer::closed;
    if (deadline != kNoDeadline && steady_clock::now() >= deadline) return Transfer::late;
  }
}

bool try_later() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

Transfer send_all(int socket, std::string_view bytes, PdfDeadline deadline) {
  while (!bytes.empty()) {
    const auto sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
      continue;
    }
    if (!try_later()) return Transfer::closed;
    if (const auto ready = wait_for(socket, POLLOUT, deadline); ready != Transfer::done) return ready;
  }
  return Transfer::done;
}

Transfer receive_all(int socket, char* out, std::size_t count, PdfDeadline deadline) {
  while (count > 0) {
    const auto received = recv(socket, out, count, MSG_DONTWAIT);
    if (received == 0) return Transfer::closed;
    if (received > 0) {
      out += received;
      count -= static_cast<std::size_t>(received);
      continue;
    }
    if (!try_later()) return Transfer::closed;
    if (const auto ready = wait_for(socket, POLLIN, deadline); ready != Transfer::done) return ready;
  }
  return Transfer::done;
}

}  // namespace

Transfer send_frame(int socket, std::string_view payload, PdfDeadline deadline) {
  std::array<char, 4> length{};
  for (std::size_t i = 0; i < length.size(); ++i) length[i] = static_cast<char>(payload.size() >> (8 * i));
  const auto sent = send_all(socket, {length.data(), length.size()}, deadline);
  return sent == Transfer::done ? send_all(socket, payload, deadline) : sent;
}

Transfer receive_frame(int socket, std::size_t limit, std::string& payload, PdfDeadline deadline) {
  std::array<unsigned char, 4> bytes{};
  const auto received = receive_all(socket, reinterpret_cast<char*>(bytes.data()), bytes.size(), deadline);
  if (received != Transfer::done) return received;
  std::size_t length = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) length |= std::size_t{bytes[i]} << (8 * i);
  if (length > limit) return Transfer::too_long;
  payload.resize(length);
  return receive_all(socket, payload.data(), length, deadline);
}

}  // namespace imr
