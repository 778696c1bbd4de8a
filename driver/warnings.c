#include "driver/warnings.h"

#include "driver/quoting.h"
#include "driver/terminal.h"

#include <stdio.h>
#include <unistd.h>

void warnings_print(struct road *r, const struct warnings *w) {
    struct buf out = {0};
    struct quoting q = {.lines.arena = r->arena, .out = &out, .color = terminal_has_color(STDERR_FILENO)};
    bool fatal = r->options->warnings_are_errors;
    vec_each(i, &w->list) {
        const struct warning *warning = &w->list.items[i];
        const char *text = arena_printf(r->arena, "%s%s", in_go_terms(r->terms, warning->head.text),
                                        fatal ? " [-Werror,-Wheap-capture]" : " [-Wheap-capture]");
        quote_message(&q, verdict_place(warning->verdict, r->go_file, &r->places), fatal ? "error: " : "warning: ",
                      fatal ? PAINT_ERROR : PAINT_WARNING, text);
        vec_each(k, &warning->notes) {
            const struct message *note = &warning->notes.items[k];
            quote_message(&q, r->places.show(r->places.context, &note->place), "note: ", PAINT_NOTE, in_go_terms(r->terms, note->text));
        }
    }
    buf_write(&out, stderr);
    buf_free(&out);
}
