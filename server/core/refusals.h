// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_event.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <map>

namespace keisan::server {

// Counts the clients that are refused and tells of them at most once a second for each reason: the first at
// once, those that follow by their number. Lives in the network thread.
class Refusals : public QObject {
    Q_OBJECT

public:
    Refusals();

    void add(const QByteArray& reason);

    // What has been counted and not told yet.
    void tell();

Q_SIGNALS:
    void happened(const keisan::server::ServerEvent& event); // Refused, with its count

private:
    void tellOf(const QByteArray& reason, quint64 count);

    std::map<QByteArray, quint64> m_counts; // by reason; a reason told less than a second ago counts from 0
    QTimer m_timer;
};

} // namespace keisan::server
