#include "driver/source_lines.h"

#include <stdio.h>
#include <string.h>

static const char *text_of(struct source_lines *s, const char *file) {
    if (map_has(&s->texts, file))
        return map_get(&s->texts, file);
    FILE *f = fopen(file, "rb");
    struct buf text = {0};
    char block[1 << 14];
    for (size_t n; f && (n = fread(block, 1, sizeof block, f)) > 0;)
        buf_addn(&text, block, n);
    if (f)
        fclose(f);
    char *kept = text.len ? arena_strndup(s->arena, text.text, text.len) : NULL;
    map_put(s->arena, &s->texts, arena_strdup(s->arena, file), kept);
    buf_free(&text);
    return kept;
}

const char *source_line(struct source_lines *s, const char *file, int line, int *len) {
    const char *start = line > 0 ? text_of(s, file) : NULL;
    while (start && --line > 0) {
        start = strchr(start, '\n');
        start = start ? start + 1 : NULL;
    }
    if (!start)
        return NULL;
    *len = (int)strcspn(start, "\r\n");
    return start;
}

int character_column(struct source_lines *s, struct shown_place at) {
    int len;
    const char *line = source_line(s, at.file, at.line, &len);
    if (!line || at.col > len)
        return at.col;
    int column = 0;
    for (int i = 0; i < at.col; i++)
        column += ((unsigned char)line[i] & 0xc0) != 0x80; /* bytes that go on with a character count with it */
    return column;
}
