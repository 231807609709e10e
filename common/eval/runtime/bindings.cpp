// SPDX-License-Identifier: MIT
#include "common/eval/runtime/bindings.h"

#include <algorithm>

namespace keisan::eval {

namespace {

// So many changes are looked through one after the other.
constexpr std::size_t kFewChanges = 16;

} // namespace

const Session::Change* Bindings::findChange(std::string_view name) const {
    if (!m_index.empty()) {
        const auto indexed = m_index.find(std::string(name));
        return indexed == m_index.end() ? nullptr : &m_changes[indexed->second];
    }
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
        addChange(name, value);
}

void Bindings::addChange(std::string_view name, const Value& value) {
    m_changes.push_back({std::string(name), value});
    if (m_changes.size() <= kFewChanges)
        return;
    for (std::size_t i = m_index.size(); i < m_changes.size(); ++i)
        m_index.emplace(m_changes[i].name, i);
    const auto isBound = [](const Session::Change& change) { return !change.value.isAbsent(); };
    const std::size_t most = m_limits.sessionNames;
    if (m_changes.size() > most && std::all_of(m_changes.begin(), m_changes.end(), isBound))
        Session::refuseNames(m_limits);
}

bool Bindings::unbind(std::string_view name) {
    Session::Change* const change = findChange(name);
    if (change != nullptr ? change->value.isAbsent() : !m_session.binds(name))
        return false;
    bind(name, Value());
    return true;
}

} // namespace keisan::eval
