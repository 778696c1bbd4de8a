/* Declarations and statements as constraints: the walk over a unit.
 *
 * Control flow leaves only two traces. A block gives its variables their lifetime (struct scope). A loop gives them a depth,
 * which is how the Go compiler tells an object that is made anew each time round; so does a label that a later goto jumps back
 * to, from there to the end of the surrounding body, as in Go. */
#include "plugin/build.h"

#include "plugin/annotations.h"
#include "plugin/go_text.h"

#include <string.h>

/* ---- scopes ---- */

bool scope_encloses(const struct scope *outer, const struct scope *inner) {
    if (!outer || !inner)
        return outer == inner;
    while (inner && inner->depth > outer->depth)
        inner = inner->outer;
    return inner == outer;
}

struct scope *scope_common(struct scope *a, struct scope *b) {
    if (!a || !b)
        return a ? a : b;
    while (a->depth > b->depth)
        a = a->outer;
    while (b->depth > a->depth)
        b = b->outer;
    while (a != b && a->outer && b->outer) {
        a = a->outer;
        b = b->outer;
    }
    return a;
}

static struct scope *scope_push(struct builder *b) {
    struct scope *s = arena_new(b->arena, struct scope);
    *s = (struct scope){b->scope, b->scope ? b->scope->depth + 1 : 0, b->loops, false, b->function};
    b->scope = s;
    return s;
}

/* ---- locations ---- */

struct location *location_new(struct builder *b, enum location_kind kind, const char *name, struct ctype *type, struct c_spot place) {
    struct location *l = arena_new(b->arena, struct location);
    *l = (struct location){.kind = kind, .number = b->flows->location_count++, .name = name, .type = type, .function = b->function,
                           .scope = b->scope, .loops = b->loops, .place = place};
    if (!b->flows->one_by_one)
        vec_push(b->arena, &b->flows->locations, l);
    if (b->function)
        vec_push_moving(b->arena, &b->function->locations, l);
    return l;
}

bool is_cleaned_up_after(const struct location *variable, const struct location *x) {
    return variable->var && variable->var->is_cleaned_up && variable->scope == x->scope && x->number > variable->number;
}

static struct function *function_new(struct unit_flows *f, struct cfunc *decl) {
    struct function *fn = arena_new(f->arena, struct function);
    fn->decl = decl;
    fn->number = f->functions.len;
    vec_push(f->arena, &f->functions, fn);
    return fn;
}

struct function *function_of(struct unit_flows *f, struct cfunc *decl) {
    if (decl->analysis)
        return decl->analysis;
    struct function *fn = function_new(f, decl);
    decl->analysis = fn;
    struct builder at_file_scope = {.flows = f, .arena = f->arena};
    fn->code = location_new(&at_file_scope, LOC_FUNCTION, decl->name, decl->type, decl->place);
    fn->code->function = fn;
    function_read_annotations(f->arena, fn);
    return fn;
}

void mention(struct builder *b, struct function *f) {
    struct function *from = b->naming;
    if (!from || (from->mentions.len > 0 && vec_last(&from->mentions) == f))
        return;
    vec_push(b->arena, &from->mentions, f);
}

/* ---- sites ---- */

static bool starts_with(const char *s, const char *prefix) {
    return strncmp(s, prefix, strlen(prefix)) == 0;
}

static struct verdict *verdict_new(struct builder *b, const struct location *l, const char *text) {
    struct verdict *v = arena_new(b->arena, struct verdict);
    v->place = cunit_place(b->flows->unit, l->place);
    v->c_name = l->var ? l->var->name : l->name;
    v->function = b->function->decl->name;
    v->bytes = l->type ? l->type->bytes : -1;
    v->has_pointers = !l->type || l->type->has_pointers;
    if (!text) {
        v->name = l->name;
        v->kind = SITE_PLAIN_C;
        return v;
    }
    struct site_text site = site_parse(b->arena, text);
    v->id = site.id;
    v->name = site.name;
    v->go_file = site.file;
    v->go_line = site.line;
    v->go_col = site.col;
    if (is_identifier(site.name))
        v->kind = l->var && l->var->storage == CVAR_PARAM ? SITE_PARAMETER : SITE_VARIABLE;
    else if (site.name[0] == '~' || strcmp(site.name, "defer") == 0)
        v->kind = SITE_UNREPORTED;
    else
        v->kind = SITE_EXPRESSION;
    if (starts_with(v->name, "box of "))
        v->name += strlen("box of ");
    if (starts_with(v->name, "constant ")) {
        v->name += strlen("constant ");
        v->bytes = 0; /* data of the program, wherever its address goes */
    }
    return v;
}

void note_growth(struct builder *b, const struct cfunc *callee, struct c_spot place) {
    const char *text = annotation(&callee->attrs, "outlive.heap=");
    const char *bar = text ? strrchr(text, '|') : NULL;
    if (!bar || !b->function || b->flows->one_by_one)
        return;
    struct verdict *v = arena_new(b->arena, struct verdict);
    *v = (struct verdict){
        .name = arena_strndup(b->arena, text, (size_t)(bar - text)),
        .place = cunit_place(b->flows->unit, place),
        .c_name = callee->name,
        .function = b->function->decl->name,
        .kind = SITE_UNREPORTED,
        .bytes = -1,
        .heap = true,
        .by_nature = true,
        .rule = RULE_BY_NATURE,
        .why = bar + 1,
        .outlived_by = "{heap}",
    };
    vec_push(b->arena, &b->flows->by_nature, v);
}

static void add_site(struct builder *b, struct location *l) {
    if (!b->flows->one_by_one)
        vec_push(b->arena, &b->flows->sites, l);
}

static void annotate(struct builder *b, struct location *l) {
    const char *site = annotation(&l->var->attrs, "outlive.site=");
    const char *heap = annotation(&l->var->attrs, "outlive.heap=");
    l->outermost = annotation(&l->var->attrs, "outlive.outermost");
    if (heap && !b->flows->one_by_one) {
        const char *bar = strrchr(heap, '|');
        size_t n = bar ? (size_t)(bar - heap) : strlen(heap);
        struct verdict *v = verdict_new(b, l, arena_strndup(b->arena, heap, n));
        v->heap = v->by_nature = true;
        v->bytes = -1; /* the variable only holds its address */
        v->rule = RULE_BY_NATURE;
        v->why = bar ? bar + 1 : "on the heap by nature";
        v->outlived_by = "{heap}";
        vec_push(b->arena, &b->flows->by_nature, v);
    } else if (site) {
        l->verdict = verdict_new(b, l, site);
        l->name = l->verdict->name;
        if (l->verdict->kind == SITE_EXPRESSION || l->verdict->kind == SITE_UNREPORTED)
            l->name = arena_printf(b->arena, "{storage for %s}", l->name[0] == '~' ? l->name + 1 : l->name);
        add_site(b, l);
    }
}

/* Is there another variable of that name in the function? Lowering tells the two apart: the second is x_2. */
static bool is_taken(const struct builder *b, const char *name) {
    vec_each(i, &b->function->locations) {
        const struct location *l = b->function->locations.items[i];
        if (l->var && l->var->name && strcmp(l->var->name, name) == 0)
            return true;
    }
    return false;
}

/* A variable of lowered Go that is no site has its Go name too. */
static const char *go_variable_name(struct builder *b, const char *c_name) {
    const char *name = go_name_of(b->arena, c_name);
    bool is_keyword = c_name[strlen(c_name) - 1] == '_';
    return is_keyword || is_taken(b, name) ? name : c_name;
}

struct location *variable_location(struct builder *b, struct cvar *v) {
    if (v->analysis)
        return v->analysis;
    if (v->storage == CVAR_GLOBAL || v->storage == CVAR_STATIC_LOCAL) {
        struct builder at_file_scope = {.flows = b->flows, .arena = b->flows->arena};
        struct location *g = location_new(&at_file_scope, LOC_GLOBAL, v->name && v->name[0] ? v->name : "(literal)", v->type, v->place);
        g->var = v;
        g->function = function_new(b->flows, NULL);
        v->analysis = g;
        return g;
    }
    const char *name = v->name && v->name[0] ? v->name : arena_printf(b->flows->arena, "(%s){…}", v->type->spelling);
    struct location *l = location_new(b, LOC_VARIABLE, name, v->type, v->place);
    l->var = v;
    v->analysis = l;
    annotate(b, l);
    if (b->flows->lowered && b->function && !l->verdict)
        l->name = go_variable_name(b, name);
    return l;
}

/* Objects of plain C whose address is taken, once the function is known. */
static void add_plain_sites(struct builder *b, struct function *f) {
    if (f->decl->in_system_header)
        return;
    vec_each(i, &f->locations) {
        struct location *l = f->locations.items[i];
        bool is_object = (l->kind == LOC_VARIABLE && l->var) || (l->kind == LOC_ALLOCATED && l->on_stack);
        if (!is_object || l->verdict || !l->address_taken)
            continue;
        l->verdict = verdict_new(b, l, NULL);
        add_site(b, l);
    }
}

/* ---- statements ---- */

static void walk(struct builder *b, const struct cstmt *s);

static void walk_global_init(struct builder *b, struct location *g) {
    struct cvar *v = g->var;
    if (!v->init)
        return;
    struct builder outside = {.flows = b->flows, .arena = b->flows->arena, .naming = g->function};
    eval_init(&outside, g, v->init, v->place);
}

/* An array of variable length ends with its block, or when a jump leads back before its declaration (C17 6.2.4p7). */
static void begin_vla(struct builder *b, struct location *l) {
    struct scope *block = b->scope;
    block->has_vla = true;
    if (b->jumped_back)
        l->scope = scope_push(b);
    b->scope = block;
}

static void walk_decl(struct builder *b, const struct cstmt *s) {
    vec_each(i, &s->args) eval_effects(b, s->args.items[i]);
    vec_each(i, &s->vars) {
        struct cvar *v = s->vars.items[i];
        struct location *l = variable_location(b, v);
        if (v->storage == CVAR_LOCAL && v->type->kind == CTYPE_ARRAY && v->type->bytes < 0)
            begin_vla(b, l);
        if (v->storage == CVAR_STATIC_LOCAL) {
            walk_global_init(b, l);
            mention(b, l->function);
        } else if (v->storage != CVAR_GLOBAL && v->init) {
            eval_init(b, l, v->init, v->place);
        }
    }
}

static void walk_loop(struct builder *b, const struct cstmt *s) {
    struct scope *outer = b->scope;
    int loops = b->loops;
    scope_push(b); /* for (T x = …;;) */
    if (s->init)
        walk(b, s->init);
    b->loops++;
    scope_push(b);
    if (s->e)
        eval_effects(b, s->e);
    if (s->post)
        eval_effects(b, s->post);
    if (s->body)
        walk(b, s->body);
    b->scope = outer;
    b->loops = loops;
}

/* A branch: what a label in it adds to the depth ends with it. */
static void walk_branch(struct builder *b, const struct cstmt *s) {
    struct scope *outer = b->scope;
    int loops = b->loops;
    scope_push(b);
    walk(b, s);
    b->scope = outer;
    b->loops = loops;
}

/* A branch that a constant condition rules out is dead if there is no label in it to jump to. The Go compiler does not look at
 * such code either. */
static bool is_dead(struct builder *b, const struct cstmt *branch) {
    VEC(const struct cstmt *) todo = {0};
    vec_push(b->arena, &todo, branch);
    while (todo.len > 0) {
        const struct cstmt *s = todo.items[--todo.len];
        if (s->kind == CSTMT_LABEL || s->kind == CSTMT_CASE || s->kind == CSTMT_UNKNOWN)
            return false;
        if (s->body)
            vec_push(b->arena, &todo, s->body);
        vec_each(i, &s->list) {
            if (s->list.items[i])
                vec_push(b->arena, &todo, s->list.items[i]);
        }
    }
    return true;
}

/* if and switch are blocks, in which objects of their conditions live (C17 6.8.4p3). Few have any, and chains of else-ifs are long. */
static void walk_condition(struct builder *b, const struct cexpr *e) {
    struct scope *outer = b->scope;
    int first = b->function->locations.len;
    scope_push(b);
    eval_effects(b, e);
    for (int i = first; i < b->function->locations.len; i++) {
        if (b->function->locations.items[i]->kind == LOC_VARIABLE)
            return;
    }
    b->scope = outer;
}

static const char *const assembly = "its address goes to inline assembly";

static void walk(struct builder *b, const struct cstmt *s) {
    struct scope *around = b->scope;
    while (s) {
        switch (s->kind) {
        case CSTMT_BLOCK: {
            struct scope *outer = b->scope;
            scope_push(b);
            vec_each(i, &s->list) walk(b, s->list.items[i]);
            b->scope = outer;
            return;
        }
        case CSTMT_EXPR:
            eval_effects(b, s->e);
            return;
        case CSTMT_DECL:
            walk_decl(b, s);
            return;
        case CSTMT_IF: {
            bool is_constant = s->e->kind == CEXPR_CONST && s->e->has_value;
            walk_condition(b, s->e);
            if (s->list.len > 0 && s->list.items[0] && !(is_constant && s->e->value == 0 && is_dead(b, s->list.items[0])))
                walk_branch(b, s->list.items[0]);
            if (s->list.len < 2 || (is_constant && s->e->value != 0 && s->list.items[1] && is_dead(b, s->list.items[1]))) {
                b->scope = around;
                return;
            }
            if (s->list.items[1] && s->list.items[1]->kind != CSTMT_IF) {
                walk_branch(b, s->list.items[1]);
                b->scope = around;
                return;
            }
            s = s->list.items[1]; /* else if */
            break;
        }
        case CSTMT_LOOP:
            walk_loop(b, s);
            return;
        case CSTMT_SWITCH:
            walk_condition(b, s->e);
            if (s->body)
                walk_branch(b, s->body);
            b->scope = around;
            return;
        case CSTMT_LABEL:
            if (map_has(&b->function->looping_labels, s->name)) {
                b->loops++;
                b->jumped_back = true;
            }
            s = s->body;
            break;
        case CSTMT_CASE:
            s = s->body;
            break;
        case CSTMT_GOTO:
            if (s->e)
                eval_effects(b, s->e);
            return;
        case CSTMT_RETURN:
            if (s->e)
                eval_return(b, s->e, s->place);
            return;
        case CSTMT_ASM:
            vec_each(i, &s->args) {
                const struct cexpr *operand = s->args.items[i];
                eval_lost(b, operand, FLOW_ASSEMBLY, assembly);
                eval_written_by_assembly(b, operand->kind == CEXPR_ADDRESS ? operand->a : operand);
            }
            return;
        case CSTMT_BREAK:
        case CSTMT_CONTINUE:
        case CSTMT_EMPTY:
            return;
        case CSTMT_UNKNOWN: {
            const char *why = arena_printf(b->flows->arena, "it is used in a construct that is not understood (%s)", s->name ? s->name : "?");
            vec_each(i, &s->args) eval_lost(b, s->args.items[i], FLOW_ASSIGN, why);
            vec_each(i, &s->list) walk(b, s->list.items[i]);
            return;
        }
        }
    }
}

void walk_block_value(struct builder *b, const struct cstmt *block, struct hole k) {
    struct scope *outer = b->scope;
    scope_push(b);
    vec_each(i, &block->list) {
        const struct cstmt *s = block->list.items[i];
        if (i + 1 < block->list.len) {
            walk(b, s);
            continue;
        }
        while (s->kind == CSTMT_LABEL && s->body)
            s = s->body;
        if (s->kind == CSTMT_EXPR)
            eval(b, s->e, k);
        else
            walk(b, s);
    }
    b->scope = outer;
}

/* ---- labels that are jumped back to ---- */

/* In order of the text: a goto to a label that stands before it makes a loop. */
static void find_looping_labels(struct builder *b, struct function *f) {
    struct arena scratch = {0};
    struct map seen = {0};
    VEC(const char *) labels = {0};
    VEC(const struct cstmt *) todo = {0};
    vec_push_moving(&scratch, &todo, f->decl->body);
    while (todo.len > 0) {
        const struct cstmt *s = todo.items[--todo.len];
        if (!s)
            continue;
        if (s->kind == CSTMT_LABEL) {
            map_put(&scratch, &seen, s->name, f);
            vec_push(&scratch, &labels, s->name);
        }
        if (s->kind == CSTMT_GOTO && s->name && map_has(&seen, s->name))
            map_put(b->arena, &f->looping_labels, s->name, f);
        if (s->kind == CSTMT_GOTO && !s->name) { /* computed: to any of them */
            vec_each(i, &labels) map_put(b->arena, &f->looping_labels, labels.items[i], f);
        }
        if (s->body)
            vec_push_moving(&scratch, &todo, s->body);
        for (int i = s->list.len - 1; i >= 0; i--)
            vec_push_moving(&scratch, &todo, s->list.items[i]);
        if (s->init)
            vec_push_moving(&scratch, &todo, s->init);
    }
    arena_free(&scratch);
}

/* ---- functions and the unit ---- */

/* The records that function values made here are paired with. */
static void mark_environments(const struct function *f) {
    vec_each(i, &f->pairs) {
        const struct origins *env = &f->pairs.items[i]->env;
        vec_each(k, &env->list) {
            struct verdict *v = env->list.items[k].place.address ? env->list.items[k].place.base->verdict : NULL;
            if (!v)
                continue;
            v->is_environment = true;
            v->environment_of = f->pairs.items[i]->code->decl->name;
        }
    }
}

void flows_build_function(struct unit_flows *flows, struct function *f) {
    struct builder b = {.flows = flows, .arena = flows->unit->bodies, .function = f, .naming = f};
    cunit_load(flows->unit, f->decl);
    find_looping_labels(&b, f);
    f->body = scope_push(&b);
    f->params = arena_array(b.arena, struct location *, f->decl->params.len + 1);
    vec_each(i, &f->decl->params) f->params[i] = variable_location(&b, f->decl->params.items[i]);
    if (f->decl->type->variadic)
        f->rest = location_new(&b, LOC_VARIABLE, "...", NULL, f->decl->place);
    if (f->decl->type->target && f->decl->type->target->has_pointers)
        f->result = location_new(&b, LOC_RESULT, "{result}", f->decl->type->target, f->decl->place);
    /* The body's own block and the parameters' are one lifetime. */
    vec_each(i, &f->decl->body->list) walk(&b, f->decl->body->list.items[i]);
    if (f->decl->body->kind != CSTMT_BLOCK)
        walk(&b, f->decl->body);
    add_plain_sites(&b, f);
    mark_environments(f);
}

void function_forget(struct function *f) {
    f->params = NULL;
    f->rest = f->result = NULL;
    f->body = NULL;
    f->locations.len = f->locations.cap = 0;
    f->assignments.len = f->assignments.cap = 0;
    f->calls.len = f->calls.cap = 0;
    f->pairs.len = f->pairs.cap = 0;
    f->mentions.len = f->mentions.cap = 0;
    f->looping_labels = (struct map){0};
    f->decl->body = NULL;
}

static const struct location *record_of_call(const struct function *fn) {
    const struct location *record = fn->bound.items[0]->env.list.items[0].place.base;
    bool is_record = record->verdict && record->verdict->kind == SITE_UNREPORTED && record->verdict->name[0] == '~';
    return is_record ? record : NULL;
}

bool is_method_value(const struct pair *p) {
    const struct location *record = p->env.list.len == 1 ? p->env.list.items[0].place.base : NULL;
    const struct verdict *v = record ? record->verdict : NULL;
    return v && v->kind == SITE_EXPRESSION && strcmp(v->name, "func literal") != 0;
}

/* A function that is only ever paired with records of one function is a literal in it. */
static void find_enclosing(struct unit_flows *f) {
    vec_each(i, &f->functions) {
        struct function *fn = f->functions.items[i];
        struct function *around = NULL;
        bool nested = fn->bound.len > 0, in_place = true;
        vec_each(j, &fn->bound) {
            struct pair *p = fn->bound.items[j];
            in_place = in_place && p->direct;
            struct place env = p->env.list.len == 1 ? p->env.list.items[0].place : (struct place){0};
            bool is_record = env.base && env.base->kind == LOC_VARIABLE && env.address && !env.ops;
            if (!is_record || is_method_value(p) || (around && around != env.base->function)) {
                nested = false;
                break;
            }
            around = env.base->function;
        }
        for (const struct function *g = around; g; g = g->enclosing)
            nested = nested && g != fn;
        if (nested && fn->decl->is_defined) {
            fn->enclosing = around;
            around->has_literals = true;
            fn->called_in_place = in_place && !fn->code->address_taken;
            fn->call_record = record_of_call(fn);
        }
    }
}

/* ---- the table of verdicts ---- */

static void lay_out_verdicts(struct unit_flows *f, struct verdicts *out) {
    int count = f->sites.len + f->by_nature.len;
    struct verdict **all = arena_array(f->arena, struct verdict *, count + 1);
    vec_each(i, &f->sites) all[i] = f->sites.items[i]->verdict;
    vec_each(i, &f->by_nature) all[f->sites.len + i] = f->by_nature.items[i];
    struct ptrmap moved = {0};
    verdicts_lay_out(f->arena, all, count, out, &moved);
    vec_each(i, &f->sites) f->sites.items[i]->verdict = ptrmap_get(&moved, f->sites.items[i]->verdict);
}

struct unit_flows *flows_start(const struct cunit *u) {
    struct unit_flows *f = arena_new(u->arena, struct unit_flows);
    f->arena = u->arena;
    f->unit = u;
    f->lowered = u->lowered;
    f->one_by_one = u->load != NULL;
    struct builder b = {.flows = f, .arena = u->arena};
    const struct c_spot none = {0};
    f->heap = location_new(&b, LOC_HEAP, "{heap}", NULL, none);
    f->string = location_new(&b, LOC_STRING, "{string}", NULL, none);
    vec_each(i, &u->globals) walk_global_init(&b, variable_location(&b, u->globals.items[i]));
    for (int i = 0; f->one_by_one && i < u->functions.len; i++)
        function_of(f, u->functions.items[i]);
    return f;
}

struct unit_flows *flows_build(const struct cunit *u, struct verdicts *verdicts) {
    struct unit_flows *f = flows_start(u);
    vec_each(i, &u->functions) {
        struct function *fn = function_of(f, u->functions.items[i]);
        if (fn->decl->is_defined)
            flows_build_function(f, fn);
    }
    find_enclosing(f);
    lay_out_verdicts(f, verdicts);
    return f;
}
