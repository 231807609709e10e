// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <vector>

namespace keisan::server {

// A figure over the last minute, as small as a word and without a scale. Draws what it was last given.
class Sparkline : public QWidget {
    Q_OBJECT

public:
    static constexpr int kSeconds = 60;

    explicit Sparkline(QWidget* parent = nullptr);

    void setValues(std::vector<double> values);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<double> m_values;
};

} // namespace keisan::server
