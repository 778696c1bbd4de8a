/* Channels: send, receive, select (spec: Send statements, Receive operator, Select statements). */
#include "transpiler/lower.h"

void lower_send(struct function *f, struct stmt *s) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *chan = type_underlying(s->x->type);
    struct operands o = {0};
    operand_add(f, &o, lower_expr(f, s->x), ctype(&l->types, s->x->type));
    operand_add(f, &o, lower_as(f, s->y, chan->elem), ctype(&l->types, chan->elem));
    operands_settle(f, &o);
    emit(f, code_calln(a, arena_printf(a, "%s_send", ctype_word(&l->types, chan)), 2, o.list.items[0].code, o.list.items[1].code));
}

struct code *lower_receive(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *chan = type_underlying(e->x->type);
    const char *form = e->comma_ok ? "%s_receive_ok" : "%s_receive";
    return code_calln(a, arena_printf(a, form, ctype_word(&l->types, chan)), 1, lower_expr(f, e->x));
}

/* ---- select ---- */

/* One case that waits: what it is about, evaluated before the waiting begins. */
struct waiting {
    struct expr *receive;  /* the receive operation, or NULL: a send */
    struct type *chan;
    struct code *channel, *sent;
    struct code *received; /* where a received value will be */
};

static struct expr *receive_of(const struct stmt *comm) {
    if (comm->kind == STMT_SEND)
        return NULL;
    return strip(comm->kind == STMT_EXPR ? comm->x : comm->rhs.items[0]);
}

/* Channels and values to be sent are evaluated once, in the order of the source. */
static void evaluate(struct function *f, struct waiting *w, const struct stmt *comm) {
    struct lowering *l = f->l;
    w->receive = receive_of(comm);
    struct expr *channel = w->receive ? w->receive->x : comm->x;
    w->chan = type_underlying(channel->type);
    w->channel = temp(f, "chan", ctype(&l->types, channel->type), lower_expr(f, channel));
    const char *elem = ctype(&l->types, w->chan->elem);
    if (w->receive)
        emit_decl(f, elem, (w->received = code_atom(l->arena, name_temp(f, "received")))->text, NULL, NULL);
    else
        w->sent = temp(f, "sent", elem, lower_as(f, comm->y, w->chan->elem));
}

/* The case went ahead: what was received goes to the left sides. */
static void receive_into(struct function *f, const struct waiting *w, const struct stmt *comm, struct code *ok) {
    if (comm->kind == STMT_SEND || comm->kind == STMT_EXPR)
        return;
    struct code *values[] = {w->received, ok};
    struct type *types[] = {w->chan->elem, type_basic(TYPE_BOOL)};
    vec_each(i, &comm->lhs) {
        struct object *o = comm->kind == STMT_DEFINE && i < comm->defined.len ? comm->defined.items[i] : NULL;
        f->pos = comm->lhs.items[i]->pos;
        assign_value(f, o, comm->lhs.items[i], values[i], types[i]);
    }
}

void lower_select(struct function *f, struct stmt *s) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct waiting *waiting = arena_array(a, struct waiting, s->clauses.len + 1);
    struct code *cases = code_braces(a);
    bool has_default = false;
    vec_each(i, &s->clauses) {
        const struct stmt *comm = s->clauses.items[i].comm;
        struct waiting *w = &waiting[i];
        has_default |= comm == NULL;
        if (!comm)
            continue;
        f->pos = comm->pos;
        evaluate(f, w, comm);
        const char *word = ctype_word(&l->types, w->chan);
        code_push(a, cases, code_pure(a, arena_printf(a, w->receive ? "%s_receive_case" : "%s_send_case", word), 2, w->channel,
                                      code_address(a, w->receive ? w->received : w->sent)));
    }
    f->pos = s->pos;
    struct code *count = code_atomf(a, "%d", cases->list_len);
    struct code *list = code_atom(a, "NULL");
    if (cases->list_len) {
        const char *name = name_temp(f, "cases");
        emit_decl(f, "struct go_case", arena_printf(a, "%s[]", name), NULL, cases);
        list = code_atom(a, name);
    }
    struct code *chosen = code_calln(a, "go_select", 3, list, count, code_atom(a, has_default ? "true" : "false"));
    if (s->clauses.len == 0) {
        emit(f, chosen);
        emit(f, code_calln(a, "go_unreachable", 0));
        return;
    }
    struct code_stmt *c_switch = emit_stmt(f, CODE_SWITCH);
    c_switch->x = chosen;
    f->effects_made++;
    struct jump_target target = {.c_switch = true};
    enter_target(f, &target, s);
    struct code_block *outer = f->out;
    int number = 0;
    vec_each(i, &s->clauses) {
        const struct clause *clause = &s->clauses.items[i];
        f->out = &c_switch->body;
        f->pos = clause->pos;
        struct code_stmt *c = emit_stmt(f, CODE_CASE);
        f->out = &c->body;
        if (clause->comm) {
            c->x = code_atomf(a, "%d", number);
            receive_into(f, &waiting[i], clause->comm, code_member(a, code_index(a, list, code_atomf(a, "%d", number)), "ok"));
            number++;
        }
        lower_stmts(f, &clause->body);
        f->pos = clause->pos;
        emit_stmt(f, CODE_BREAK);
    }
    f->out = outer;
    leave_target(f, &target);
}
