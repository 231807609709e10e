// SPDX-License-Identifier: MIT
#include "common/eval/session.h"
