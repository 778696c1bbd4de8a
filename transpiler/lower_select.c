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

void lower_select(struct function *f, struct stmt *s) {
    unsupported(f->l, s->pos, "select");
}
