#include "driver/source_lines.h"

#include <stdio.h>
#include <string.h>

/* A file, and where each of its lines starts. */
struct source_text {
    const char *text;
    VEC(const char *) lines;
};

static const struct source_text *text_of(struct source_lines *s, const char *file) {
    if (map_has(&s->texts, file))
        return map_get(&s->texts, file);
    FILE *f = fopen(file, "rb");
    struct buf text = {0};
    char block[1 << 14];
    for (size_t n; f && (n = fread(block, 1, sizeof block, f)) > 0;)
        buf_addn(&text, block, n);
    if (f)
        fclose(f);
    struct source_text *kept = arena_new(s->arena, struct source_text);
    kept->text = arena_strndup(s->arena, text.len ? text.text : "", text.len);
    for (const char *line = text.len ? kept->text : NULL; line; line = (line = strchr(line, '\n')) ? line + 1 : NULL)
        vec_push(s->arena, &kept->lines, line);
    map_put(s->arena, &s->texts, arena_strdup(s->arena, file), kept);
    buf_free(&text);
    return kept;
}

const char *source_line(struct source_lines *s, const char *file, int line, int *len) {
    const struct source_text *text = line > 0 ? text_of(s, file) : NULL;
    if (!text || line > text->lines.len)
        return NULL;
    *len = (int)strcspn(text->lines.items[line - 1], "\r\n");
    return text->lines.items[line - 1];
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
