// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QObject>
#include <QPalette>
#include <QTranslator>

namespace keisan::client {

// Language, colours and zoom of the whole program, changed while it runs. Widgets hear of it by the events Qt
// sends: LanguageChange, PaletteChange, FontChange. Needs the application object; puts everything back when
// it goes.
class Appearance : public QObject {
    Q_OBJECT

public:
    explicit Appearance(QObject* parent = nullptr);
    ~Appearance() override;

    void setLanguage(const QString& code); // "system", "en", "ja"
    void setColours(const QString& code);  // "system", "light", "dark"
    void setZoom(int percent);

private:
    void installTranslation(QTranslator& translator, bool isWanted, const QString& name,
                            const QString& folder);

    QFont m_font;       // at 100 %
    QPalette m_palette; // the platform's
    QTranslator m_words;
    QTranslator m_qtWords;
};

} // namespace keisan::client
