// SPDX-License-Identifier: MIT
#include "server/window/application_icon.h"

// A static library's resources have to be brought in by name, and not from inside a namespace.
static void bringInIcons() {
    Q_INIT_RESOURCE(keisan_server_icons);
}

namespace keisan::server {

QIcon applicationIcon() {
    bringInIcons();
    QIcon icon;
    for (const char* file : {":/icons/keisan-server-48.png", ":/icons/keisan-server-128.png"})
        icon.addFile(QLatin1String(file));
    return icon;
}

} // namespace keisan::server
