#include "driver/why.h"

#include "driver/output.h"
#include "driver/quoting.h"
#include "driver/terminal.h"
#include "plugin/ctree.h"
#include "transpiler/captures.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- what is asked for ---- */

static bool is_same_file(const char *a, const char *b) {
    struct stat x, y;
    return !strcmp(a, b) || (!stat(a, &x) && !stat(b, &y) && x.st_dev == y.st_dev && x.st_ino == y.st_ino);
}

static bool is_there(const struct asked *asked, struct shown_place at) {
    return at.line == asked->line && (!asked->col || at.col == asked->col) && is_same_file(at.file, asked->file);
}

bool why_wants(void *road, const struct verdict *v) {
    const struct road *r = road;
    return is_there(&r->options->asked, verdict_place(v, r->go_file, &r->places));
}

/* A variable that is no storage site: nobody has its address. */
struct plain_variable {
    const char *name;
    struct shown_place at;
    const struct object *go; /* NULL in hand-written C */
    bool is_static;
};

struct story {
    struct road *road;
    struct arena *arena;
    struct buf text;
    struct quoting quoting;
    VEC(const struct verdict *) sites;
    VEC(struct plain_variable) variables;
    struct ptrmap told; /* verdicts whose story was told, or is being told */
};

/* What only the C form needs is told where it is asked for by name. */
static bool is_meant(const struct asked *asked, const struct verdict *v) {
    if (!asked->name)
        return v->kind != SITE_UNREPORTED;
    return !strcmp(v->name, asked->name) || !strcmp(v->c_name, asked->name);
}

static void find_sites(struct story *s) {
    const struct verdicts *all = s->road->verdicts;
    vec_each(i, &all->list) {
        const struct verdict *v = &all->list.items[i];
        if (why_wants(s->road, v) && is_meant(&s->road->options->asked, v))
            vec_push(s->arena, &s->sites, v);
    }
}

static void add_variable(struct story *s, struct plain_variable v) {
    const struct asked *asked = &s->road->options->asked;
    if (!v.name || !is_there(asked, v.at) || (asked->name && strcmp(asked->name, v.name)))
        return;
    vec_each(i, &s->sites) {
        struct shown_place at = verdict_place(s->sites.items[i], s->road->go_file, &s->road->places);
        if (at.col == v.at.col && !strcmp(s->sites.items[i]->name, v.name))
            return;
    }
    vec_each(i, &s->variables) {
        if (s->variables.items[i].at.col == v.at.col)
            return;
    }
    vec_push(s->arena, &s->variables, v);
}

static void find_go_variables(struct story *s) {
    const struct lowered *l = s->road->lowered;
    vec_each(i, &l->variables) {
        const struct object *o = l->variables.items[i].variable;
        if (o->pos.source)
            add_variable(s, (struct plain_variable){o->name, {o->pos.source->name, o->pos.line, o->pos.col}, o, !l->variables.items[i].function});
    }
}

static void add_c_variable(struct story *s, const struct cvar *v) {
    const struct place_map *places = &s->road->places;
    bool is_static = v->storage == CVAR_GLOBAL || v->storage == CVAR_STATIC_LOCAL;
    const struct c_place place = cunit_place(s->road->unit, v->place);
    add_variable(s, (struct plain_variable){v->name, places->show(places->context, &place), NULL, is_static});
}

static void find_declarations(struct story *s, const struct cstmt *body) {
    VEC(const struct cstmt *) todo = {0};
    vec_push(s->arena, &todo, body);
    while (todo.len > 0) {
        const struct cstmt *at = todo.items[--todo.len];
        if (!at)
            continue;
        vec_each(i, &at->vars) add_c_variable(s, at->vars.items[i]);
        vec_each(i, &at->list) vec_push(s->arena, &todo, at->list.items[i]);
        vec_push(s->arena, &todo, at->init);
        vec_push(s->arena, &todo, at->body);
    }
}

static void find_c_variables(struct story *s) {
    const struct cunit *u = s->road->unit;
    vec_each(i, &u->globals) add_c_variable(s, u->globals.items[i]);
    vec_each(i, &u->functions) {
        const struct cfunc *f = u->functions.items[i];
        if (!f->body)
            continue;
        vec_each(j, &f->params) add_c_variable(s, f->params.items[j]);
        find_declarations(s, f->body);
    }
}

/* ---- lines of the story ---- */

static struct shown_place shown(const struct story *s, const struct c_place *p) {
    return s->road->places.show(s->road->places.context, p);
}

/* The line of the C that is behind a place in Go. */
static void show_c(struct story *s, const struct c_place *place) {
    const struct lowered *l = s->road->lowered;
    if (!l || !place->physical.source || strcmp(place->physical.source->name, s->road->c_file))
        return;
    const char *line = l->c.text;
    for (int n = place->physical.line; n > 1 && line; n--) {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    if (!line)
        return;
    line += strspn(line, " ");
    quote_more(&s->quoting, "C", arena_strndup(s->arena, line, strcspn(line, "\n")));
}

static void say(struct story *s, const struct c_place *place, const char *text) {
    quote_message(&s->quoting, shown(s, place), NULL, PAINT_NOTE, in_go_terms(s->road->terms, text));
    show_c(s, place);
}

/* The operations of a flow, in the order in which the address takes them. */
static void show_steps(struct story *s, const struct flow *f) {
    struct buf text = {0};
    int count = f->lowered ? f->go_steps.len : f->steps.len;
    for (int i = 0; i < count; i++) {
        const struct flow_step *step = f->lowered ? &f->go_steps.items[i] : &f->steps.items[i];
        buf_printf(&text, "%s%s (%s)", i ? ", " : "", step->expression, flow_reason_text(step->reason));
    }
    if (count)
        quote_more(&s->quoting, "by", text.text);
    buf_free(&text);
}

static void head(struct story *s, const struct verdict *v, const char *text) {
    quote_message(&s->quoting, verdict_place(v, s->road->go_file, &s->road->places), NULL, PAINT_BOLD, in_go_terms(s->road->terms, text));
    show_c(s, &v->place);
}

static void rule(struct story *s, const struct verdict *v) {
    if (!v->heap) {
        buf_printf(&s->text, "rule: %s: %s\n", rule_name(v->rule), rule_meaning(v->rule));
        return;
    }
    const char *why = v->rule == RULE_HELD_BY_HEAP
                          ? arena_printf(s->arena, "'%s' holds the address", report_plain_name(s->arena, v->outlived_by))
                          : v->why;
    buf_printf(&s->text, "rule: %s: %s (%s: %s)\n", rule_name(v->rule), rule_meaning(v->rule), report_name(s->arena, v),
               in_go_terms(s->road->terms, why));
}

static void assumption(struct story *s, const struct verdict *v) {
    buf_printf(&s->text, "assumed: %s\n", v->assumed ? in_go_terms(s->road->terms, v->why) : "nothing");
}

/* ---- on the heap ---- */

/* "its address", for the object itself; what holds it, from then on. */
static const char *moving(struct story *s, const struct verdict *v, const struct flow *f) {
    const char *source = report_plain_name(s->arena, f->source);
    if (strcmp(source, v->name))
        return strcmp(source, "func literal") ? arena_printf(s->arena, "'%s'", source) : "the func literal";
    return (v->id && v->is_environment) || v->kind == SITE_PARAMETER ? report_name(s->arena, v) : "its address";
}

static void tell_path(struct story *s, const struct verdict *v, const struct flow *path, int len) {
    for (int i = 0; i < len; i++) {
        struct message m = report_flow(s->arena, &path[i], moving(s, v, &path[i]));
        if (!m.place.physical.line)
            continue;
        say(s, &m.place, m.text);
        show_steps(s, &path[i]);
    }
}

static bool is_on_path(const struct verdict *v, const struct flow *f) {
    vec_each(i, &v->path) {
        const struct flow *on = &v->path.items[i];
        if (!on->steps.len || !f->steps.len)
            continue;
        struct pos a = vec_last(&on->steps).place.physical, b = vec_last(&f->steps).place.physical;
        if (a.line == b.line && a.col == b.col)
            return true;
    }
    return false;
}

static void tell_other_ways(struct story *s, const struct verdict *v) {
    bool any = false;
    vec_each(i, &v->uses) {
        const struct address_use *u = &v->uses.items[i];
        if (u->end != USE_OUTLIVES || is_on_path(v, &u->flow))
            continue;
        struct message m = report_flow(s->arena, &u->flow, moving(s, v, &u->flow));
        if (!any)
            buf_add(&s->text, "it leaves here, too:\n");
        any = true;
        say(s, &m.place, m.text);
        show_steps(s, &u->flow);
    }
}

static void tell_heap(struct story *s, const struct verdict *v) {
    if (v->by_nature) {
        head(s, v, arena_printf(s->arena, "%s is on the heap by nature: %s", report_name(s->arena, v), v->why));
        rule(s, v);
        assumption(s, v);
        return;
    }
    head(s, v, arena_printf(s->arena, "%s must be on the heap: it outlives '%s'", report_name(s->arena, v), v->function));
    /* The story goes on with whatever holds the object, until that is no object of the program any more. */
    VEC(const struct verdict *) chain = {0};
    for (const struct verdict *at = v; at && !ptrmap_get(&s->told, at);) {
        ptrmap_put(s->arena, &s->told, at, (void *)at);
        vec_push(s->arena, &chain, at);
        tell_path(s, at, at->path.items, at->path.len);
        at = at->path.len > 0 ? vec_last(&at->path).reached : NULL;
    }
    tell_other_ways(s, v);
    vec_each(i, &chain) rule(s, chain.items[i]);
    assumption(s, vec_last(&chain));
}

/* ---- on the stack ---- */

static const char *use_text(struct story *s, const struct verdict *v, const struct address_use *u, const char *text) {
    switch (u->end) {
    case USE_IN_CALL:
        return arena_printf(s->arena, "%s, and kept nowhere", text);
    case USE_IN_HOLDER:
        if (u->holder && u->holder != v)
            return arena_printf(s->arena, "%s, which stays on the stack too", text);
        return arena_printf(s->arena, "%s, which %s", text, u->until);
    case USE_OUTLIVES:
        return arena_printf(s->arena, "%s, as far as pointers can be followed; the Go compiler's rules follow it further", text);
    }
    die("there is no end %d of a use", (int)u->end);
}

/* The uses of an object, and of those that hold its address and stay themselves. */
static void tell_uses_of(struct story *s, const struct verdict *first) {
    VEC(const struct verdict *) todo = {0};
    vec_push(s->arena, &todo, first);
    for (int at = 0; at < todo.len; at++) {
        const struct verdict *v = todo.items[at];
        if (ptrmap_get(&s->told, v))
            continue;
        ptrmap_put(s->arena, &s->told, v, (void *)v);
        vec_each(i, &v->uses) {
            const struct address_use *u = &v->uses.items[i];
            struct message m = report_flow(s->arena, &u->flow, moving(s, first, &u->flow));
            say(s, &m.place, use_text(s, v, u, m.text));
            show_steps(s, &u->flow);
            if (u->holder && !u->holder->heap)
                vec_push(s->arena, &todo, u->holder);
        }
    }
}

/* What a parameter's own value does is the caller's affair. */
static void tell_leaks(struct story *s, const struct verdict *v) {
    if (v->kind != SITE_PARAMETER || !v->has_pointers)
        return;
    if (!v->leaks.len)
        buf_printf(&s->text, "what callers pass for it is kept nowhere\n");
    vec_each(i, &v->leaks) {
        const struct leak *l = &v->leaks.items[i];
        buf_printf(&s->text, "what callers pass for it%s reaches %s:\n", l->derefs ? " leads to something that" : "",
                   l->result < 0 ? "the heap" : arena_printf(s->arena, "result %s", l->result_name));
        tell_path(s, v, l->path.items, l->path.len);
    }
}

/* Where closures have copies of a variable. */
static void tell_copies(struct story *s, const struct object *variable) {
    if (!variable || !variable->captured || variable->by_reference)
        return;
    vec_each(i, &s->road->program->packages) {
        const struct package *p = s->road->program->packages.items[i];
        vec_each(k, &p->functions) {
            const struct func *f = p->functions.items[k];
            const struct free_variable *captured = NULL;
            for (int c = 0; f->info && c < f->info->captures.len; c++) {
                if (f->info->captures.items[c].variable == variable)
                    captured = &f->info->captures.items[c];
            }
            if (!captured)
                continue;
            struct pos p = captured->first_use;
            quote_message(&s->quoting, (struct shown_place){p.source->name, p.line, p.col}, NULL, PAINT_NOTE,
                          "captured here by value by a func literal, which has a copy of its own");
        }
    }
}

static const struct object *go_variable(struct story *s, const struct verdict *v) {
    for (int i = 0; s->road->lowered && i < s->road->lowered->variables.len; i++) {
        const struct lowered_variable *l = &s->road->lowered->variables.items[i];
        if (l->function && !strcmp(l->function, v->function) && !strcmp(l->c_name, v->c_name))
            return l->variable;
    }
    return NULL;
}

static void tell_stack(struct story *s, const struct verdict *v) {
    const char *reason = v->rule == RULE_NO_ADDRESS ? "nobody has its address"
                         : v->uses.len == 0         ? "its address is kept nowhere"
                                                    : "every use of its address ends before it does:";
    if (v->rule != RULE_NO_ADDRESS && v->uses.len > 0)
        reason = arena_printf(s->arena, "every use ends before the frame of '%s' does:", v->function);
    head(s, v, arena_printf(s->arena, "%s stays on the stack because %s", report_name(s->arena, v), reason));
    tell_uses_of(s, v);
    tell_copies(s, go_variable(s, v));
    tell_leaks(s, v);
    rule(s, v);
    assumption(s, v);
}

static void tell_variable(struct story *s, const struct plain_variable *v) {
    const char *where = v->is_static ? "is static: it lives as long as the program does, wherever its address goes"
                                     : "stays on the stack because nobody has its address";
    quote_message(&s->quoting, v->at, NULL, PAINT_BOLD, arena_printf(s->arena, "'%s' %s", v->name, where));
    tell_copies(s, v->go);
    if (!v->is_static)
        buf_printf(&s->text, "rule: %s: %s\nassumed: nothing\n", rule_name(RULE_NO_ADDRESS), rule_meaning(RULE_NO_ADDRESS));
}

/* ---- all together ---- */

static void add_choice(struct buf *out, const char *name) {
    buf_printf(out, "%s'%s'", out->len ? ", " : "", name);
}

/* Nothing was found: perhaps the line has something else. */
static enum status none(struct story *s) {
    const struct asked asked = s->road->options->asked;
    const struct verdicts *all = s->road->verdicts;
    struct buf choices = {0};
    vec_each(i, &all->list) {
        const struct verdict *v = &all->list.items[i];
        struct shown_place at = verdict_place(v, s->road->go_file, &s->road->places);
        if (at.line == asked.line && is_same_file(at.file, asked.file) && v->kind != SITE_UNREPORTED)
            add_choice(&choices, v->name);
    }
    fprintf(stderr, "%s:%d: ", asked.file, asked.line);
    if (asked.name)
        fprintf(stderr, "nothing called '%s' is declared or made here", asked.name);
    else
        fprintf(stderr, "nothing that has a place in memory is declared or made here");
    fprintf(stderr, "%s%s\n", choices.len ? "; there is " : "", choices.len ? choices.text : "");
    buf_free(&choices);
    return STATUS_ERRORS;
}

enum status show_why(struct road *r) {
    struct story s = {.road = r, .arena = r->arena};
    s.quoting = (struct quoting){.lines.arena = r->arena, .out = &s.text, .color = terminal_has_color(STDOUT_FILENO)};
    find_sites(&s);
    if (r->lowered)
        find_go_variables(&s);
    else
        find_c_variables(&s);
    if (!s.sites.len && !s.variables.len)
        return none(&s);
    vec_each(i, &s.sites) {
        const struct verdict *v = s.sites.items[i];
        if (s.text.len)
            buf_char(&s.text, '\n');
        s.told = (struct ptrmap){0};
        if (v->heap)
            tell_heap(&s, v);
        else
            tell_stack(&s, v);
    }
    vec_each(i, &s.variables) {
        if (s.text.len)
            buf_char(&s.text, '\n');
        tell_variable(&s, &s.variables.items[i]);
    }
    bool printed = output_print(s.text.text, s.text.len);
    buf_free(&s.text);
    return printed ? STATUS_OK : STATUS_ERRORS;
}
