#include "verdict.h"

#include "diag.h"

const char *flow_reason_text(enum flow_reason r) {
    switch (r) {
#define X(name, text) \
    case FLOW_##name: \
        return text;
        FLOW_REASONS(X)
#undef X
    }
    die("there is no flow reason %d", (int)r);
}
