// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/session.h"
#include "common/eval/values/value.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace keisan::eval {

// The names that one evaluation binds and deletes: seen by it at once, by the session only when it succeeds.
class Bindings {
public:
    Bindings(Session& session, const Limits& limits) : m_session(session), m_limits(limits) {}

    // As the evaluation sees it; nullptr where the name is bound nowhere.
    const Value* find(std::string_view name) const;
    // LimitError as soon as there are more names than a session may hold.
    void bind(std::string_view name, const Value& value);
    // False if the name is not bound.
    bool unbind(std::string_view name);

    CellRegistry& cells() { return m_session.cells(); }
    std::vector<Session::Change>& changes() { return m_changes; }

private:
    Session::Change* findChange(std::string_view name);
    const Session::Change* findChange(std::string_view name) const;
    void addChange(std::string_view name, const Value& value);

    Session& m_session;
    const Limits& m_limits;
    std::vector<Session::Change> m_changes;
    std::unordered_map<std::string, std::size_t> m_index; // of the changes by name, once they are many
};

} // namespace keisan::eval
