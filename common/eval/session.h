// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/change_gate.h"
#include "common/eval/limits.h"
#include "common/eval/values/cells.h"
#include "common/eval/values/shared_memory.h"
#include "common/eval/values/value.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace keisan::eval {

// One name of a session as a list of variables shows it.
struct Variable {
    std::string_view name;     // lives until the session is used again
    std::string_view typeName; // lives for ever
    std::string text;          // repr of its value, cut off
};

// The names and numbered answers of one connection. Used by one evaluation at a time, from any thread; its
// gate may be used meanwhile.
// Its values end with it, wherever that happens.
class Session {
public:
    // A name an evaluation bound; an Absent value: a name it deleted.
    struct Change {
        std::string name;
        Value value;
    };

    // The values, and the evaluations while they run, count against `shared` where there is one. Where that
    // is short, a session that goes on forgets old answers.
    explicit Session(std::shared_ptr<SharedMemory> shared = nullptr) : m_shared(std::move(shared)) {}
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    // The value of a bound name (which is not empty), or of `_`, `ans` and `_12`; nullptr for what is
    // neither.
    const Value* find(std::string_view name) const;
    // The two halves of find().
    bool binds(std::string_view name) const { return m_names.contains(name); }
    const Value* findAnswer(std::string_view name) const;

    // Takes over what an evaluation changed, and its answer as `_` unless that is None, Absent or an
    // iterator; all of it, or nothing and an Error: TypeError "an iterator cannot be kept; use list(...)",
    // LimitError "the session holds more than 64 MiB" or "more than 10,000 names", Cancelled where the gate
    // is shut. Returns the answer's number, 0 when it has none. Charged before anything changes.
    std::uint64_t commit(std::vector<Change>&& changes, const Value& answer, Budget& budget);
    // Call it before an evaluation begins: ends, now and then, the circles of closures that earlier ones left
    // and nobody can reach. Charged; where the budget ends they are left to the next one.
    void collectCircles(Budget& budget);
    // Call it at the end of every evaluation, when its own values are gone and its MemoryScope is still open:
    // counts what the session has grown by.
    void settle() { m_bytes += memoryInUse(); }

    // The bound names, sorted, each value's repr cut to `maximumCharacters` code points. Charged with what it
    // takes to show them, too.
    std::vector<Variable> variables(Budget& budget, std::size_t maximumCharacters) const;
    std::size_t bytes() const { return m_bytes > 0 ? static_cast<std::size_t>(m_bytes) : 0; }
    // The number of the last answer; 0 before the first.
    std::uint64_t answerCount() const { return m_answerCount; }

    SharedMemory* sharedMemory() const { return m_shared.get(); }

    // LimitError "the session holds more than 10,000 names".
    [[noreturn]] static void refuseNames(const Limits& limits);

    // What the evaluation that runs changes passes here.
    ChangeGate& gate() { return m_gate; }

    // Where evaluations in this session register the variables that closures share.
    CellRegistry& cells() { return m_cells; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
    };

    void requireRoomForNames(const std::vector<Change>& changes, const Limits& limits) const;
    std::int64_t bytesOfNewNames(const std::vector<Change>& changes) const;
    std::int64_t nameBytesAfter(const std::vector<Change>& changes) const;
    void requireRoom(const std::vector<Change>& changes, std::int64_t added, Budget& budget) const;
    std::size_t answersForOthers(bool isAnotherAdded) const;
    void chargeWhatEnds(const std::vector<Change>& changes, std::int64_t added, std::size_t forOthers,
                        Budget& budget) const;
    bool makeRoom(std::int64_t added, std::size_t forOthers, const Limits& limits);
    std::int64_t bytesMissing(std::int64_t added, const Limits& limits) const;
    std::int64_t bytesNow() const;
    // What the names will hold.
    std::vector<Value> valuesAfter(const std::vector<Change>& changes) const;
    void addEntries(const std::vector<Change>& changes, const Value* answer);
    void apply(Change&& change) noexcept;
    void collectCells(Budget& budget);

    std::shared_ptr<SharedMemory> m_shared;
    ChangeGate m_gate;
    CellRegistry m_cells; // outlives the values
    std::unordered_map<std::string, Value, Hash, std::equal_to<>> m_names;
    std::deque<Value> m_answers; // the last of them is number m_answerCount
    std::uint64_t m_answerCount = 0;
    std::uint64_t m_initials = 0; // of all names that were ever bound: spares most others the look-up
    std::int64_t m_bytes = 0;     // of names, answers and their values, when the last evaluation ended
    std::size_t m_knownCells = 0; // cells that somebody reached when that was last looked at
};

} // namespace keisan::eval
