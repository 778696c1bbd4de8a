/* -dump=ast: the tree of a file, a node a line, children indented. */
#ifndef OUTLIVE_AST_DUMP_H
#define OUTLIVE_AST_DUMP_H

#include "base/buf.h"
#include "transpiler/ast.h"

void dump_ast(struct buf *out, const struct file *file);

#endif
