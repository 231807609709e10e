// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/limit_table.h"

#include <QDialog>

#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace keisan::server {

// What bounds the server, each with its default beside it. Takes what people write ("64 MiB", "5 s"); what it
// cannot take is framed and explained, and nothing is applied until all is well.
class LimitsDialog : public QDialog {
    Q_OBJECT

public:
    explicit LimitsDialog(const ServerLimits& limits, QWidget* parent = nullptr);

Q_SIGNALS:
    void applied(const keisan::server::ServerLimits& limits);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        const LimitRow* row = nullptr;
        QLabel* name = nullptr;
        QLineEdit* edit = nullptr;
        QLabel* usual = nullptr;
    };

    void addLine(const LimitRow& row, QGridLayout& grid);
    void check();
    void apply();
    void restoreDefaults();
    void retranslate();

    ServerLimits m_limits; // what is applied
    ServerLimits m_wished; // as of the last check
    std::vector<Line> m_lines;
    QLabel* m_note;
    QLabel* m_fault;
    QPushButton* m_ok = nullptr;
    QPushButton* m_apply = nullptr;
    QPushButton* m_defaults = nullptr;
};

} // namespace keisan::server
