/* The Go compiler's model, over C.
 *
 * The reference is cmd/compile/internal/escape of Go 1.19; its header comment and docs/analysis.md say why it is sound. In short:
 *
 *   - One vertex per variable (one per result of a function). Fields are not told apart.
 *   - An edge `dst ← src, d` says that src's value after d loads may be stored in dst; d = -1: src's address.
 *   - Whatever is stored through a pointer, in a global, or passed to who knows whom goes to the one vertex {heap}.
 *     Nothing is ever loaded from there that needs care: what got there is on the heap itself.
 *   - A variable is moved to the heap when its address reaches something that outlives it (outlives(), below). From then on it
 *     is {heap} for all that flows into it.
 *   - Functions are solved callee first; a parameter is summarised by the fewest loads with which it reaches the heap and each
 *     result (its leaks).
 *
 * Environments. In C a captured variable is reached through a pointer, `env->x` or `*env->x`, and would be "loaded from a
 * parameter", which says nothing. The Go compiler has no such loads: inside a literal the captured variable is the variable. So
 * places that start with a literal's environment are rewritten (resolve()): env->x is whatever was stored in the x of the record
 * that the literal is paired with. That is sound as all records it is ever paired with are known: a literal is a function whose
 * every pairing is with a record of one function, and whose batch is that function's.
 *
 * Cost. Go walks back from every location, which is quadratic in chains of assignments. Here one walk serves all roots that
 * outlive the same things: {heap} with all that is on the heap; each result; the variables of one function at one loop depth.
 * Shortest paths in numbers of loads come from a queue that only takes improvements. */
#include "plugin/annotations.h"
#include "plugin/explain.h"
#include "plugin/go_text.h"
#include "plugin/layout.h"
#include "plugin/model.h"

#include <limits.h>
#include <string.h>

struct edge {
    int src;
    int derefs;
    const struct step *steps;
    const char *why;         /* into {heap}: the rule that brings it there */
    const struct edge *next; /* into the same vertex */
    bool assumed;
};

struct vertex {
    struct location *of;
    int result;              /* RESULT: number of the result */
    const struct edge *in, *last_in;
    bool escapes;
    bool is_param;
    int leak_heap;           /* INT_MAX: none */
    int *leak_results;       /* per result of its function; NULL: none */
    /* walks */
    int heap_derefs, heap_next;   /* distance from {heap}, and the way there; heap_next -1: a root */
    const struct edge *heap_edge;
    int walk, derefs, next;       /* the same in the current walk from another root */
    const struct edge *edge;
    int told;                     /* the explanation that came by last */
};

struct gc {
    struct unit_flows *f;
    struct arena *arena;               /* the unit's: what verdicts hold */
    struct arena *scratch;             /* the graph */
    struct vertex *vertices;
    int vertex_count;
    struct writes { struct assignment *first, *last; } *writes; /* by location number: assignments to it, or to a part of it,
                                                                   that go through no pointer */
    struct field_writes { const struct assignment *assignment; struct field_writes *next; } ***by_field;
                                       /* by location number: of a record that is an environment, the writes to each field; last
                                          those to all of it; NULL until asked for */
    signed char *env_state;            /* by location number: 0 not asked, 1 no, 2 yes, 3 being asked */
    int walk;
    int told;
    VEC(int) queue;                    /* vertices whose distance from {heap} got smaller */
    struct function *function;         /* whose assignments are being added */
};

enum { HEAP_VERTEX = 0, MOST_RESULTS = 7 /* of a tag, in Go 1.19 */ };

/* ---- vertices ---- */

/* `results_A_B { A r0; B r1; }`: several results are several vertices. */
static int parts_of(const struct location *l) {
    bool may_split = l->kind == LOC_RESULT || l->kind == LOC_VARIABLE || l->kind == LOC_TEMPORARY;
    return may_split && is_results(l->type) ? l->type->field_count : 1;
}

/* Is what lies at an offset of the record in this one of its parts? Offset -1: anywhere. */
static bool part_has(const struct location *l, int part, long offset) {
    if (offset < 0 || parts_of(l) == 1)
        return true;
    const struct ctype *record = l->type;
    return offset >= record->fields[part].offset && (part + 1 == record->field_count || offset < record->fields[part + 1].offset);
}

static bool is_vertex(const struct location *l) {
    return l->kind == LOC_VARIABLE || l->kind == LOC_RESULT || l->kind == LOC_TEMPORARY || l->kind == LOC_HEAP ||
           (l->kind == LOC_ALLOCATED && l->on_stack);
}

/* What is passed for `...` is a parameter like the named ones. */
static bool is_parameter(const struct location *l) {
    if (l->kind != LOC_VARIABLE)
        return false;
    return l->var ? l->var->storage == CVAR_PARAM : l->function && l == l->function->rest;
}

static void make_vertices(struct gc *g) {
    int count = 0;
    vec_each(i, &g->f->locations) {
        struct location *l = g->f->locations.items[i];
        l->solver = count;
        if (is_vertex(l))
            count += parts_of(l);
    }
    g->vertices = arena_array(g->scratch, struct vertex, count);
    g->vertex_count = count;
    vec_each(i, &g->f->locations) {
        struct location *l = g->f->locations.items[i];
        for (int part = 0; is_vertex(l) && part < parts_of(l); part++) {
            struct vertex *v = &g->vertices[l->solver + part];
            v->of = l;
            v->result = part;
            v->is_param = is_parameter(l);
            v->leak_heap = v->heap_derefs = INT_MAX;
            v->heap_next = -1;
        }
    }
}

static const char *vertex_name(const struct gc *g, int n) {
    const struct vertex *v = &g->vertices[n];
    if (v->of->kind != LOC_RESULT)
        return v->of->name;
    return result_name(g->arena, v->of->function, v->result);
}

/* ---- environments ---- */

static bool stores_through_pointer(struct place p) {
    for (const struct op *o = p.ops; o; o = o->next) {
        if (o->kind != OP_FIELD)
            return true;
    }
    return false;
}

static void add_write(struct gc *g, struct assignment *s) {
    struct writes *w = &g->writes[s->dst.base->number];
    s->next_write = NULL;
    if (w->last)
        w->last->next_write = s;
    else
        w->first = s;
    w->last = s;
}

static void index_writes(struct gc *g) {
    g->writes = arena_array(g->scratch, struct writes, g->f->locations.len);
    vec_each(i, &g->f->functions) {
        struct function *f = g->f->functions.items[i];
        vec_each(j, &f->assignments) {
            if (!stores_through_pointer(f->assignments.items[j]->dst))
                add_write(g, f->assignments.items[j]);
        }
    }
}

/* Does the variable hold the environment of the literal `f` it is in, and nothing else? Its parameter, or a copy of that. */
static bool is_environment(struct gc *g, struct location *l) {
    if (l->kind != LOC_VARIABLE || !l->function || !l->function->enclosing || l->address_taken)
        return false;
    if (l->function->param_count > 0 && l->function->params && l->function->params[0] == l)
        return true;
    signed char *state = &g->env_state[l->number];
    if (*state == 0) {
        *state = 3;
        bool yes = false;
        const struct assignment *s = g->writes[l->number].first;
        if (s && !s->next_write) {
            yes = !s->dst.ops && !s->src.ops && !s->src.address && is_environment(g, s->src.base);
        }
        *state = yes ? 2 : 1;
    }
    return *state == 2;
}

static long leading_offset(const struct op *ops) {
    long offset = 0;
    for (; ops && ops->kind == OP_FIELD; ops = ops->next)
        offset += ops->offset;
    return offset;
}

static const struct op *after_fields(const struct op *ops) {
    while (ops && ops->kind == OP_FIELD)
        ops = ops->next;
    return ops;
}

/* The writes to one field of an environment record; field_count: to all of it. */
static const struct field_writes *writes_to(struct gc *g, const struct location *record, int field) {
    struct field_writes **table = g->by_field[record->number];
    int whole = record->type->field_count;
    if (!table) {
        table = g->by_field[record->number] = arena_array(g->scratch, struct field_writes *, whole + 1);
        for (const struct assignment *s = g->writes[record->number].first; s; s = s->next_write) {
            bool to_all = !s->dst.ops && (!s->type || s->type == record->type);
            int at = to_all ? whole : field_with(record->type, leading_offset(s->dst.ops));
            struct field_writes *w = arena_new(g->scratch, struct field_writes);
            *w = (struct field_writes){s, table[at < 0 ? whole : at]};
            table[at < 0 ? whole : at] = w;
        }
    }
    return field < 0 ? NULL : table[field];
}

typedef VEC(struct place) places;

/* `p`'s value, and then `ops` on it. */
static struct place place_then(struct arena *a, struct place p, const struct op *ops, bool address) {
    if (p.address && ops && ops->kind == OP_LOAD)
        ops = ops->next;
    else if (p.address)
        address = true;
    VEC(const struct op *) own = {0};
    for (const struct op *o = p.ops; o; o = o->next)
        vec_push(a, &own, o);
    for (int i = own.len - 1; i >= 0; i--) {
        struct op *copy = arena_new(a, struct op);
        *copy = (struct op){own.items[i]->kind, own.items[i]->offset, ops};
        ops = copy;
    }
    return (struct place){p.base, ops, address};
}

enum { DEEPEST_ENVIRONMENT = 300 }; /* literals nest in brackets, of which C allows 256; a cycle by hand ends here */

/* The places that `p` stands for, once environments are seen through. What is not an environment stands for itself. */
static void resolve(struct gc *g, struct place p, places *out, int depth) {
    if (!p.ops || p.ops->kind != OP_LOAD || depth > DEEPEST_ENVIRONMENT || !is_environment(g, p.base)) {
        vec_push(g->scratch, out, p);
        return;
    }
    const struct op *in_record = p.ops->next;
    long offset = leading_offset(in_record);
    const struct op *rest = after_fields(in_record);
    struct function *f = p.base->function;
    vec_each(i, &f->bound) {
        struct location *record = f->bound.items[i]->env.list.items[0].place.base;
        if (p.address && !rest) { /* the address of a field is one of the record */
            vec_push(g->scratch, out, ((struct place){record, NULL, true}));
            continue;
        }
        int field = field_with(record->type, offset);
        for (const struct field_writes *w = writes_to(g, record, field); w; w = w->next)
            resolve(g, place_then(g->scratch, w->assignment->src, rest, p.address), out, depth + 1);
        for (const struct field_writes *w = writes_to(g, record, record->type->field_count); w; w = w->next)
            resolve(g, place_then(g->scratch, w->assignment->src, in_record, p.address), out, depth + 1);
    }
}

/* The same for where something is stored. What is put into an environment itself is no capture, which the writes above do not
 * tell, but a store through a pointer; only C written by hand does that. */
static void resolve_destination(struct gc *g, struct place p, places *out) {
    if (p.ops && p.ops->kind == OP_LOAD && !after_fields(p.ops->next))
        vec_push(g->scratch, out, p);
    else
        resolve(g, p, out, 0);
}

/* ---- edges ---- */

static int derefs_of(struct place p) {
    int n = p.address ? -1 : 0;
    for (const struct op *o = p.ops; o; o = o->next)
        n += o->kind == OP_LOAD;
    return n;
}

static void add_edge(struct gc *g, int dst, int src, int derefs, const struct step *steps, const char *why, bool assumed) {
    if (dst == src && derefs >= 0)
        return;
    struct edge *e = arena_new(g->scratch, struct edge);
    *e = (struct edge){src, derefs, steps, why, NULL, assumed};
    struct vertex *v = &g->vertices[dst];
    if (v->in)
        ((struct edge *)v->last_in)->next = e;
    else
        v->in = e;
    v->last_in = e;
}

static bool is_around(const struct function *outer, const struct function *f) {
    for (; f; f = f->enclosing) {
        if (f == outer)
            return true;
    }
    return false;
}

/* The part of a split location that a place is in; -1: all of it. */
static int part_of(struct place p) {
    if (parts_of(p.base) == 1)
        return 0;
    if (!p.ops || p.ops->kind != OP_FIELD) /* r0 is at offset 0 and leaves no operation behind, unless something is loaded */
        return p.ops ? 0 : -1;
    return field_with(p.base->type, p.ops->offset);
}

static const char *heap_reason(struct gc *g, struct place dst) {
    if (dst.base->kind == LOC_GLOBAL)
        return arena_printf(g->arena, "it is stored in the global '%s'", dst.base->name);
    return "it is stored through a pointer";
}

static void add_flow(struct gc *g, struct place dst, struct place src, struct ctype *type, const struct step *steps, const char *why,
                     bool assumed) {
    if (!is_vertex(src.base) || src.base->kind == LOC_HEAP)
        return;
    bool to_heap = dst.base->kind == LOC_HEAP || !is_vertex(dst.base) || stores_through_pointer(dst);
    int derefs = derefs_of(src);
    int src_part = part_of(src);
    if (src_part < 0 && type && !is_results(type))
        src_part = 0;
    int src_first = src_part < 0 ? 0 : src_part, src_last = src_part < 0 ? parts_of(src.base) - 1 : src_part;
    for (int s = src_first; s <= src_last; s++) {
        if (to_heap) {
            add_edge(g, HEAP_VERTEX, src.base->solver + s, derefs, steps, why ? why : heap_reason(g, dst), assumed);
            continue;
        }
        int dst_part = part_of(dst);
        if (dst_part < 0 && type && !is_results(type))
            dst_part = 0;
        if (dst_part >= 0)
            add_edge(g, dst.base->solver + dst_part, src.base->solver + s, derefs, steps, why, assumed);
        else if (src_part < 0)
            add_edge(g, dst.base->solver + s, src.base->solver + s, derefs, steps, why, assumed);
        else
            for (int d = 0; d < parts_of(dst.base); d++)
                add_edge(g, dst.base->solver + d, src.base->solver + s, derefs, steps, why, assumed);
    }
}

static void add_assignment(struct gc *g, const struct assignment *s) {
    if (s->c_only && g->f->lowered)
        return;
    places dst = {0}, src = {0};
    resolve_destination(g, s->dst, &dst);
    resolve(g, s->src, &src, 0);
    vec_each(i, &dst) {
        vec_each(j, &src) add_flow(g, dst.items[i], src.items[j], s->type, s->steps, s->assumed, s->assumed != NULL);
    }
}

/* ---- calls ---- */

/* The only thing ever stored in the part of a location at `offset`; NULL where there is none, or more than one. */
static const struct assignment *only_write(struct gc *g, const struct location *l, long offset) {
    const struct assignment *only = NULL;
    for (const struct assignment *s = g->writes[l->number].first; s; s = s->next_write) {
        if (s->dst.ops ? leading_offset(s->dst.ops) != offset : offset != 0 && (!s->type || s->type->kind != CTYPE_RECORD))
            continue;
        if (only)
            return NULL;
        only = s;
    }
    return only;
}

/* Go's `var f func(); f = …` and results of a function: to the Go compiler only what a variable is declared with is static, though in C the
 * store is the only one (the zero value stores no pointer). */
static bool is_set_after_its_declaration(const struct gc *g, const struct location *variable, const struct assignment *only) {
    if (!g->f->lowered || !variable->var || !variable->var->init)
        return false;
    for (const struct step *s = only->steps; s; s = s->next)
        if (s->initialised)
            return false;
    return true;
}

/* The body of `x.M`, which is no function to the Go compiler: it does not see what is called through it (ir.StaticValue stops there). */
static bool gives_method_value(const struct function *fn) {
    return fn->bound.len > 0 && is_method_value(fn->bound.items[0]);
}

/* The function that a place holds, where that can be read off the text as the Go compiler does: a local variable that is
 * assigned once, from a function value that is written there, from another such variable, or from an interface value that is
 * made there, whose method table is a constant (the compiler calls that devirtualizing). */
struct static_callee {
    struct function *function;    /* NULL: there is none */
    const struct location *table; /* the method table that it was read from; NULL: from none */
    const struct assignment *kept; /* into the record of a deferred call; NULL */
};

static struct static_callee static_callee(struct gc *g, struct place p) {
    struct static_callee found = {0};
    for (int links = 0; links < g->f->locations.len; links++) {
        if (p.base->kind == LOC_FUNCTION && p.address) {
            found.function = p.base->function;
            return gives_method_value(p.base->function) ? (struct static_callee){0} : found;
        }
        const struct location *record = p.base->function ? p.base->function->call_record : NULL;
        if (record && p.ops && p.ops->kind == OP_LOAD && is_environment(g, p.base)) /* of a deferred call: what was put there */
            p = (struct place){(struct location *)record, p.ops->next, p.address};
        else
            record = NULL;
        bool is_local = p.base->kind == LOC_VARIABLE && p.base->var && p.base->var->storage == CVAR_LOCAL;
        bool is_constant = p.base->kind == LOC_GLOBAL && p.base->var->is_const && p.base->var->init && !p.base->var->attrs.weak;
        const struct op *rest = after_fields(p.ops);
        if ((!is_local && !is_constant && p.base->kind != LOC_TEMPORARY) || (p.base->address_taken && !is_constant && !record) ||
            (p.address && !rest) || (rest && rest->kind != OP_LOAD))
            break;
        if (is_constant)
            found.table = p.base;
        const struct assignment *only = only_write(g, p.base, leading_offset(p.ops));
        if (!only || (is_local && !record && is_set_after_its_declaration(g, p.base, only)))
            break;
        if (record)
            found.kept = only;
        bool whole = !only->dst.ops && only->type && only->type->kind == CTYPE_RECORD;
        p = place_then(g->scratch, only->src, whole ? p.ops : rest, p.address);
    }
    return (struct static_callee){0};
}

/* `x` of `x_2`: lowering tells objects of one name apart. */
static const char *go_name(struct gc *g, const char *c_name) {
    const char *bar = strrchr(c_name, '_');
    bool numbered = bar && bar > c_name && bar[1] && strspn(bar + 1, "0123456789") == strlen(bar + 1);
    return numbered ? arena_strndup(g->arena, c_name, (size_t)(bar - c_name)) : c_name;
}

/* The method of an embedded interface: who has it in the end is not known. */
static bool calls_an_interface(const struct function *adapter) {
    return adapter->calls.len == 1 && !adapter->calls.items[0]->callee;
}

/* "devirtualizing x.M to T", for a call through a method table that is known. */
static void tell_devirtualized(struct gc *g, const struct call *c, const struct static_callee *callee) {
    const struct cexpr *method = c->expression->a, *init = callee->table->var->init;
    while (method->kind == CEXPR_CAST || method->kind == CEXPR_DEREF)
        method = method->a;
    if (method->kind != CEXPR_MEMBER || init->kind != CEXPR_INIT_LIST || init->args.len < 2)
        return;
    const struct cexpr *value = method->a; /* x.methods, loaded */
    while (value->kind == CEXPR_CAST || value->kind == CEXPR_DEREF || (value->kind == CEXPR_CALL && value->args.len == 1))
        value = value->kind == CEXPR_CALL ? value->args.items[0] : value->a;
    if (value->kind != CEXPR_MEMBER)
        return;
    const struct cexpr *kept = callee->kept && callee->kept->steps ? callee->kept->steps->expression : NULL;
    const struct cexpr *receiver = kept && kept->kind == CEXPR_ASSIGN ? kept->b : value->a;
    const char *type = cexpr_text(g->arena, init->args.items[0]); /* &type_T */
    type = strncmp(type, "&type_", 6) == 0 ? go_type_text(g->arena, type + 6) : type;
    const char *text = arena_printf(g->arena, "%sdevirtualizing %s.%s to %s", calls_an_interface(callee->function) ? "partially " : "",
                                    go_name(g, cexpr_text(g->arena, receiver)), method->a->type->fields[method->field].name, type);
    struct remark r = {cunit_place(g->f->unit, c->place), FLOW_CALL_PARAMETER, text};
    vec_push(g->arena, &g->f->remarks, r);
}

static struct place result_of(const struct call *c) {
    return (struct place){.base = c->result};
}

/* An argument goes where one parameter's leaks say. */
static void add_leaks(struct gc *g, const struct call *c, struct place arg, const struct step *steps, struct location *param,
                      const char *callee) {
    const struct vertex *v = &g->vertices[param->solver];
    int derefs = derefs_of(arg);
    if (!is_vertex(arg.base) || arg.base->kind == LOC_HEAP)
        return;
    int first = part_of(arg) < 0 ? 0 : part_of(arg);
    int src = arg.base->solver + first;
    if (v->leak_heap < INT_MAX || v->escapes) {
        int loads = v->escapes ? 0 : v->leak_heap;
        add_edge(g, HEAP_VERTEX, src, derefs + loads, steps, arena_printf(g->arena, "it is passed to '%s', which lets it reach the heap", callee),
                 false);
    }
    for (int r = 0; v->leak_results && c->result && r < MOST_RESULTS && r < parts_of(param->function->result); r++) {
        if (v->leak_results[r] < INT_MAX)
            add_edge(g, c->result->solver + (parts_of(c->result) > 1 ? r : 0), src, derefs + v->leak_results[r], steps, NULL, false);
    }
}

static void add_rules(struct gc *g, const struct call *c, struct place arg, const struct step *steps, const struct param_flows *flows,
                      const char *callee) {
    if (!is_vertex(arg.base) || arg.base->kind == LOC_HEAP)
        return;
    int src = arg.base->solver + (part_of(arg) < 0 ? 0 : part_of(arg));
    int derefs = derefs_of(arg);
    if (!flows || !flows->known) {
        add_edge(g, HEAP_VERTEX, src, derefs, steps, arena_printf(g->arena, "it is passed to '%s', which is not seen here", callee), true);
        return;
    }
    vec_each(i, &flows->rules) {
        const struct flow_rule *r = &flows->rules.items[i];
        if (r->target == TO_RESULT) {
            for (int part = 0; c->result && part < parts_of(c->result); part++) {
                if (part_has(c->result, part, r->offset))
                    add_edge(g, c->result->solver + part, src, derefs + r->derefs, steps, NULL, false);
            }
        } else {
            add_edge(g, HEAP_VERTEX, src, derefs + r->derefs, steps, arena_printf(g->arena, "'%s' keeps it", callee), false);
        }
    }
}

static void add_argument(struct gc *g, const struct call *c, struct function *callee, int index, const struct origin *o) {
    places all = {0};
    resolve(g, o->place, &all, 0);
    vec_each(i, &all) {
        struct place arg = all.items[i];
        if (!callee) {
            if (index != c->env_arg)
                add_flow(g, (struct place){.base = g->f->heap}, arg, o->type, o->steps, "it is passed to a function that is not known", true);
            continue;
        }
        const char *name = callee->decl->name;
        bool becomes_number = index < callee->decl->params.len && !callee->decl->params.items[index]->type->has_pointers; /* called as of another type */
        if (callee->flows_declared || !callee->decl->is_defined || callee->decl->attrs.weak || becomes_number) {
            int at = index < callee->param_count ? index : callee->param_count;
            const struct param_flows *go_flows = callee->go_flows && callee->go_flows[at].known ? &callee->go_flows[at] : NULL;
            add_rules(g, c, arg, o->steps, go_flows ? go_flows : callee->flows_declared ? &callee->flows[at] : NULL, name);
            continue;
        }
        struct location *param = index < callee->decl->params.len ? callee->params[index] : callee->rest;
        if (!param)
            continue;
        if (callee->batch == g->function->batch)
            add_flow(g, (struct place){.base = param}, arg, o->type, o->steps, NULL, false);
        else
            add_leaks(g, c, arg, o->steps, param, name);
    }
}

static void add_call(struct gc *g, const struct call *c) {
    struct function *callee = c->callee;
    if (!callee && c->through.list.len == 1) {
        const struct static_callee found = static_callee(g, c->through.list.items[0].place);
        callee = found.function;
        if (callee && found.table && g->f->lowered)
            tell_devirtualized(g, c, &found);
    }
    for (int i = 0; i < c->arg_count; i++) {
        vec_each(j, &c->args[i].list) add_argument(g, c, callee, i, &c->args[i].list.items[j]);
    }
    bool same_batch = callee && callee->decl->is_defined && !callee->flows_declared && callee->batch == g->function->batch;
    if (same_batch && c->result && callee->result)
        add_flow(g, result_of(c), (struct place){.base = callee->result}, callee->result->type, NULL, NULL, false);
}

/* A record goes into the environment of a function that is no literal of this function: as an argument would. */
static void add_pair(struct gc *g, const struct pair *p) {
    /* Of a method value the Go compiler does not know how it will be called: what the method gives goes to the heap. */
    struct call as_call = {.env_arg = -1, .result = is_method_value(p) ? g->f->heap : NULL};
    vec_each(i, &p->env.list) {
        struct origin o = p->env.list.items[i];
        if (p->code->enclosing && p->code->decl->is_defined) {
            add_flow(g, (struct place){.base = p->code->params[0]}, o.place, o.type, o.steps, NULL, false);
            continue;
        }
        add_argument(g, &as_call, p->code, 0, &o);
    }
}

/* ---- who outlives whom ---- */

/* Where the location is in Go, to which a deferred call is a statement, and its operands are in the function that defers; and to
 * which a callee that is evaluated first (f()()) is a variable outside of all loops. */
struct home {
    const struct function *function;
    int loops;
};
static struct home home_of(const struct location *l) {
    const struct location *record = l->function ? l->function->call_record : NULL;
    int loops = l->outermost ? 0 : l->loops;
    return record ? (struct home){record->function, record->loops + loops} : (struct home){l->function, loops};
}

static bool outlives(const struct location *l, const struct location *x) {
    const struct home holder = home_of(l), held = home_of(x);
    /* Nobody knows what callers do with a result: it outlives everything.
     * But a literal that is called where it stands hands what is around it only to there:  func() *int { return &x }() */
    if (l->kind == LOC_RESULT)
        return !(holder.function->called_in_place && holder.function != held.function && is_around(held.function, holder.function));
    /* Declared outside the loop that makes the other:  var p *int; for { x := 1; p = &x }  and, in C, outside its block. */
    if (holder.function == held.function)
        return holder.loops < held.loops ||
               (x->verdict && x->verdict->kind == SITE_PLAIN_C &&
                (is_cleaned_up_after(l, x) || (l->scope != x->scope && scope_encloses(l->scope, x->scope))));
    /* In a function around the literal that the other is in:  var p *int; func() { x := 1; p = &x }() */
    return is_around(holder.function, held.function);
}

/* ---- walks ---- */

static struct hop hop_over(const struct gc *g, int dst, const struct edge *e) {
    return (struct hop){vertex_name(g, dst), vertex_name(g, e->src), e->derefs, e->steps, g->vertices[dst].of->kind == LOC_TEMPORARY};
}

/* Follows the links of a walk from `v` to its root. A vertex that was reached again with fewer loads, through something whose
 * address it holds, closes a circle of links (a = &b; b = a): the path is then cut short there, as in the Go compiler. */
static flow_path path_from(struct gc *g, int v, bool heap_walk, int *root, const struct edge **last) {
    VEC(struct hop) hops = {0};
    int at = v;
    *last = NULL;
    g->told++;
    while (g->vertices[at].told != g->told) {
        g->vertices[at].told = g->told;
        int next = heap_walk ? g->vertices[at].heap_next : g->vertices[at].next;
        if (next < 0)
            break;
        *last = heap_walk ? g->vertices[at].heap_edge : g->vertices[at].edge;
        vec_push(g->scratch, &hops, hop_over(g, next, *last));
        at = next;
    }
    *root = at;
    return explain_path(g->f->unit, hops.items, hops.len);
}

static void tell_escape(struct gc *g, int n, bool heap_walk) {
    struct location *l = g->vertices[n].of;
    struct verdict *v = l->verdict;
    if (!v)
        return;
    int root;
    const struct edge *last;
    flow_path path = path_from(g, n, heap_walk, &root, &last);
    const struct vertex *r = &g->vertices[root];
    v->outlived_by = vertex_name(g, root);
    v->assumed = last && last->assumed;
    verdict_set_path(g->arena, v, &path, root != HEAP_VERTEX && r->escapes ? r->of->verdict : NULL);
    v->rule = root == HEAP_VERTEX ? v->assumed ? RULE_NOT_SEEN : RULE_REACHES_HEAP
              : r->escapes                  ? RULE_HELD_BY_HEAP
              : r->of->kind == LOC_RESULT   ? RULE_RETURNED
                                            : RULE_OUTER_BLOCK;
    if (root == HEAP_VERTEX)
        v->why = last && last->why ? last->why : "it reaches the heap";
    else if (r->escapes)
        v->why = arena_printf(g->arena, "%s holds its address, and is on the heap itself", v->outlived_by);
    else if (r->of->kind == LOC_RESULT)
        v->why = r->of->function == l->function ? arena_printf(g->arena, "its address is returned by '%s'", l->function->decl->name)
                                                : arena_printf(g->arena, "its address is in a result of '%s'", r->of->function->decl->name);
    else if (r->of->outermost)
        v->why = arena_printf(g->arena, "its address is in '%s', which the Go compiler keeps outside of the loop", v->outlived_by);
    else if (r->of->function == l->function)
        v->why = arena_printf(g->arena, "its address is stored in '%s', which is declared outside its block", v->outlived_by);
    else
        v->why = arena_printf(g->arena, "its address is stored in '%s' of the function around", v->outlived_by);
}

static void escape(struct gc *g, int n, bool heap_walk) {
    struct vertex *v = &g->vertices[n];
    tell_escape(g, n, heap_walk);
    v->escapes = true;
    v->heap_derefs = 0;
    v->heap_next = -1;
    vec_push(g->scratch, &g->queue, n);
    /* A record of several results that is one variable is one object. */
    for (int part = 0; part < parts_of(v->of); part++) {
        struct vertex *sibling = &g->vertices[v->of->solver + part];
        if (!sibling->escapes) {
            sibling->escapes = true;
            sibling->heap_derefs = 0;
            sibling->heap_next = -1;
            vec_push(g->scratch, &g->queue, v->of->solver + part);
        }
    }
}

static struct leak *leak_entry(struct gc *g, struct verdict *v, int result) {
    vec_each(i, &v->leaks) {
        if (v->leaks.items[i].result == result)
            return &v->leaks.items[i];
    }
    struct leak fresh = {.result = result};
    vec_push(g->arena, &v->leaks, fresh);
    return &vec_last(&v->leaks);
}

/* A parameter's value reaches something that outlives it. result -1: the heap. */
static void leak(struct gc *g, int n, int result, int derefs, bool heap_walk) {
    struct vertex *v = &g->vertices[n];
    int *known = &v->leak_heap;
    if (result >= 0) {
        int results = parts_of(v->of->function->result);
        if (!v->leak_results) {
            v->leak_results = arena_array(g->scratch, int, results);
            for (int i = 0; i < results; i++)
                v->leak_results[i] = INT_MAX;
        }
        known = &v->leak_results[result];
    }
    if (derefs >= *known)
        return;
    *known = derefs;
    if (!v->of->verdict)
        return;
    int root;
    const struct edge *last;
    struct leak *l = leak_entry(g, v->of->verdict, result);
    l->derefs = derefs;
    l->path.len = l->path.cap = 0;
    l->path.items = NULL;
    flow_path path = path_from(g, n, heap_walk, &root, &last);
    vec_each(i, &path) vec_push(g->arena, &l->path, path.items[i]);
    l->result_name = result < 0 ? NULL : vertex_name(g, v->of->function->result->solver + result);
}

static int leak_result(const struct gc *g, int root, int param) {
    const struct vertex *r = &g->vertices[root], *p = &g->vertices[param];
    bool own = r->of->kind == LOC_RESULT && r->of->function == p->of->function && r->result < MOST_RESULTS;
    return own ? r->result : -1;
}

/* Everything that reaches {heap}, or anything on it. */
static void heap_walk(struct gc *g) {
    while (g->queue.len > 0) {
        int n = g->queue.items[--g->queue.len];
        struct vertex *v = &g->vertices[n];
        int derefs = v->heap_derefs;
        if (n != HEAP_VERTEX && !(v->escapes && v->heap_next < 0)) {
            if (v->is_param)
                leak(g, n, -1, derefs < 0 ? 0 : derefs, true);
            if (derefs < 0 && !v->escapes && v->of->kind != LOC_RESULT) {
                escape(g, n, true);
                continue;
            }
        }
        if (derefs < 0)
            derefs = 0;
        for (const struct edge *e = v->in; e; e = e->next) {
            struct vertex *s = &g->vertices[e->src];
            if (s->escapes || s->heap_derefs <= derefs + e->derefs)
                continue;
            s->heap_derefs = derefs + e->derefs;
            s->heap_next = n;
            s->heap_edge = e;
            vec_push(g->scratch, &g->queue, e->src);
        }
    }
}

/* Everything that reaches one of `roots`, which outlive the same things. */
static void walk_from(struct gc *g, const int *roots, int count) {
    VEC(int) todo = {0};
    const struct location *like = g->vertices[roots[0]].of;
    g->walk++;
    for (int i = 0; i < count; i++) {
        struct vertex *r = &g->vertices[roots[i]];
        if (r->escapes)
            continue;
        r->walk = g->walk;
        r->derefs = 0;
        r->next = -1;
        vec_push(g->scratch, &todo, roots[i]);
    }
    while (todo.len > 0) {
        int n = todo.items[--todo.len];
        struct vertex *v = &g->vertices[n];
        if (v->escapes)
            continue;
        int derefs = v->derefs;
        if (v->next >= 0) {
            if (outlives(like, v->of)) {
                if (v->is_param)
                    leak(g, n, leak_result(g, roots[0], n), derefs < 0 ? 0 : derefs, false);
                if (derefs < 0) {
                    escape(g, n, false);
                    continue;
                }
            }
        }
        if (derefs < 0)
            derefs = 0;
        for (const struct edge *e = v->in; e; e = e->next) {
            struct vertex *s = &g->vertices[e->src];
            if (s->escapes || (s->walk == g->walk && s->derefs <= derefs + e->derefs))
                continue;
            s->walk = g->walk;
            s->derefs = derefs + e->derefs;
            s->next = n;
            s->edge = e;
            vec_push(g->scratch, &todo, e->src);
        }
    }
}

/* ---- batches ---- */

/* Variables that outlive the same things: of one block, at one loop depth. */
struct group {
    int loops;
    VEC(int) roots;
    struct group *next; /* of the same block, at another depth */
};

static struct group *group_of(struct gc *g, struct ptrmap *by_scope, const struct location *l) {
    struct group *first = ptrmap_get(by_scope, l->scope);
    int loops = home_of(l).loops;
    for (struct group *group = first; group; group = group->next) {
        if (group->loops == loops)
            return group;
    }
    struct group *fresh = arena_new(g->scratch, struct group);
    *fresh = (struct group){.loops = loops, .next = first};
    ptrmap_put(g->scratch, by_scope, l->scope, fresh);
    return fresh;
}

/* Variables of `f` that may outlive something else in the batch: those around a loop, a literal or, in plain C, a block. */
static void walk_variables(struct gc *g, struct function *f) {
    bool needed = f->has_literals;
    vec_each(i, &f->locations) {
        const struct location *l = f->locations.items[i];
        needed = needed || l->loops > 0 || (l->var && l->var->is_cleaned_up) || (l->verdict && l->verdict->kind == SITE_PLAIN_C && l->scope != f->body);
    }
    if (!needed)
        return;
    struct ptrmap by_scope = {0};
    vec_each(i, &f->locations) {
        struct location *l = f->locations.items[i];
        if (l->kind != LOC_VARIABLE)
            continue;
        struct group *group = group_of(g, &by_scope, l);
        for (int part = 0; part < parts_of(l); part++)
            vec_push(g->scratch, &group->roots, l->solver + part);
        if (l->var && l->var->is_cleaned_up) /* it outlives more than the others */
            walk_from(g, &vec_last(&group->roots) + 1 - parts_of(l), parts_of(l));
    }
    for (int i = 0; i < by_scope.len; i++) {
        for (struct group *group = by_scope.entries[i].value; group; group = group->next)
            walk_from(g, group->roots.items, group->roots.len);
    }
}

static void finish_param(struct vertex *v) {
    for (int r = 0; v->leak_results && r < parts_of(v->of->function->result); r++) {
        if (v->leak_results[r] >= v->leak_heap)
            v->leak_results[r] = INT_MAX;
    }
    struct verdict *d = v->of->verdict;
    if (!d)
        return;
    int kept = 0;
    vec_each(i, &d->leaks) {
        const struct leak *l = &d->leaks.items[i];
        if (l->result < 0 || (v->leak_results && v->leak_results[l->result] < INT_MAX))
            d->leaks.items[kept++] = *l;
    }
    d->leaks.len = kept;
}

/* What the Go compiler never puts on a stack (1.19): variables above 10 MiB, records of literals and method values above 64 KiB.
 * (Literals and `make` of such sizes are no sites: lowering allocates them.) */
static void move_what_is_too_large(struct gc *g, struct function *f) {
    enum { MOST_BYTES_OF_VARIABLE = 10 << 20, MOST_BYTES_OF_RECORD = 64 << 10 };
    vec_each(i, &f->locations) {
        struct verdict *v = f->locations.items[i]->verdict;
        if (!v || !v->id || !is_vertex(f->locations.items[i]))
            continue;
        bool is_large = v->kind == SITE_VARIABLE ? v->bytes > MOST_BYTES_OF_VARIABLE : v->is_environment && v->bytes > MOST_BYTES_OF_RECORD;
        if (!is_large)
            continue;
        escape(g, f->locations.items[i]->solver, true);
        v->rule = RULE_BY_NATURE;
        v->why = "too large for stack";
        v->outlived_by = "{heap}";
        v->by_nature = true;
    }
}

/* The flows of addresses straight to {heap}, in order. */
static void tell_direct_flows(struct gc *g) {
    for (const struct edge *e = g->vertices[HEAP_VERTEX].in; e; e = e->next) {
        struct verdict *v = g->vertices[e->src].of->verdict;
        if (e->derefs >= 0 || !v)
            continue;
        struct hop h = hop_over(g, HEAP_VERTEX, e);
        flow_path path = explain_path(g->f->unit, &h, 1);
        vec_each(i, &path) vec_push(g->arena, &v->direct, path.items[i]);
    }
}

static void solve_batch(struct gc *g, struct function **functions, int count) {
    for (int i = 0; i < count; i++) {
        struct function *f = g->function = functions[i];
        vec_each(j, &f->assignments) add_assignment(g, f->assignments.items[j]);
        vec_each(j, &f->calls) add_call(g, f->calls.items[j]);
        vec_each(j, &f->pairs) add_pair(g, f->pairs.items[j]);
    }
    tell_direct_flows(g);
    for (int i = 0; i < count; i++)
        move_what_is_too_large(g, functions[i]);
    vec_push(g->scratch, &g->queue, HEAP_VERTEX);
    heap_walk(g);
    for (int i = 0; i < count; i++) {
        struct location *result = functions[i]->result;
        for (int part = 0; result && part < parts_of(result); part++) {
            int root = result->solver + part;
            walk_from(g, &root, 1);
        }
    }
    for (int i = 0; i < count; i++)
        walk_variables(g, functions[i]);
    heap_walk(g);
    for (int i = 0; i < count; i++) {
        struct function *f = functions[i];
        for (int j = 0; j < f->decl->params.len; j++)
            finish_param(&g->vertices[f->params[j]->solver]);
    }
    g->vertices[HEAP_VERTEX].in = g->vertices[HEAP_VERTEX].last_in = NULL; /* the next batch has its own ways to the heap */
}

/* ---- verdicts ---- */

static void fill_verdicts(struct gc *g) {
    vec_each(i, &g->f->sites) {
        struct location *l = g->f->sites.items[i];
        struct verdict *v = l->verdict;
        v->heap = g->vertices[l->solver].escapes;
        if (v->heap)
            continue;
        v->rule = l->address_taken ? RULE_GO_KEEPS : RULE_NO_ADDRESS;
        if (l->address_taken)
            v->why = arena_printf(g->arena, "its address reaches nothing that lives longer than it does in '%s'", shown_function(v->function));
        else
            v->why = "its address is never taken";
    }
}

void solve_gc(struct unit_flows *f) {
    struct arena scratch = {0};
    struct gc g = {.f = f, .arena = f->arena, .scratch = &scratch};
    make_vertices(&g);
    index_writes(&g);
    g.by_field = arena_array(g.scratch, struct field_writes **, f->locations.len);
    g.env_state = arena_array(g.scratch, signed char, f->locations.len);
    g.vertices[HEAP_VERTEX].heap_derefs = 0;
    for (int i = 0; i < f->by_batch.len;) {
        int j = i;
        while (j < f->by_batch.len && f->by_batch.items[j]->batch == f->by_batch.items[i]->batch)
            j++;
        solve_batch(&g, f->by_batch.items + i, j - i);
        i = j;
    }
    fill_verdicts(&g);
    arena_free(&scratch);
}
