// SPDX-License-Identifier: MIT
#include "common/eval/runtime/bindings.h"

#include <algorithm>

namespace keisan::eval {

const Session::Change* Bindings::findChange(std::string_view name) const {
    const auto found = std::find_if(m_changes.begin(), m_changes.end(),
                                    [&](const Session::Change& change) { return change.name == name; });
    return found == m_changes.end() ? nullptr : &*found;
}

Session::Change* Bindings::findChange(std::string_view name) {
    return const_cast<Session::Change*>(std::as_const(*this).findChange(name));
}

const Value* Bindings::find(std::string_view name) const {
    const Session::Change* const change = findChange(name);
    if (change == nullptr)
        return m_session.find(name);
    return change->value.isAbsent() ? m_session.findAnswer(name) : &change->value;
}

void Bindings::bind(std::string_view name, const Value& value) {
    if (Session::Change* const change = findChange(name))
        change->value = value;
    else
        m_changes.push_back({std::string(name), value});
}

bool Bindings::unbind(std::string_view name) {
    Session::Change* const change = findChange(name);
    if (change != nullptr ? change->value.isAbsent() : !m_session.binds(name))
        return false;
    bind(name, Value());
    return true;
}

} // namespace keisan::eval
