/* Index and slice expressions (spec: Index expressions, Slice expressions). */
#include "transpiler/check_internal.h"

bool is_valid_index(struct checker *c, struct expr *e, const char *what, bool allow_negative) {
    if (e->mode == MODE_INVALID)
        return false;
    convert_untyped(c, e, type_basic(TYPE_INT));
    if (e->mode == MODE_INVALID)
        return false;
    if (!type_is_integer(e->type)) {
        report_at(c, e, "invalid argument: %s %s must be integer", what, operand_string(c, e));
        return false;
    }
    if (e->mode != MODE_CONSTANT || constant_kind(e->value) == CONSTANT_UNKNOWN)
        return true;
    if (!allow_negative && constant_sign(e->value) < 0) {
        report_at(c, e, "invalid argument: %s %s must not be negative", what, operand_string(c, e));
        return false;
    }
    int64_t value;
    if (!constant_fits_int64(e->value, &value)) {
        report_at(c, e, "invalid argument: %s %s overflows int", what, operand_string(c, e));
        return false;
    }
    return true;
}

int64_t check_index(struct checker *c, struct expr *index, int64_t limit, bool *valid) {
    check_expr(c, index);
    *valid = is_valid_index(c, index, "index", false);
    int64_t value;
    if (!*valid || index->mode != MODE_CONSTANT || !constant_fits_int64(index->value, &value))
        return -1;
    if (limit >= 0 && value >= limit) {
        report_at(c, index, "invalid argument: index %s out of bounds [0:%lld]", constant_text(c->arena, index->value),
                  (long long)limit);
        *valid = false;
        return -1;
    }
    return value;
}

static int64_t constant_length(const struct expr *e) {
    int len = -1;
    if (e->mode == MODE_CONSTANT && constant_kind(e->value) == CONSTANT_STRING)
        constant_string(e->value, &len);
    return len;
}

void check_index_expr(struct checker *c, struct expr *e) {
    struct expr *x = e->x;
    check_expr_or_type(c, x);
    invalidate(e);
    if (x->mode == MODE_INVALID) {
        check_use(c, e->y);
        return;
    }
    if (x->mode == MODE_TYPE) {
        report_at(c, x, "%s is not a generic type", type_string(c, x->type));
        return;
    }
    if (x->mode == MODE_BUILTIN) {
        report_at(c, x, "%s must be called", operand_string(c, x));
        return;
    }
    struct type *u = under(x->type);
    int64_t length = -1;
    switch (u->kind) {
    case TYPE_STRING:
    case TYPE_UNTYPED_STRING:
        length = constant_length(x);
        if (type_is_untyped(x->type))
            convert_untyped(c, x, type_basic(TYPE_STRING));
        set_value(e, MODE_VALUE, type_byte());
        break;
    case TYPE_ARRAY:
        length = u->count;
        set_value(e, x->mode == MODE_VARIABLE ? MODE_VARIABLE : MODE_VALUE, u->elem);
        break;
    case TYPE_POINTER: {
        struct type *array = under(u->elem);
        if (array->kind == TYPE_ARRAY) {
            length = array->count;
            set_value(e, MODE_VARIABLE, array->elem);
        }
        break;
    }
    case TYPE_SLICE: set_value(e, MODE_VARIABLE, u->elem); break;
    case TYPE_MAP:
        check_expr(c, e->y);
        check_assignment(c, e->y, u->key, FOR("map index"));
        set_value(e, MODE_MAP_INDEX, u->elem);
        return;
    default: break;
    }
    if (e->mode == MODE_INVALID) {
        report(c, e->pos, "invalid operation: cannot index %s", operand_string(c, x));
        check_use(c, e->y);
        return;
    }
    if (!e->type)
        e->type = type_invalid(); /* an element type that is under way: a cycle, reported elsewhere */
    bool valid;
    check_index(c, e->y, length, &valid);
}

static bool sliced_operand(struct checker *c, struct expr *e, int64_t *length) {
    struct expr *x = e->x;
    struct type *u = under(x->type);
    switch (u->kind) {
    case TYPE_STRING:
    case TYPE_UNTYPED_STRING:
        if (e->max) {
            report_at(c, e->max, "invalid operation: 3-index slice of string");
            return false;
        }
        *length = constant_length(x);
        if (type_is_untyped(x->type))
            convert_untyped(c, x, type_basic(TYPE_STRING));
        e->type = x->type;
        return true;
    case TYPE_ARRAY:
        *length = u->count;
        if (x->mode != MODE_VARIABLE) {
            report_at(c, x, "invalid operation: %s (slice of unaddressable value)", operand_string(c, x));
            return false;
        }
        e->type = type_slice_of(c->arena, u->elem);
        return true;
    case TYPE_POINTER:
        if (under(u->elem)->kind == TYPE_ARRAY) {
            *length = under(u->elem)->count;
            e->type = type_slice_of(c->arena, under(u->elem)->elem);
            return true;
        }
        break;
    case TYPE_SLICE: e->type = x->type; return true;
    default: break;
    }
    report_at(c, x, "invalid operation: cannot slice %s", operand_string(c, x));
    return false;
}

void check_slice_expr(struct checker *c, struct expr *e) {
    struct expr *indices[] = {e->lo, e->hi, e->max};
    check_expr(c, e->x);
    invalidate(e);
    int64_t length = -1;
    if (e->x->mode == MODE_INVALID || !sliced_operand(c, e, &length)) {
        for (int i = 0; i < 3; i++)
            check_use(c, indices[i]);
        invalidate(e);
        return;
    }
    e->mode = MODE_VALUE;
    int64_t values[3];
    for (int i = 0; i < 3; i++) {
        bool valid;
        if (indices[i])
            values[i] = check_index(c, indices[i], length >= 0 ? length + 1 : -1, &valid);
        else
            values[i] = i == 0 ? 0 : length;
    }
    for (int i = 0; i < 2; i++) {
        for (int k = i + 1; k < 3; k++) {
            if (values[i] > 0 && values[k] >= 0 && values[k] < values[i] && indices[k]) {
                report_at(c, indices[k], "invalid slice indices: %lld < %lld", (long long)values[k], (long long)values[i]);
                return;
            }
        }
    }
}
