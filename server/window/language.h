// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QTranslator>

namespace keisan::server {

// The language of the texts of one program, its own and Qt's. While it lives its translators are installed;
// every window is told of a change by QEvent::LanguageChange.
class Language {
public:
    Language() = default;
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

    // "en", "ja", or the system's for anything else.
    void choose(const QString& name);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace keisan::server
