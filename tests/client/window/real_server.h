// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/calculator_server.h"

#include <QTest>

namespace keisan::client::test {

// Keisan's own server, on a free port of this computer, in the event loop of the test.
class RealServer {
public:
    explicit RealServer(const server::ServerLimits& limits = {}) : m_server(limits) {
        QVERIFY(m_server.listenOn(QHostAddress::LocalHost, 0));
    }

    quint16 port() const { return m_server.serverPort(); }

private:
    server::CalculatorServer m_server;
};

} // namespace keisan::client::test
