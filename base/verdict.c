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

static const struct {
    const char *name, *meaning;
} rules[] = {
#define X(name, text, meaning) {text, meaning},
    RULES(X)
#undef X
};

const char *rule_name(enum rule r) {
    return rules[r].name;
}

const char *rule_meaning(enum rule r) {
    return rules[r].meaning;
}
