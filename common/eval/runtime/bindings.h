// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/session.h"
#include "common/eval/values/value.h"

#include <string_view>
#include <vector>

namespace keisan::eval {

// The names that one evaluation binds and deletes: seen by it at once, by the session only when it succeeds.
class Bindings {
public:
    explicit Bindings(Session& session) : m_session(session) {}

    // As the evaluation sees it; nullptr where the name is bound nowhere.
    const Value* find(std::string_view name) const;
    void bind(std::string_view name, const Value& value);
    // False if the name is not bound.
    bool unbind(std::string_view name);

    CellRegistry& cells() { return m_session.cells(); }
    std::vector<Session::Change>& changes() { return m_changes; }

private:
    Session::Change* findChange(std::string_view name);
    const Session::Change* findChange(std::string_view name) const;

    Session& m_session;
    std::vector<Session::Change> m_changes;
};

} // namespace keisan::eval
