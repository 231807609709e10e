// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/heartbeat.h"
#include "client/session/known_names.h"
#include "client/session/session_variables.h"

namespace keisan::client {

// What a connection to a structured server brings beside the answers: its latency, the names it knows, and
// the variables that live as long as it does. The client must outlive it; same thread.
struct ServerSession {
    explicit ServerSession(CalculatorClient& client) : heartbeat(client), names(client), variables(client) {}

    Heartbeat heartbeat;
    KnownNames names;
    SessionVariables variables;
};

} // namespace keisan::client
