/* What Go has as one operation, C has as several: `(func_int){f, &env1}` takes an address, fills a record and is a func literal.
 * The address taken of a site is the operation (a spill); what wraps that address is left out. What fills a site is told by what
 * kind of site it is: fields of an environment are captures, a box is an interface conversion, an array behind a slice has
 * elements. All other operations have a word of their own in both languages, and only their expressions are put into Go. */
#include "plugin/go_steps.h"

#include "plugin/annotations.h"
#include "plugin/build.h"
#include "plugin/go_text.h"

#include <string.h>

static void add(struct arena *a, struct flow *f, struct flow_step step) {
    if (f->go_steps.len > 0 && vec_last(&f->go_steps).reason == step.reason && strcmp(vec_last(&f->go_steps).expression, step.expression) == 0)
        return; /* one operation, told by both sides of a temporary */
    vec_push(a, &f->go_steps, step);
}

static bool is_expression(const struct location *l) {
    return l && l->verdict && l->verdict->id && (l->verdict->kind == SITE_EXPRESSION || l->verdict->kind == SITE_UNREPORTED);
}

static bool is_box(const struct location *l) {
    return is_expression(l) && (strstr(l->verdict->id, ":box of ") || strstr(l->verdict->id, ":constant "));
}

/* ---- records that only C has ---- */

static bool has_fields(const struct ctype *t, const char *first, const char *second) {
    return t->kind == CTYPE_RECORD && t->field_count >= 2 && strcmp(t->fields[0].name, first) == 0 && strcmp(t->fields[1].name, second) == 0;
}

static bool is_interface(const struct ctype *t) {
    return has_fields(t, "type", "data") || has_fields(t, "methods", "data");
}

static bool is_array(const struct ctype *t) {
    return t->kind == CTYPE_RECORD && t->field_count == 1 && strcmp(t->fields[0].name, "at") == 0 && t->fields[0].type->kind == CTYPE_ARRAY;
}

static bool is_header(const struct ctype *t) {
    return is_array(t) || has_fields(t, "ptr", "len") || has_fields(t, "fn", "env") || has_fields(t, "r0", "r1");
}

/* ---- kinds of steps ---- */

/* `env1.x = …`: the variable is captured. The receiver in the record of a method value just flows. */
static bool is_capture(const struct step *s) {
    if (s->reason != FLOW_ASSIGN || s->initialised || !s->expression || s->expression->kind != CEXPR_ASSIGN)
        return false;
    const struct location *record = go_site_around(s->expression->a);
    return record && record->verdict->is_environment && strcmp(record->verdict->name, "func literal") == 0;
}

static void add_capture(struct arena *a, struct flow *f, struct flow_step step, const struct cexpr *value) {
    value = go_bare(value);
    bool by_reference = value->kind == CEXPR_ADDRESS;
    step.expression = go_text(a, by_reference ? value->a : value);
    step.reason = FLOW_CAPTURED;
    add(a, f, step);
    step.reason = FLOW_REFERENCE;
    if (by_reference)
        add(a, f, step);
}

static void add_assignment(struct arena *a, struct flow *f, struct flow_step step, const struct step *s) {
    const struct cexpr *e = s->expression;
    if (is_box(s->object)) {
        step.reason = FLOW_INTERFACE_CONVERTED;
        step.expression = s->object->verdict->name;
    } else if (s->initialised) {
        if (is_expression(s->object))
            return; /* it is the value of the expression */
        const char *name = s->object->verdict ? s->object->verdict->name : s->initialised;
        step.expression = arena_printf(a, "%s := %s", name, go_text(a, e));
    } else if (is_capture(s)) {
        add_capture(a, f, step, e->b);
        return;
    } else if (e->kind == CEXPR_ASSIGN && go_site_around(e->a)) {
        const struct verdict *record = go_site_around(e->a)->verdict;
        f->through_temporary = record->is_environment && record->kind == SITE_EXPRESSION; /* the receiver of a method value */
        return;
    } else {
        step.expression = go_text(a, e);
    }
    add(a, f, step);
}

/* A method's receiver, whose address is taken although nobody wrote &. */
static bool is_receiver(const struct step *s) {
    const struct step *user = s->next;
    const struct cexpr *call = user && user->reason == FLOW_CALL_PARAMETER ? user->expression : NULL;
    const struct cfunc *callee = call && call->kind == CEXPR_CALL ? function_named(call->a) : NULL;
    const char *name = callee ? annotation(&callee->attrs, "outlive.go=") : NULL;
    if (name && name[0] == '(')
        return go_bare(call->args.items[0]) == s->expression;
    const struct cexpr *assign = user && user->reason == FLOW_ASSIGN && !user->initialised ? user->expression : NULL;
    const struct location *record = assign && assign->kind == CEXPR_ASSIGN ? go_site_around(assign->a) : NULL;
    return record && record->verdict->is_environment;
}

static void add_address(struct arena *a, struct flow *f, struct flow_step step, const struct step *s) {
    if (go_site_around(s->expression->a) || (s->next && is_capture(s->next)))
        return;
    step.expression = go_text(a, is_receiver(s) ? s->expression->a : s->expression);
    add(a, f, step);
}

/* A variable whose address is taken although nobody wrote &, for a slice of it. */
static void add_implicit_address(const struct cunit *u, struct flow *f, struct flow_step step, const struct location *variable, const struct step *next) {
    if (next)
        step.place = cunit_place(u, next->place);
    for (; next; next = next->next) {
        if (next->reason == FLOW_ADDRESS_OF)
            return;
    }
    step.reason = FLOW_ADDRESS_OF;
    step.expression = variable->verdict->name;
    add(u->arena, f, step);
}

/* The operation is that of a site, which has its place in Go. */
static void place_at_site(struct flow_step *step, const struct location *site) {
    step->go_file = site->verdict->go_file;
    step->go_line = site->verdict->go_line;
    step->go_col = site->verdict->go_col;
}

static void add_spill(const struct cunit *u, struct flow *f, struct flow_step step, const struct location *site, const struct step *next) {
    if (!is_expression(site)) {
        add_implicit_address(u, f, step, site, next);
        return;
    }
    if (site->verdict->kind == SITE_UNREPORTED)
        return;
    step.expression = site->verdict->name;
    place_at_site(&step, site);
    add(u->arena, f, step);
}

static void add_field(const struct cunit *u, struct flow *f, struct flow_step step, const struct step *s) {
    struct arena *a = u->arena;
    const struct cexpr *list = s->expression;
    step.place = cunit_place(u, list->place);
    bool is_slice = has_fields(list->type, "ptr", "len");
    if (is_header(list->type) && !(is_slice && !go_site(list)))
        return;
    if (is_slice) {
        step.reason = FLOW_SLICE;
        step.expression = go_text(a, list);
    } else if (is_interface(list->type)) {
        if (go_site(list))
            return;
        step.reason = FLOW_INTERFACE_CONVERTED;
        step.expression = go_text(a, list);
    } else {
        step.expression = go_text(a, list);
    }
    add(a, f, step);
}

static void add_element(const struct cunit *u, struct flow *f, struct flow_step step, const struct step *s) {
    struct arena *a = u->arena;
    const char *name = is_expression(s->object) ? s->object->verdict->name : NULL;
    step.place = cunit_place(u, s->expression->place);
    if (name && name[0] != '&')
        place_at_site(&step, s->object);
    bool of_slice = name && (strncmp(name, "[]", 2) == 0 || strcmp(name, "... argument") == 0);
    step.reason = of_slice ? FLOW_ELEMENT : FLOW_ARRAY_ELEMENT;
    if (name)
        step.expression = name + (name[0] == '&');
    else
        step.expression = s->object && s->object->type && is_array(s->object->type) ? go_literal_text(a, s->object->type) : go_text(a, s->expression);
    add(a, f, step);
}

static bool is_field_of_header(const struct cexpr *member) {
    return is_header(member->a->type) || is_interface(member->a->type);
}

static bool is_operation(const char *name, const char *start, const char *end) {
    size_t n = strlen(name), s = strlen(start), e = strlen(end);
    return n >= s + e && strncmp(name, start, s) == 0 && strcmp(name + n - e, end) == 0;
}

/* What is passed to an operation of the runtime: Go has an operator or a statement there. */
static bool add_operation(struct arena *a, struct flow *f, struct flow_step step, const struct cexpr *call, int argument) {
    const struct cfunc *callee = function_named(call->a);
    const char *name = callee ? callee->name : "";
    if (go_site(call) || strcmp(name, "go_defer_in_loop") == 0 || strcmp(name, "go_spawn") == 0)
        return true;
    if (go_slicing(call) != NO_SLICE) {
        step.reason = FLOW_SLICE;
        step.expression = go_text(a, call);
    } else if (strcmp(name, "go_assert") == 0) {
        step.reason = FLOW_DOT;
        step.expression = go_text(a, call);
    } else if (is_operation(name, "map_", "_put") && call->args.len == 3) {
        const char *element = arena_printf(a, "%s[%s]", go_text(a, call->args.items[0]), go_text(a, call->args.items[1]));
        step.reason = argument == 1 ? FLOW_MAP_KEY : FLOW_ASSIGN;
        step.expression = argument == 1 ? element : arena_printf(a, "%s = %s", element, go_text(a, call->args.items[2]));
    } else if (is_operation(name, "chan_", "_send") && call->args.len == 2) {
        step.reason = FLOW_SEND;
        step.expression = arena_printf(a, "%s <- %s", go_text(a, call->args.items[0]), go_text(a, call->args.items[1]));
    } else {
        return false;
    }
    add(a, f, step);
    return true;
}

static void add_call(struct arena *a, struct flow *f, struct flow_step step, const struct step *s) {
    const struct cexpr *call = s->expression;
    if (add_operation(a, f, step, call, s->argument))
        return;
    const struct cfunc *callee = function_named(call->a);
    step.expression = go_text(a, call);
    add(a, f, step);
    if (callee && go_appends(callee) && s->argument == 0 && f->derefs >= 1 && strcmp(f->destination, "{heap}") == 0)
        f->through_temporary = f->appendee = true;
    if (callee && is_operation(callee->name, "slice_", "_append_slice") && s->argument == 1) {
        step.reason = FLOW_APPENDED;
        add(a, f, step);
    }
}

void add_go_step(const struct cunit *u, struct flow *f, const struct step *s) {
    struct arena *a = u->arena;
    struct flow_step step = {.reason = s->reason, .place = cunit_place(u, s->place)};
    const struct cexpr *e = s->expression;
    switch (s->reason) {
    case FLOW_SPILL:
        add_spill(u, f, step, s->object, s->next);
        return;
    case FLOW_ADDRESS_OF:
        add_address(a, f, step, s);
        return;
    case FLOW_ASSIGN:
        if (e)
            add_assignment(a, f, step, s);
        return;
    case FLOW_FIELD:
        add_field(u, f, step, s);
        return;
    case FLOW_ELEMENT:
        add_element(u, f, step, s);
        return;
    case FLOW_CALL_PARAMETER:
        add_call(a, f, step, s);
        return;
    case FLOW_RETURN:
        step.expression = arena_printf(a, "return %s", go_text(a, e));
        add(a, f, step);
        return;
    case FLOW_DOT:
        if (is_field_of_header(e))
            return;
        break;
    case FLOW_DOT_OF_POINTER:
        if (e->kind == CEXPR_MEMBER && (is_own_environment(e->a->a) || is_field_of_header(e)))
            return;
        break;
    case FLOW_INDIRECTION: {
        const struct cexpr *pointer = go_bare(e->kind == CEXPR_DEREF ? e->a : e);
        if (e->kind != CEXPR_DEREF || pointer->kind == CEXPR_ADDRESS || (go_text(a, e)[0] != '*' && pointer->kind == CEXPR_MEMBER))
            return; /* a call through a function value; a value read as another type; a variable that was captured by reference */
        break;
    }
    case FLOW_PAIRED:
        return;
    default:
        if (!e)
            return;
    }
    step.expression = go_text(a, e);
    add(a, f, step);
}
