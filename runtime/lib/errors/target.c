/* errors.As, where it needs to know types: storing an error in a variable of any type. */
#include "runtime/runtime.h"

bool errors_comparable_(any x);
go_int errors_assign(error err, any target);

bool errors_comparable_(any x) {
    return !x.type || go_comparable(x.type);
}

go_int errors_assign(error err, any target) {
    enum { NO, STORED, NO_POINTER, NO_ERROR };
    if (target.type->kind != GO_POINTER || !target.data)
        return NO_POINTER;
    const go_type *wanted = target.type->elem, *type = go_type_of(err.methods);
    if (wanted->kind == GO_INTERFACE) {
        if (wanted->method_count == 0) {
            *(any *)target.data = (any){type, err.data};
            return STORED;
        }
        const void *methods = go_implements(type, wanted);
        if (!methods)
            return NO;
        *(error *)target.data = (error){methods, err.data}; /* all interfaces with methods are laid out alike */
        return STORED;
    }
    if (!go_implements(wanted, &type_error))
        return NO_ERROR;
    if (!go_is(type, wanted))
        return NO;
    any x = {type, err.data};
    memcpy(target.data, go_value_of(&x), (size_t)wanted->size);
    return STORED;
}
