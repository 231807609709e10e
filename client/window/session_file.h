// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringList>

namespace keisan::client {

// A session as a file: UTF-8, one expression a line; empty lines and those that begin with # are not
// expressions.
QStringList readSession(const QByteArray& bytes);
QByteArray writeSession(const QStringList& expressions);

} // namespace keisan::client
