// SPDX-License-Identifier: MIT
#include "common/widgets/appearance.h"

#include "common/widgets/colours.h"
#include "common/widgets/edge_style.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <utility>

namespace keisan::widgets {

Appearance::Appearance(QString texts, QObject* parent)
    : QObject(parent)
    , m_texts(std::move(texts))
    , m_font(QApplication::font())
    , m_palette(QApplication::palette()) {
    if (qobject_cast<EdgeStyle*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new EdgeStyle); // which the application owns
}

Appearance::~Appearance() {
    setZoom(100);
    setColours(QStringLiteral("system"));
}

void Appearance::setLanguage(const QString& code) {
    const bool isNamed = code == QLatin1String("en") || code == QLatin1String("ja");
    const QLocale locale = isNamed ? QLocale(code) : QLocale::system();
    QLocale::setDefault(locale);
    const QString language =
        locale.language() == QLocale::Japanese ? QStringLiteral("ja") : QStringLiteral("en");
    install(m_qtWords,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_") + language);
    install(m_words, m_texts + language);
}

// Installing and removing both tell every window that the language changed.
void Appearance::install(QTranslator& translator, const QString& file) {
    QCoreApplication::removeTranslator(&translator);
    if (translator.load(file))
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

} // namespace keisan::widgets
