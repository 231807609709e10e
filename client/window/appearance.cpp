// SPDX-License-Identifier: MIT
#include "client/window/appearance.h"

#include "client/window/colours.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace keisan::client {

Appearance::Appearance(QObject* parent)
    : QObject(parent)
    , m_font(QApplication::font())
    , m_palette(QApplication::palette()) {}

Appearance::~Appearance() {
    setZoom(100);
    setColours(QStringLiteral("system"));
}

void Appearance::setLanguage(const QString& code) {
    const QLocale locale = code == QLatin1String("system") ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    const bool isJapanese = locale.language() == QLocale::Japanese;
    installTranslation(m_qtWords, isJapanese, QStringLiteral("qtbase_ja"),
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    installTranslation(m_words, isJapanese, QStringLiteral("keisan_ja"), QStringLiteral(":/translations"));
}

// Installing and removing both tell every window that the language changed.
void Appearance::installTranslation(QTranslator& translator, bool isWanted, const QString& name,
                                    const QString& folder) {
    if (!isWanted)
        QCoreApplication::removeTranslator(&translator);
    else if (translator.load(name, folder))
        QCoreApplication::installTranslator(&translator);
}

void Appearance::setColours(const QString& code) {
    if (code == QLatin1String("light"))
        QApplication::setPalette(lightPalette());
    else if (code == QLatin1String("dark"))
        QApplication::setPalette(darkPalette());
    else
        QApplication::setPalette(m_palette);
}

void Appearance::setZoom(int percent) {
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * percent / 100.0);
    QApplication::setFont(font);
}

} // namespace keisan::client
