// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/calculator_client.h"
#include "common/widgets/colours.h"

#include <QString>

namespace keisan::client {

// The sign of a state is told by its shape as well as by its colour.
enum class Sign { Ring, HalfRing, Dot, Triangle };

// How a state of the connection is shown. No widget here: the connection bar and the notice only obey.
struct ConnectionFace {
    enum class Deed { Connect, Cancel, Disconnect };

    Sign sign = Sign::Ring;
    widgets::Role colour = widgets::Role::Secondary;
    QString word = {};         // beside the sign: "Connected"
    QString notice = {};       // a sentence for the bar above the input; empty: no bar
    QString retry = {};        // the notice's first button; empty: none
    QString giveUp = {};       // the notice's second button; empty: none
    Deed deed = Deed::Connect; // what the one button does
    bool canEditAddress = true;
    bool acceptsExpressions = false; // Enter sends, or queues for the connection that is coming
};

// `serverIsBusy`: connected, something was sent, and no answer ever came on this connection.
ConnectionFace faceOf(const CalculatorClient::Status& status, bool serverIsBusy);

} // namespace keisan::client
