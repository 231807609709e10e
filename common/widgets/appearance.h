// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QObject>
#include <QPalette>
#include <QTranslator>

namespace keisan::widgets {

// Language, colours and zoom of the whole program, changed while it runs. Widgets hear of it by the events Qt
// sends: LanguageChange, PaletteChange, FontChange. Needs the application object; puts all three back when it
// goes. The application keeps the EdgeStyle that it is given.
class Appearance : public QObject {
    Q_OBJECT

public:
    // The program's texts are the resources that begin so: "<texts>ja.qm" and, for what English needs apart
    // (plurals), "<texts>en.qm".
    explicit Appearance(QString texts, QObject* parent = nullptr);
    ~Appearance() override;

    void setLanguage(const QString& code); // "en", "ja"; the system's for anything else
    void setColours(const QString& code);  // "light", "dark"; the system's for anything else
    void setZoom(int percent);

private:
    static void install(QTranslator& translator, const QString& file);

    QString m_texts;
    QFont m_font;       // at 100 %
    QPalette m_palette; // the platform's
    QTranslator m_words;
    QTranslator m_qtWords;
};

} // namespace keisan::widgets
