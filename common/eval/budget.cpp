// SPDX-License-Identifier: MIT
#include "common/eval/budget.h"

#include "common/eval/error.h"
#include "common/eval/stack_guard.h"
#include "common/eval/values/memory.h"
#include "common/eval/values/sizes.h"

#include <algorithm>
#include <ctime>
#include <utility>

namespace keisan::eval {

namespace {

// CPython's limit of nested C calls less the few it needs itself.
constexpr unsigned kMaxNestedValues = 9998;

std::chrono::nanoseconds threadTime() {
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

std::string secondsText(std::chrono::milliseconds time) {
    const auto count = time.count();
    if (count % 1000 == 0)
        return std::to_string(count / 1000) + " s";
    return std::to_string(count) + " ms";
}

[[noreturn]] void refuseValue(double bytes, std::size_t limitBytes) {
    const std::string needed = sizeText(bytes);
    const std::string limit = sizeText(static_cast<std::uint64_t>(limitBytes));
    raise(ErrorType::LimitError, "the value would need " +
                                     std::string(needed == limit ? "more than " : "about ") + needed +
                                     "; the limit is " + limit);
}

} // namespace

// The clock is first read after a short while only: most lines end before it.
Budget::Budget(const Limits& limits, std::stop_token stop)
    : m_limits(limits)
    , m_stop(std::move(stop))
    , m_nextLook(std::min(limits.work, kLookEvery / 100)) {
    if (m_stop.stop_requested())
        m_nextLook = 0;
}

void Budget::look() {
    if (m_stop.stop_requested())
        raise(ErrorType::Cancelled, "Cancelled");
    if (m_spent > m_limits.work)
        raise(ErrorType::OutOfWork,
              "the evaluation needs more than " + groupedText(m_limits.work) + " units of work");
    const std::chrono::nanoseconds now = threadTime();
    if (m_deadline.count() < 0)
        m_deadline = now + m_limits.time;
    if (now >= m_deadline)
        raise(ErrorType::LimitError, "evaluation took longer than " + secondsText(m_limits.time));
    m_nextLook = std::min(m_spent + kLookEvery, m_limits.work == UINT64_MAX ? UINT64_MAX : m_limits.work + 1);
}

void Budget::enterNested(std::string_view doing) {
    if (m_nested.now >= kMaxNestedValues || stackIsShort())
        raise(ErrorType::RecursionError, "maximum recursion depth exceeded" + std::string(doing));
    descend(m_nested);
}

void Budget::requireIntegerBits(double bits) const {
    if (bits > static_cast<double>(m_limits.integerBits))
        refuseValue(bits / 8, m_limits.integerBits / 8);
}

void Budget::requireValueBytes(double bytes) const {
    if (bytes > static_cast<double>(m_limits.valueBytes))
        refuseValue(bytes, m_limits.valueBytes);
}

void Budget::requireTextBytes(double bytes) const {
    requireValueBytes(bytes);
    requireMemory(static_cast<std::uint64_t>(std::max(bytes, 0.0)));
}

void Budget::requireDigits(double digits) const {
    if (digits > static_cast<double>(m_limits.printedDigits))
        raise(ErrorType::LimitError, "the answer has about " +
                                         groupedText(static_cast<std::uint64_t>(digits)) +
                                         " digits; the limit is " + groupedText(m_limits.printedDigits));
}

} // namespace keisan::eval
