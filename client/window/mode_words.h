// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/calculator_client.h"

#include <QString>

#include <optional>

namespace keisan::client {

// How client and server speak, in words.
struct ModeWords {
    QString label = {};       // "structured 0.4 ms", "plain"; empty: there is nothing to say yet
    QString tip = {};         // with server, time and latency, line by line
    QString explanation = {}; // what that means for the user, in sentences
};

ModeWords modeWords(const CalculatorClient::Status& status, std::optional<qint64> latencyNs);

} // namespace keisan::client
