// SPDX-License-Identifier: MIT
#include "server/window/curve.h"

namespace keisan::server {

QPainterPath curveThrough(const std::vector<double>& values, double most, const QRectF& plot) {
    QPainterPath curve;
    if (values.size() < 2)
        return curve;
    const double step = plot.width() / double(values.size() - 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const QPointF at(plot.left() + double(i) * step,
                         plot.bottom() - (most > 0 ? values[i] / most : 0) * plot.height());
        i == 0 ? curve.moveTo(at) : curve.lineTo(at);
    }
    return curve;
}

QPainterPath areaBelow(const QPainterPath& curve, const QRectF& plot) {
    QPainterPath area = curve;
    if (area.isEmpty())
        return area;
    area.lineTo(plot.bottomRight());
    area.lineTo(plot.bottomLeft());
    area.closeSubpath();
    return area;
}

} // namespace keisan::server
