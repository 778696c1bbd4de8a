/* What comes back from the analysis: one verdict per storage site, with its reason.
 *
 * This record is one of the two seams between the halves (lowered C is the other): the checker makes it, the second lowering
 * follows it, and -m, warnings, JSON, SARIF, `why` and `map` are all printed from it. It knows neither Go trees nor clang. */
#ifndef OUTLIVE_VERDICT_H
#define OUTLIVE_VERDICT_H

#include "map.h"
#include "pos.h"
#include "vec.h"

#include <stdbool.h>

/* A place as the C tells it. `physical` is where the text stands in the C file; `presumed` follows #line. */
struct c_place {
    struct pos physical;
    struct pos presumed;
};

/* Why one edge of the flow graph exists. The spelling is the Go compiler's word in its -m=2 "from" lines where it has one. */
#define FLOW_REASONS(X)                                  \
    X(ADDRESS_OF, "address-of")                          \
    X(INDIRECTION, "indirection")                        \
    X(DOT, "dot")                                        \
    X(DOT_OF_POINTER, "dot of pointer")                  \
    X(FIXED_ARRAY_INDEX, "fixed-array-index-of")         \
    X(SLICE, "slice")                                    \
    X(SPILL, "spill")                                    \
    X(ASSIGN, "assign")                                  \
    X(RETURN, "return")                                  \
    X(CALL_PARAMETER, "call parameter")                  \
    X(CAPTURED, "captured by a closure")                 \
    X(REFERENCE, "reference")                            \
    X(INTERFACE_CONVERTED, "interface-converted")        \
    X(RANGE, "range")                                    \
    X(SEND, "send")                                      \
    X(MAP_KEY, "key of map put")                         \
    X(APPENDED, "appended slice...")                     \
    X(ELEMENT, "slice-literal-element")                  \
    X(ARRAY_ELEMENT, "array literal element")            \
    X(FIELD, "struct literal element")                   \
    X(STORE_THROUGH_POINTER, "store through a pointer")  \
    X(RESULT_OF_CALL, "result of a call")                \
    X(CAST_TO_INTEGER, "cast to an integer")             \
    X(ASSEMBLY, "inline assembly")                       \
    X(PAIRED, "environment of a function value")         \
    X(BY_NATURE, "by nature")
enum flow_reason {
#define X(name, text) FLOW_##name,
    FLOW_REASONS(X)
#undef X
};
const char *flow_reason_text(enum flow_reason r);

/* What decided a verdict. docs/analysis.md has each under its name, with the argument why it is sound. */
#define RULES(X)                                                                                       \
    X(NO_ADDRESS, "no-address", "nobody has its address")                                              \
    X(HOLDERS_END, "holders-end", "whatever holds its address ends before it does")                    \
    X(GO_KEEPS, "go-keeps", "its address reaches nothing that lives longer, by the Go compiler's rules") \
    X(RETURNED, "returned", "a result outlives everything in its function")                            \
    X(OUTER_BLOCK, "outer-block", "a variable of an outer block outlives it")                          \
    X(CALLERS_MEMORY, "callers-memory", "what the caller can reach outlives it")                       \
    X(REACHES_HEAP, "reaches-heap", "the heap, globals and what keeps its arguments outlive it")       \
    X(HELD_BY_HEAP, "held-by-heap", "what is on the heap holds its address")                           \
    X(NOT_SEEN, "not-seen", "where its address goes cannot be seen, so it is assumed to be kept")      \
    X(BY_NATURE, "by-nature", "it can never be on the stack, whatever holds its address")
enum rule {
#define X(name, text, meaning) RULE_##name,
    RULES(X)
#undef X
};
const char *rule_name(enum rule r);
const char *rule_meaning(enum rule r);

/* One operation inside an edge: `from &count (address-of) at …`. */
struct flow_step {
    enum flow_reason reason;
    const char *expression; /* the C text of the operation, shortened; the driver shows Go terms where it can map `place` */
    struct c_place place;
    const char *callee, *parameter; /* CALL_PARAMETER: C names of the function and of what takes the argument; NULL: not known */
    const char *go_file;    /* as in struct verdict, where the operation is a site's own */
    int go_line, go_col;    /* 0: `place` tells */
};

/* One edge of the path from the object to what outlives it:  dst ← ops src. */
struct flow {
    const char *destination; /* display name: a variable, "{heap}", "{temp}", "{storage for func literal}" */
    const char *source;
    int derefs;              /* -1 address, 0 copy, n loads */
    VEC(struct flow_step) steps; /* innermost operation first */
    VEC(struct flow_step) go_steps; /* lowered Go: the operations that the Go compiler has, in Go's words and expressions */
    bool lowered;
    bool through_temporary; /* lowered Go: the Go compiler has a {temp} on the way, behind the steps … */
    bool appendee;          /* … and one of the loads behind that: an appended slice's old elements may move to the heap */
    const struct verdict *reached; /* last flow of a path: the destination is a site, itself on the heap, and the story goes on
                                      with its path; NULL where the destination outlives by its own nature */
};

enum site_kind {
    SITE_VARIABLE,    /* -m says "moved to heap: x" and nothing when it stays */
    SITE_EXPRESSION,  /* -m says "X escapes to heap" or "X does not escape" */
    SITE_PARAMETER,   /* a variable that also has a leak set */
    SITE_UNREPORTED,  /* has a verdict that the lowering follows, but the Go compiler has no line for it (a defer record) */
    SITE_PLAIN_C,     /* a local object of hand-written C, which has no Go place */
};

/* One use of an object's address, and why it does no harm, or does: for `why`. */
struct address_use {
    struct flow flow;               /* from the last holder that has a name to this one */
    const struct verdict *holder;   /* the site that holds the address now; NULL: what holds it is none */
    enum {
        USE_IN_CALL,                /* an argument: the call is over before the object is */
        USE_IN_HOLDER,              /* in something that ends no later than the object */
        USE_OUTLIVES,               /* in something that may live longer */
    } end;
    const char *until;              /* IN_HOLDER: "ends with 'f'", for a sentence */
    int distance;                   /* assignments since the address was taken */
};

/* Where the value of a parameter goes, with the fewest loads: Go's parameter tag. */
struct leak {
    int result;              /* -1: the heap; k: result k */
    const char *result_name; /* "~r0" or its Go name; NULL for the heap */
    int derefs;
    VEC(struct flow) path;
};

struct verdict {
    const char *id;       /* text of the SITE annotation, `[file:]line:col:name`, unique in the unit; NULL in plain C */
    const char *name;     /* display name: `count`, `func literal`, `make([]int, 3)`, `x` for a box of x */
    const char *go_file;  /* NULL where the annotation names none */
    int go_line, go_col;  /* 0 in plain C */
    struct c_place place; /* of the C declaration */
    const char *c_name;   /* name of the C object */
    const char *function; /* C function that declares it */
    enum site_kind kind;
    long bytes;           /* size of the object; 0 needs no storage whatever the verdict; -1 unknown (VLA) */
    bool heap;
    bool by_nature;       /* can never be on the stack; `why` says the reason (non-constant size, too large …) */
    bool is_environment;  /* an environment record that is paired with `environment_of` */
    const char *environment_of; /* the C function whose environment this is */
    bool assumed;         /* the path rests on something the analysis cannot see; `why` names it */
    enum rule rule;       /* what decided, for heap and for stack alike … */
    const char *why;      /* … and how it applies here, in one line (never NULL) */
    const char *outlived_by; /* heap only: display name of what outlives it; "{heap}" for the heap */
    VEC(struct flow) path;   /* heap only: shortest path, the object first, the root last */
    VEC(struct flow) direct; /* -model=gc: every flow of its address straight to {heap}; the Go compiler tells each of them */
    VEC(struct leak) leaks;  /* SITE_PARAMETER only */
    bool has_pointers;       /* SITE_PARAMETER only: pointer-free parameters have no "does not escape" line */
    VEC(struct address_use) uses;    /* all uses of its address, nearest first; only where they were asked for (check_options) */
};

/* What -m says besides verdicts: "f ignoring self-assignment in b.p = b.q". */
struct remark {
    struct c_place place;
    enum flow_reason reason; /* the operation that is at the place */
    const char *text;
};

struct verdicts {
    VEC(struct verdict) list; /* in order of declaration in the C text */
    VEC(struct remark) remarks;
    struct map by_id;         /* id → struct verdict * */
};

/* One table of `all`, which are sorted by their places in the C text and copied; `moved` gets where each of them is now. */
void verdicts_lay_out(struct arena *a, struct verdict **all, int count, struct verdicts *out, struct ptrmap *moved);

/* What the verdict's path leads to has moved. */
void verdict_follow(struct verdict *v, const struct ptrmap *moved);

/* What -dump=verdicts prints: every field that says something, one verdict after the other. (verdict_dump.c) */
struct buf;
void verdicts_dump(const struct verdicts *v, struct buf *out);

#endif
