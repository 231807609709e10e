// SPDX-License-Identifier: MIT
#include "server/window/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

// A static library's resources have to be brought in by name, and not from inside a namespace.
static void bringInTranslations() {
    Q_INIT_RESOURCE(keisan_server_translations);
}

namespace keisan::server {

Language::~Language() {
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::choose(const QString& name) {
    bringInTranslations();
    const bool named = name == QLatin1String("en") || name == QLatin1String("ja");
    const QLocale locale = named ? QLocale(name) : QLocale::system();
    const QString language =
        locale.language() == QLocale::Japanese ? QStringLiteral("ja") : QStringLiteral("en");
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/keisan-server_") + language))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace keisan::server
