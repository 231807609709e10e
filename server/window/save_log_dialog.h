// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/log_export.h"

#include <QString>

class QWidget;

namespace keisan::server {

class LogFilterModel;
class LogModel;

// What came of saving, in words; an empty message: the user thought better of it.
struct SavedLog {
    QString message;
    bool failed = false;
};

// Writes what the filter shows, or every line, to a file that is either whole or unchanged.
SavedLog saveLog(const LogFilterModel& shown, const LogModel& all, bool onlyShown, const QString& file,
                 LogFormat format);

// The format that the file's name ends for, else the chosen one.
LogFormat formatFor(const QString& file, LogFormat chosen);

// Asks for the file and its format first.
SavedLog askAndSaveLog(const LogFilterModel& shown, const LogModel& all, bool onlyShown, QWidget* window);

} // namespace keisan::server
