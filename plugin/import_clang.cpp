// Host 1: a module for `clang -fplugin`. It shows clang's tree to the walk of import.c, and turns what the checker found into
// clang's own diagnostics. With allocations.cpp, which is for code generation, the only C++, and all that knows LLVM's versions.
//
// Arguments, each given as -fplugin-arg-outlive-ARGUMENT, are listed in `help_text` below.

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Expr.h"
#include "clang/AST/RecordLayout.h"
#include "clang/AST/Stmt.h"
#include "clang/AST/TypeLoc.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "llvm/Passes/PassBuilder.h"

#include "plugin/allocations.h"

extern "C" {
#include "plugin/checker.h"
#include "plugin/import.h"
#include "plugin/report.h"
}

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <set>
#include <unistd.h>

// ---- what differs between LLVM's versions (19 … 22)

#if CLANG_VERSION_MAJOR < 19 || CLANG_VERSION_MAJOR > 22
#error "Outlive is built with LLVM 19 to 22"
#endif

namespace {

using clang::cast;
using clang::dyn_cast;
using clang::isa;

// A module built for another clang crashes it, or finds half of its symbols: say so before anything is registered. (Where a
// symbol that is needed at once is missing, clang's own message comes first.)
__attribute__((constructor(101))) void check_version() {
    std::string version = clang::getClangFullVersion();
    size_t at = version.find("version ");
    int major = at == std::string::npos ? 0 : atoi(version.c_str() + at + strlen("version "));
    if (major == 0 || major == CLANG_VERSION_MAJOR)
        return;
    fprintf(stderr, "error: outlive.so was built for clang %d, and this is clang %d; use clang-%d\n", CLANG_VERSION_MAJOR, major,
            CLANG_VERSION_MAJOR);
    _exit(1);
}

clang::QualType type_of(const clang::ASTContext &context, const clang::TagDecl *d) {
#if CLANG_VERSION_MAJOR < 22
    return context.getTypeDeclType(d);
#else
    return context.getCanonicalTagType(d);
#endif
}

// ---- nodes: a statement, or a declaration, told apart by the second word

enum node_tag : uintptr_t { STATEMENT = 1, DECLARATION = 2 };

ast_node node_of(const clang::Stmt *s) {
    return {{s, s ? reinterpret_cast<const void *>(STATEMENT) : nullptr, nullptr, nullptr}};
}

ast_node node_of(const clang::Decl *d) {
    return {{d, reinterpret_cast<const void *>(DECLARATION), nullptr, nullptr}};
}

const clang::Decl *declaration_of(ast_node n) {
    return static_cast<const clang::Decl *>(n.word[0]);
}

const clang::Stmt *statement_of(ast_node n) {
    return static_cast<const clang::Stmt *>(n.word[0]);
}

bool is_declaration(ast_node n) {
    return n.word[1] == reinterpret_cast<const void *>(DECLARATION);
}

const ast_node no_node = {};

// The importing host of one translation unit.
// What lowered C says to the checker in annotations must not reach code generation, which keeps an annotated variable in memory
// and an annotated function alive, however often it was inlined. So they are taken off as each definition comes by, and kept.
class Annotations {
public:
    void take_off(clang::FunctionDecl *f) {
        take_off_one(f);
        for (clang::ParmVarDecl *p : f->parameters())
            take_off_one(p);
        for (clang::Decl *local : f->decls())
            take_off_one(local);
    }

    // Were there any that only lowering writes?
    bool of_sites() const { return sites; }

    llvm::ArrayRef<const clang::AnnotateAttr *> of(const clang::Decl *d) const {
        auto found = taken.find(d);
        return found == taken.end() ? llvm::ArrayRef<const clang::AnnotateAttr *>() : found->second;
    }

private:
    void take_off_one(clang::Decl *d) {
        if (!d->hasAttr<clang::AnnotateAttr>())
            return;
        llvm::SmallVector<clang::AnnotateAttr *, 2> others;
        for (auto *a : d->specific_attrs<clang::AnnotateAttr>()) {
            llvm::StringRef text = a->getAnnotation();
            if (text.starts_with("outlive."))
                taken[d].push_back(a);
            else
                others.push_back(a);
            sites |= text.starts_with("outlive.site=") || text.starts_with("outlive.heap=");
        }
        d->dropAttrs<clang::AnnotateAttr>();
        for (auto *a : others)
            d->addAttr(a);
    }

    llvm::DenseMap<const clang::Decl *, llvm::SmallVector<const clang::AnnotateAttr *, 2>> taken;
    bool sites = false;
};

struct Host {
    clang::ASTContext &context;
    const clang::SourceManager &sources;
    clang::PrintingPolicy policy;
    struct arena *arena;
    const Annotations &annotations;
    importer *imp = nullptr;
    type_table *types = nullptr;
    map source_by_name = {};
    ptrmap source_of_key = {}; // name of a presumed file, or file entry → source
    llvm::DenseMap<const source *, clang::FileID> file_of_source;
    clang::FileID last_file; // of the place that was asked for last
    source *last_source = nullptr;
    struct {
        const void *asked;
        ctype *type;
    } known_types[256] = {};

    ~Host() {
        if (imp)
            import_finish(imp);
    }

    Host(clang::ASTContext &c, struct arena *a, const Annotations &annotations)
        : context(c), sources(c.getSourceManager()), policy(c.getLangOpts()), arena(a), annotations(annotations) {}

    // ---- places

    source *source_named(llvm::StringRef name) {
        char *text = arena_strndup(arena, name.data(), name.size());
        auto *s = static_cast<source *>(map_get(&source_by_name, text));
        if (!s) {
            s = arena_new(arena, source);
            s->name = text;
            map_put(arena, &source_by_name, text, s);
        }
        return s;
    }

    template <class Name> source *source_of(const void *key, Name name) {
        auto *s = static_cast<source *>(ptrmap_get(&source_of_key, key));
        if (!s) {
            s = source_named(name());
            ptrmap_put(arena, &source_of_key, key, s);
        }
        return s;
    }

    c_spot spot(clang::SourceLocation at) { return {at.getRawEncoding()}; }

    c_place place(c_spot spot) {
        c_place p = {};
        clang::SourceLocation at = clang::SourceLocation::getFromRawEncoding(spot.number);
        at = sources.getFileLoc(at);
        auto [file, offset] = sources.getDecomposedLoc(at);
        if (file != last_file) {
            auto entry = sources.getFileEntryRefForID(file);
            if (!entry)
                return p;
            last_file = file;
            last_source = source_of(&entry->getMapEntry(), [&] { return entry->getName(); });
            file_of_source.try_emplace(last_source, file);
        }
        p.physical = {last_source, static_cast<int>(sources.getLineNumber(file, offset)),
                      static_cast<int>(sources.getColumnNumber(file, offset))};
        p.presumed = p.physical;
        if (sources.hasLineTable()) {
            clang::PresumedLoc presumed = sources.getPresumedLoc(at);
            const char *name = presumed.getFilename();
            p.presumed.source = source_of(name, [&] { return llvm::StringRef(name); });
            p.presumed.line = static_cast<int>(presumed.getLine());
        }
        return p;
    }

    clang::SourceLocation location(const c_place &p) {
        auto file = file_of_source.find(p.physical.source);
        if (file == file_of_source.end() || !p.physical.line)
            return {};
        return sources.translateLineCol(file->second, p.physical.line, p.physical.col);
    }

    // ---- types

    const void *type_key(clang::QualType t) {
        t = t.getCanonicalType();
        if (auto *atomic = dyn_cast<clang::AtomicType>(t.getTypePtr()))
            t = atomic->getValueType().getCanonicalType();
        return t.getUnqualifiedType().getAsOpaquePtr();
    }

    // Few types come up again and again.
    ctype *type(clang::QualType t) {
        if (t.isNull())
            return nullptr;
        const void *asked = t.getAsOpaquePtr();
        auto &known = known_types[(reinterpret_cast<uintptr_t>(asked) >> 4) % (sizeof known_types / sizeof *known_types)];
        if (known.asked != asked)
            known = {asked, type_of_key(types, type_key(t))};
        return known.type;
    }
};

Host &host_of(void *p) {
    return *static_cast<Host *>(p);
}

clang::QualType type_at(const void *key) {
    return clang::QualType::getFromOpaquePtr(key);
}

ctype_kind kind_of(clang::QualType t) {
    if (t->isVoidType())
        return CTYPE_VOID;
    if (isa<clang::PointerType>(t) || isa<clang::BlockPointerType>(t))
        return CTYPE_POINTER;
    if (isa<clang::FunctionType>(t))
        return CTYPE_FUNCTION;
    if (isa<clang::ArrayType>(t))
        return CTYPE_ARRAY;
    if (isa<clang::RecordType>(t))
        return CTYPE_RECORD;
    if (isa<clang::EnumType>(t))
        return CTYPE_NUMBER;
    if (auto *b = dyn_cast<clang::BuiltinType>(t))
        return b->isPlaceholderType() || b->isSizelessType() ? CTYPE_OTHER : CTYPE_NUMBER;
    return CTYPE_OTHER;
}

type_facts facts(void *host, const void *key) {
    Host &h = host_of(host);
    clang::QualType t = type_at(key);
    type_facts f = {};
    f.kind = kind_of(t);
    f.bytes = f.count = -1;
    std::string spelling = t.getAsString(h.policy);
    f.spelling = arena_strndup(h.arena, spelling.data(), spelling.size());
    bool has_size = f.kind != CTYPE_VOID && f.kind != CTYPE_FUNCTION &&
                    (f.kind != CTYPE_OTHER || isa<clang::ComplexType>(t) || isa<clang::VectorType>(t));
    if (has_size && !t->isIncompleteType() && t->isConstantSizeType())
        f.bytes = h.context.getTypeSizeInChars(t).getQuantity();
    if (auto *array = dyn_cast<clang::ConstantArrayType>(t))
        f.count = static_cast<long>(array->getSize().getZExtValue());
    if (f.kind == CTYPE_FUNCTION) {
        auto *proto = dyn_cast<clang::FunctionProtoType>(t);
        f.variadic = !proto || proto->isVariadic();
    }
    f.is_union = f.kind == CTYPE_RECORD && t->isUnionType();
    return f;
}

void parts(void *host, const void *key, type_table *table) {
    Host &h = host_of(host);
    clang::QualType t = type_at(key);
    if (auto *pointer = dyn_cast<clang::PointerType>(t)) {
        type_part(table, h.type_key(pointer->getPointeeType()));
    } else if (auto *block = dyn_cast<clang::BlockPointerType>(t)) {
        type_part(table, h.type_key(block->getPointeeType()));
    } else if (auto *array = dyn_cast<clang::ArrayType>(t)) {
        type_part(table, h.type_key(array->getElementType()));
    } else if (auto *function = dyn_cast<clang::FunctionType>(t)) {
        type_part(table, h.type_key(function->getReturnType()));
        if (auto *proto = dyn_cast<clang::FunctionProtoType>(t))
            for (clang::QualType p : proto->param_types())
                type_part(table, h.type_key(p));
    } else if (const clang::RecordDecl *r = t->castAs<clang::RecordType>()->getDecl()->getDefinition()) {
        bool laid_out = !r->isInvalidDecl();
        for (const clang::FieldDecl *f : r->fields()) {
            long bytes = laid_out ? static_cast<long>(h.context.getFieldOffset(f) / 8) : -1;
            type_field(table, f->getName().str().c_str(), h.type_key(f->getType()), bytes);
        }
    }
}

const type_host the_type_host = {facts, parts};

c_place place(void *host, c_spot spot) {
    return host_of(host).place(spot);
}

// ---- declarations

const void *identity(void *, ast_node decl) {
    return declaration_of(decl)->getCanonicalDecl();
}

// Those at file scope that were written, in order; the first one of all where there is none.
template <class D> llvm::SmallVector<const D *, 4> declarations(const D *d) {
    llvm::SmallVector<const D *, 4> all;
    for (const D *r = d->getMostRecentDecl(); r; r = r->getPreviousDecl())
        if (r->getLexicalDeclContext()->isTranslationUnit() && !r->isImplicit())
            all.push_back(r);
    std::reverse(all.begin(), all.end());
    if (all.empty())
        all.push_back(d->getCanonicalDecl());
    return all;
}

bool is_definition(const clang::FunctionDecl *f) {
    return f->doesThisDeclarationHaveABody(); // an alias is a definition too, but not one that can be looked into
}

bool is_definition(const clang::VarDecl *v) {
    return v->isThisDeclarationADefinition() == clang::VarDecl::Definition;
}

// The declaration that says most: the definition, else the last one.
template <class D> const D *best_declaration(const D *d) {
    auto all = declarations(d);
    for (const D *r : all)
        if (is_definition(r))
            return r;
    return all.back();
}

void add_attributes(const Host &h, struct arena *arena, const clang::Decl *d, cattrs *out) {
    for (const clang::AnnotateAttr *a : h.annotations.of(d))
        import_annotation(arena, out, a->getAnnotation().str().c_str());
    if (!d->hasAttrs())
        return;
    for (const clang::Attr *a : d->attrs()) {
        out->weak |= isa<clang::WeakAttr>(a); // by #pragma weak, too, which is implicit
        if (a->isImplicit())
            continue;
        if (auto *annotation = dyn_cast<clang::AnnotateAttr>(a))
            import_annotation(arena, out, annotation->getAnnotation().str().c_str());
        if (a->isInherited())
            continue;
        out->noescape |= isa<clang::NoEscapeAttr>(a);
        out->lifetimebound |= isa<clang::LifetimeBoundAttr>(a);
        out->malloc_like |= isa<clang::RestrictAttr>(a);
        out->noreturn_ |= isa<clang::NoReturnAttr>(a) || isa<clang::C11NoReturnAttr>(a) || isa<clang::CXX11NoReturnAttr>(a);
    }
}

const char *name_of(const clang::NamedDecl *d) {
    const clang::IdentifierInfo *name = d->getIdentifier(); // which lives as long as the compilation
    return name ? name->getNameStart() : "";
}

void variable(void *host, importer *, ast_node decl, cvar *out) {
    Host &h = host_of(host);
    auto *v = cast<clang::VarDecl>(declaration_of(decl));
    if (isa<clang::ParmVarDecl>(v)) {
        out->storage = cvar::CVAR_PARAM;
        add_attributes(h, h.arena, v, &out->attrs);
    } else if (v->isFileVarDecl() || v->hasExternalStorage()) {
        auto all = declarations(v);
        out->storage = cvar::CVAR_GLOBAL;
        out->is_extern = true;
        for (const clang::VarDecl *r : all) {
            add_attributes(h, h.arena, r, &out->attrs);
            if (r->getLexicalDeclContext()->isTranslationUnit())
                out->is_extern &= r->getStorageClass() == clang::SC_Extern && !is_definition(r);
        }
        v = best_declaration(v);
        out->is_internal = v->getFormalLinkage() == clang::Linkage::Internal;
    } else {
        out->storage = v->isStaticLocal() ? cvar::CVAR_STATIC_LOCAL : cvar::CVAR_LOCAL;
        add_attributes(h, import_arena(h.imp), v, &out->attrs);
    }
    out->name = name_of(v);
    out->type = h.type(v->getType());
    out->place = h.spot(v->getLocation());
    out->is_thread_local = v->getTLSKind() != clang::VarDecl::TLS_None;
    out->is_const = v->getType().isConstant(v->getASTContext());
}

// An inline definition that is no external one: another file's may be called instead (C17 6.7.4p7). From a header, that file has the same.
bool is_alternative(const Host &h, const clang::FunctionDecl *f) {
    return is_definition(f) && f->isInlined() && f->isExternallyVisible() && !f->hasAttr<clang::AlwaysInlineAttr>() &&
           h.sources.isInMainFile(f->getLocation()) && !f->isInlineDefinitionExternallyVisible();
}

void function(void *host, importer *, ast_node decl, cfunc *out) {
    Host &h = host_of(host);
    auto *f = cast<clang::FunctionDecl>(declaration_of(decl));
    for (const clang::FunctionDecl *r : declarations(f)) {
        add_attributes(h, h.arena, r, &out->attrs);
        out->is_of_the_system |= h.sources.isInSystemHeader(r->getLocation());
    }
    f = best_declaration(f);
    out->declaration = f;
    out->name = name_of(f);
    out->type = h.type(f->getType());
    out->place = h.spot(f->getLocation());
    out->is_static = f->getFormalLinkage() == clang::Linkage::Internal;
    out->in_system_header = h.sources.isInSystemHeader(f->getLocation());
    out->attrs.weak |= f->isMultiVersion() && !f->isTargetClonesMultiVersion(); // clones have one body
    out->attrs.weak |= is_alternative(h, f);
    out->attrs.noreturn_ |= f->getType()->castAs<clang::FunctionType>()->getNoReturnAttr();
}

void parameters(void *host, importer *imp, ast_node decl) {
    Host &h = host_of(host);
    auto *f = cast<clang::FunctionDecl>(declaration_of(decl));
    auto all = declarations(f);
    f = best_declaration(f);
    for (unsigned i = 0; i < f->getNumParams(); i++) {
        cvar *v = import_parameter(imp, node_of(f->getParamDecl(i)));
        if (auto *proto = f->getType()->getCanonicalTypeInternal()->getAs<clang::FunctionProtoType>())
            v->type = h.type(proto->getParamType(i));
        for (const clang::FunctionDecl *r : all)
            if (r != f && r->getNumParams() == f->getNumParams())
                add_attributes(h, h.arena, r->getParamDecl(i), &v->attrs);
    }
}

// Sizes of the arrays in a type as it was written: evaluated where the declaration or cast is.
void add_sizes(Host &h, clang::TypeLoc t) {
    llvm::SmallVector<const clang::Expr *, 4> sizes;
    while (t) {
        t = t.getUnqualifiedLoc();
        if (auto array = t.getAs<clang::ArrayTypeLoc>()) {
            if (array.getSizeExpr())
                sizes.push_back(array.getSizeExpr());
            t = array.getElementLoc();
        } else if (auto of = t.getAs<clang::TypeOfExprTypeLoc>()) {
            sizes.push_back(of.getUnderlyingExpr());
            break;
        } else if (auto of_type = t.getAs<clang::TypeOfTypeLoc>()) {
            t = of_type.getUnmodifiedTInfo()->getTypeLoc();
        } else if (isa<clang::TypedefType>(t.getTypePtr())) {
            break;
        } else {
            t = t.getNextTypeLoc();
        }
    }
    for (const clang::Expr *size : llvm::reverse(sizes))
        import_child(h.imp, node_of(size));
}

void open_declaration(Host &h, const clang::Decl *d, ast_open *out) {
    if (auto *type = dyn_cast<clang::TypedefNameDecl>(d)) {
        out->kind = AST_EFFECTS;
        add_sizes(h, type->getTypeSourceInfo()->getTypeLoc());
        return;
    }
    if (auto *f = dyn_cast<clang::FunctionDecl>(d)) {
        out->kind = AST_BODY;
        for (const clang::ParmVarDecl *p : f->parameters())
            if (p->getOriginalType()->isVariablyModifiedType() && p->getTypeSourceInfo())
                add_sizes(h, p->getTypeSourceInfo()->getTypeLoc());
        import_child(h.imp, node_of(f->getBody()));
        return;
    }
    auto *v = cast<clang::VarDecl>(d);
    out->kind = AST_VAR_DECL;
    out->decl = node_of(v);
    if (v->getType()->isVariablyModifiedType() && v->getTypeSourceInfo())
        add_sizes(h, v->getTypeSourceInfo()->getTypeLoc());
    if (v->getInit()) {
        out->has_init = true;
        import_child(h.imp, node_of(v->getInit()));
    }
    if (auto *cleanup = v->getAttr<clang::CleanupAttr>())
        if (v->getStorageClass() != clang::SC_Static)
            import_cleanup(h.imp, node_of(v), node_of(cleanup->getFunctionDecl()));
}

// ---- expressions

void add(Host &h, const clang::Stmt *child) {
    import_child(h.imp, child ? node_of(child) : no_node);
}

void add_all(Host &h, const clang::Stmt *s) {
    for (const clang::Stmt *child : s->children())
        if (child)
            add(h, child);
}

void open_reference(Host &h, const clang::DeclRefExpr *e, ast_open *out) {
    const clang::ValueDecl *d = e->getDecl();
    out->decl = node_of(d);
    if (isa<clang::VarDecl>(d)) {
        out->kind = AST_VAR;
    } else if (isa<clang::FunctionDecl>(d)) {
        out->kind = AST_FUNC;
        out->type = h.type(d->getType());
    } else if (isa<clang::EnumConstantDecl>(d)) {
        out->kind = AST_CONST;
        out->has_value = true;
        out->value = static_cast<long>(cast<clang::EnumConstantDecl>(d)->getInitVal().getExtValue());
    } else {
        out->kind = AST_UNKNOWN_EXPR;
        out->name = "reference";
    }
}

void open_unary(const clang::UnaryOperator *e, ast_open *out) {
    switch (e->getOpcode()) {
    case clang::UO_AddrOf:
        out->kind = AST_ADDRESS;
        return;
    case clang::UO_Deref:
        out->kind = AST_DEREF;
        return;
    case clang::UO_PostInc:
        out->kind = AST_INCDEC;
        out->name = "a++";
        return;
    case clang::UO_PostDec:
        out->kind = AST_INCDEC;
        out->name = "a--";
        return;
    case clang::UO_PreInc:
        out->kind = AST_INCDEC;
        out->name = "++a";
        return;
    case clang::UO_PreDec:
        out->kind = AST_INCDEC;
        out->name = "--a";
        return;
    case clang::UO_Real:
        out->name = "__real";
        break;
    case clang::UO_Imag:
        out->name = "__imag";
        break;
    case clang::UO_Plus:
    case clang::UO_Minus:
    case clang::UO_Not:
    case clang::UO_LNot:
        out->name = clang::UnaryOperator::getOpcodeStr(e->getOpcode()).data();
        break;
    default:
        out->kind = AST_UNKNOWN_EXPR;
        out->name = "unary operator";
        return;
    }
    out->kind = AST_UNARY;
}

/* As written, with its quotes. */
const char *string_text(Host &h, const clang::StringLiteral *e) {
    std::string text;
    llvm::raw_string_ostream out(text);
    e->outputString(out);
    out.flush();
    return arena_strndup(import_arena(h.imp), text.data(), text.size());
}

void open_binary(Host &h, const clang::BinaryOperator *e, ast_open *out) {
    if (e->getOpcode() == clang::BO_Assign)
        out->kind = AST_ASSIGN;
    else if (e->getOpcode() == clang::BO_Comma)
        out->kind = AST_COMMA;
    else
        out->kind = e->isLogicalOp() ? AST_LOGICAL : e->isCompoundAssignmentOp() ? AST_ASSIGN_OP : AST_BINARY;
    if (out->kind != AST_ASSIGN && out->kind != AST_COMMA)
        out->name = e->getOpcodeStr().data();
    add(h, e->getLHS());
    add(h, e->getRHS());
}

void field_of(Host &h, const clang::FieldDecl *f, const ctype **record, long *index) {
    *record = h.type(type_of(h.context, f->getParent()));
    *index = f->getFieldIndex();
}

void open_designated(Host &h, const clang::DesignatedInitExpr *e, ast_open *out) {
    out->kind = AST_DESIGNATED;
    out->designators = arena_array(import_arena(h.imp), ast_designator, e->size());
    for (const clang::DesignatedInitExpr::Designator &d : e->designators()) {
        ast_designator &step = out->designators[out->designator_count++];
        if (d.isFieldDesignator()) {
            field_of(h, d.getFieldDecl(), &step.record, &step.index);
        } else {
            const clang::Expr *index = d.isArrayDesignator() ? e->getArrayIndex(d) : e->getArrayRangeStart(d);
            step.index = static_cast<long>(index->EvaluateKnownConstInt(h.context).getExtValue());
        }
    }
    add(h, e->getInit());
}

// The branches whose type is that of the whole: libclang does not tell which of them was chosen.
void open_generic(Host &h, const clang::GenericSelectionExpr *e, ast_open *out) {
    out->kind = AST_GENERIC;
    clang::QualType type = e->getType().getCanonicalType();
    for (const clang::Expr *branch : e->getAssocExprs())
        if (branch->getType().getCanonicalType() == type)
            add(h, branch);
}

// The first reference to each of these variables.
void add_references(Host &h, const clang::Stmt *s, llvm::SmallPtrSet<const clang::Decl *, 8> &variables) {
    auto *reference = dyn_cast<clang::DeclRefExpr>(s);
    if (reference && variables.erase(reference->getDecl()))
        add(h, reference);
    for (const clang::Stmt *part : s->children())
        if (part)
            add_references(h, part, variables);
}

void open_size(Host &h, const clang::UnaryExprOrTypeTraitExpr *e, ast_open *out) {
    out->kind = AST_CONST;
    clang::Expr::EvalResult value;
    out->is_size = e->EvaluateAsInt(value, h.context);
    if (out->is_size)
        out->value = static_cast<long>(value.Val.getInt().getExtValue());
    if (e->getKind() != clang::UETT_SizeOf)
        return;
    if (e->isArgumentType()) {
        if (e->getArgumentType()->isVariablyModifiedType())
            add_sizes(h, e->getArgumentTypeInfo()->getTypeLoc());
    } else if (e->getArgumentExpr()->getType()->isVariableArrayType()) {
        add(h, e->getArgumentExpr());
    }
}

void unknown(Host &h, const clang::Stmt *s, const char *name, ast_open *out) {
    out->kind = AST_UNKNOWN_EXPR;
    out->name = name;
    add_all(h, s);
}

void open_expression(Host &h, const clang::Expr *e, ast_open *out) {
    out->type = h.type(e->getType());
    out->place = h.spot(e->getBeginLoc());
    switch (e->getStmtClass()) {
    case clang::Stmt::DeclRefExprClass:
        open_reference(h, cast<clang::DeclRefExpr>(e), out);
        break;
    case clang::Stmt::MemberExprClass: {
        auto *m = cast<clang::MemberExpr>(e);
        long index = -1;
        out->kind = AST_MEMBER;
        if (auto *f = dyn_cast<clang::FieldDecl>(m->getMemberDecl()))
            field_of(h, f, &out->record, &index);
        out->field = static_cast<int>(index);
        add(h, m->getBase());
        break;
    }
    case clang::Stmt::IntegerLiteralClass: {
        const llvm::APInt &value = cast<clang::IntegerLiteral>(e)->getValue();
        out->kind = AST_CONST;
        out->has_value = out->type->bytes > 0 && out->type->bytes <= static_cast<long>(sizeof(long));
        out->value = out->has_value ? static_cast<long>(value.getZExtValue()) : 0;
        break;
    }
    case clang::Stmt::CharacterLiteralClass:
        out->kind = AST_CONST;
        out->has_value = true;
        out->value = static_cast<int>(cast<clang::CharacterLiteral>(e)->getValue());
        break;
    case clang::Stmt::FloatingLiteralClass:
    case clang::Stmt::ImaginaryLiteralClass:
    case clang::Stmt::FixedPointLiteralClass:
    case clang::Stmt::CXXBoolLiteralExprClass:
    case clang::Stmt::CXXNullPtrLiteralExprClass:
    case clang::Stmt::GNUNullExprClass:
        out->kind = AST_CONST;
        break;
    case clang::Stmt::StringLiteralClass:
        out->kind = AST_STRING;
        out->name = string_text(h, cast<clang::StringLiteral>(e));
        break;
    case clang::Stmt::UnaryExprOrTypeTraitExprClass:
        open_size(h, cast<clang::UnaryExprOrTypeTraitExpr>(e), out);
        break;
    case clang::Stmt::OffsetOfExprClass: {
        auto *o = cast<clang::OffsetOfExpr>(e);
        out->kind = AST_CONST;
        for (unsigned i = 0; i < o->getNumExpressions(); i++)
            add(h, o->getIndexExpr(i));
        break;
    }
    case clang::Stmt::UnaryOperatorClass:
        open_unary(cast<clang::UnaryOperator>(e), out);
        add_all(h, e);
        break;
    case clang::Stmt::BinaryOperatorClass:
    case clang::Stmt::CompoundAssignOperatorClass:
        open_binary(h, cast<clang::BinaryOperator>(e), out);
        break;
    case clang::Stmt::ConditionalOperatorClass:
        out->kind = AST_COND;
        add_all(h, e);
        break;
    case clang::Stmt::BinaryConditionalOperatorClass:
        out->kind = AST_ELVIS;
        add(h, cast<clang::BinaryConditionalOperator>(e)->getCommon());
        add(h, cast<clang::BinaryConditionalOperator>(e)->getFalseExpr());
        break;
    case clang::Stmt::ArraySubscriptExprClass:
        out->kind = AST_INDEX;
        add_all(h, e);
        break;
    case clang::Stmt::CallExprClass:
        out->kind = AST_CALL;
        add_all(h, e);
        break;
    case clang::Stmt::CStyleCastExprClass: {
        auto *c = cast<clang::CStyleCastExpr>(e);
        out->kind = AST_CAST;
        out->to_bool = e->getType()->isBooleanType();
        if (e->getType()->isVariablyModifiedType())
            add_sizes(h, c->getTypeInfoAsWritten()->getTypeLoc());
        add(h, c->getSubExpr());
        break;
    }
    case clang::Stmt::ImplicitCastExprClass:
    case clang::Stmt::ExtVectorElementExprClass:
        out->kind = AST_IMPLICIT_CAST;
        out->to_bool = e->getType()->isBooleanType();
        add_all(h, e);
        break;
    case clang::Stmt::InitListExprClass: {
        auto *list = cast<clang::InitListExpr>(e);
        if (list->getSyntacticForm())
            list = list->getSyntacticForm();
        out->kind = AST_INIT_LIST;
        out->type = nullptr;
        out->place = h.spot(list->getBeginLoc());
        for (const clang::Expr *element : list->inits())
            add(h, element);
        break;
    }
    case clang::Stmt::DesignatedInitExprClass:
        out->type = nullptr;
        open_designated(h, cast<clang::DesignatedInitExpr>(e), out);
        break;
    case clang::Stmt::CompoundLiteralExprClass:
        out->kind = AST_COMPOUND_LITERAL;
        add(h, cast<clang::CompoundLiteralExpr>(e)->getInitializer());
        break;
    case clang::Stmt::StmtExprClass:
        out->kind = AST_STMT_EXPR;
        add(h, cast<clang::StmtExpr>(e)->getSubStmt());
        break;
    case clang::Stmt::VAArgExprClass:
        out->kind = AST_VA_ARG;
        if (e->getType()->isVariablyModifiedType())
            add_sizes(h, cast<clang::VAArgExpr>(e)->getWrittenTypeInfo()->getTypeLoc());
        add(h, cast<clang::VAArgExpr>(e)->getSubExpr());
        break;
    case clang::Stmt::AddrLabelExprClass:
        out->kind = AST_LABEL_ADDRESS;
        out->name = name_of(cast<clang::AddrLabelExpr>(e)->getLabel());
        break;
    case clang::Stmt::AtomicExprClass:
        out->kind = AST_ATOMIC;
        add_all(h, e);
        break;
    case clang::Stmt::GenericSelectionExprClass:
        open_generic(h, cast<clang::GenericSelectionExpr>(e), out);
        break;
    case clang::Stmt::BlockExprClass: {
        const clang::BlockDecl *block = cast<clang::BlockExpr>(e)->getBlockDecl();
        out->kind = AST_CAPTURING;
        out->name = "block";
        llvm::SmallPtrSet<const clang::Decl *, 8> captured;
        for (const clang::BlockDecl::Capture &c : block->captures())
            captured.insert(c.getVariable());
        add_references(h, block->getBody(), captured);
        break;
    }
    case clang::Stmt::ShuffleVectorExprClass:
    case clang::Stmt::ConvertVectorExprClass:
        unknown(h, e, "vector operation", out);
        break;
    default:
        if (e->children().empty() && out->type && (out->type->kind == CTYPE_NUMBER || out->type->kind == CTYPE_POINTER))
            out->kind = AST_CONST; // type traits, __builtin_LINE() and the like
        else
            unknown(h, e, "expression", out);
    }
}

// ---- statements

// As import_libclang.c has it, where the reason stands: which parts a loop has, the text tells.
void open_for(Host &h, const clang::ForStmt *s, ast_open *out) {
    out->kind = AST_FOR;
    const clang::Stmt *slots[3] = {s->getInit(), s->getCond(), s->getInc()};
    const clang::Stmt *written[3] = {slots[0], slots[1], slots[2]};
    size_t semicolons[2];
    auto [file, offset] = h.sources.getDecomposedLoc(h.sources.getFileLoc(s->getForLoc()));
    llvm::StringRef text = h.sources.getBufferData(file);
    bool known = (slots[0] && slots[1] && slots[2]) || for_semicolons(text.data(), text.size(), offset, semicolons);
    if (!known) {
        slots[1] = slots[2] = nullptr;
        if (slots[0] && !isa<clang::DeclStmt>(slots[0]))
            slots[0] = nullptr;
    }
    for (const clang::Stmt *slot : slots)
        add(h, slot);
    add(h, s->getBody());
    for (const clang::Stmt *part : written)
        if (!known && part && !isa<clang::DeclStmt>(part))
            add(h, part);
}

void open_assembly(Host &h, const clang::GCCAsmStmt *s, ast_open *out) {
    out->kind = AST_ASM;
    unsigned outputs = s->getNumOutputs(), inputs = s->getNumInputs();
    bool *in_memory = arena_array(import_arena(h.imp), bool, outputs + inputs + 1);
    const std::string &triple = h.context.getTargetInfo().getTriple().str();
    for (unsigned i = 0; i < outputs + inputs; i++) {
        std::string constraint(i < outputs ? s->getOutputConstraint(i) : s->getInputConstraint(i - outputs));
        in_memory[i] = may_be_memory(constraint.c_str(), triple.c_str());
        add(h, i < outputs ? s->getOutputExpr(i) : s->getInputExpr(i - outputs));
    }
    out->in_memory = in_memory;
}

void open_statement(Host &h, const clang::Stmt *s, ast_open *out) {
    out->place = h.spot(s->getBeginLoc());
    switch (s->getStmtClass()) {
    case clang::Stmt::CompoundStmtClass:
        out->kind = AST_BLOCK;
        add_all(h, s);
        break;
    case clang::Stmt::DeclStmtClass:
        out->kind = AST_DECL;
        for (const clang::Decl *d : cast<clang::DeclStmt>(s)->decls()) {
            auto *type = dyn_cast<clang::TypedefNameDecl>(d);
            if (isa<clang::VarDecl>(d) || (type && type->getUnderlyingType()->isVariablyModifiedType()))
                import_child(h.imp, node_of(d));
        }
        break;
    case clang::Stmt::IfStmtClass:
        out->kind = AST_IF;
        add_all(h, s);
        break;
    case clang::Stmt::ForStmtClass:
        open_for(h, cast<clang::ForStmt>(s), out);
        break;
    case clang::Stmt::WhileStmtClass:
        out->kind = AST_WHILE;
        add_all(h, s);
        break;
    case clang::Stmt::DoStmtClass:
        out->kind = AST_DO;
        add(h, cast<clang::DoStmt>(s)->getBody());
        add(h, cast<clang::DoStmt>(s)->getCond());
        break;
    case clang::Stmt::SwitchStmtClass:
        out->kind = AST_SWITCH;
        add_all(h, s);
        break;
    case clang::Stmt::CaseStmtClass:
    case clang::Stmt::DefaultStmtClass:
        out->kind = AST_CASE;
        add(h, cast<clang::SwitchCase>(s)->getSubStmt());
        break;
    case clang::Stmt::LabelStmtClass:
        out->kind = AST_LABEL;
        out->name = name_of(cast<clang::LabelStmt>(s)->getDecl());
        add(h, cast<clang::LabelStmt>(s)->getSubStmt());
        break;
    case clang::Stmt::GotoStmtClass:
        out->kind = AST_GOTO;
        out->name = name_of(cast<clang::GotoStmt>(s)->getLabel());
        break;
    case clang::Stmt::IndirectGotoStmtClass:
        out->kind = AST_COMPUTED_GOTO;
        add(h, cast<clang::IndirectGotoStmt>(s)->getTarget());
        break;
    case clang::Stmt::BreakStmtClass:
        out->kind = AST_BREAK;
        break;
    case clang::Stmt::ContinueStmtClass:
        out->kind = AST_CONTINUE;
        break;
    case clang::Stmt::ReturnStmtClass:
        out->kind = AST_RETURN;
        add_all(h, s);
        break;
    case clang::Stmt::GCCAsmStmtClass:
        open_assembly(h, cast<clang::GCCAsmStmt>(s), out);
        break;
    case clang::Stmt::MSAsmStmtClass:
        out->kind = AST_ASM;
        add_all(h, s);
        break;
    case clang::Stmt::NullStmtClass:
        out->kind = AST_EMPTY;
        break;
    case clang::Stmt::CapturedStmtClass:
        out->kind = AST_CAPTURED;
        add_all(h, s);
        break;
    default:
        out->kind = AST_UNKNOWN_STMT;
        out->name = "statement";
        add_all(h, s);
    }
}

// The implicit casts that are dropped from the tree in any case (cast_expr).
bool is_plain_cast(const clang::ImplicitCastExpr *e) {
    switch (e->getCastKind()) {
    case clang::CK_LValueToRValue:
    case clang::CK_NoOp:
    case clang::CK_IntegralCast:
    case clang::CK_IntegralToBoolean:
    case clang::CK_IntegralToFloating:
    case clang::CK_FloatingToIntegral:
    case clang::CK_FloatingToBoolean:
    case clang::CK_FloatingCast:
    case clang::CK_PointerToBoolean:
        return true;
    case clang::CK_BitCast:
        return !e->getSubExpr()->getType()->isVoidPointerType(); // which may become one to bytes
    default:
        return false;
    }
}

// What adds nothing: plain casts, parentheses, __extension__, marks of constants, of whole expressions and (since LLVM 22) of temporaries whose
// member is taken, attributes on a statement, the chosen one of __builtin_choose_expr.
const clang::Stmt *stripped(const clang::Stmt *s) {
    for (;;) {
        if (auto *implicit = dyn_cast<clang::ImplicitCastExpr>(s); implicit && is_plain_cast(implicit))
            s = implicit->getSubExpr();
        else if (auto *paren = dyn_cast<clang::ParenExpr>(s))
            s = paren->getSubExpr();
        else if (auto *full = dyn_cast<clang::FullExpr>(s))
            s = full->getSubExpr();
        else if (auto *temporary = dyn_cast<clang::MaterializeTemporaryExpr>(s))
            s = temporary->getSubExpr();
        else if (auto *attributed = dyn_cast<clang::AttributedStmt>(s))
            s = attributed->getSubStmt();
        else if (auto *choose = dyn_cast<clang::ChooseExpr>(s))
            s = choose->getChosenSubExpr();
        else if (auto *name = dyn_cast<clang::PredefinedExpr>(s); name && name->getFunctionName())
            s = name->getFunctionName();
        else if (auto *opaque = dyn_cast<clang::OpaqueValueExpr>(s); opaque && opaque->getSourceExpr())
            s = opaque->getSourceExpr();
        else if (auto *unary = dyn_cast<clang::UnaryOperator>(s); unary && unary->getOpcode() == clang::UO_Extension)
            s = unary->getSubExpr();
        else
            return s;
    }
}

void open(void *host, importer *, ast_node node, ast_open *out) {
    Host &h = host_of(host);
    if (is_declaration(node)) {
        open_declaration(h, declaration_of(node), out);
        return;
    }
    const clang::Stmt *s = stripped(statement_of(node));
    if (auto *e = dyn_cast<clang::Expr>(s))
        open_expression(h, e, out);
    else
        open_statement(h, s, out);
}

const ast_host the_ast_host = {open, identity, variable, function, parameters};

// A static local lives on, and so does what it is initialised with.
bool has_static_locals(const clang::FunctionDecl *f) {
    for (const clang::Decl *d : f->decls())
        if (auto *v = dyn_cast<clang::VarDecl>(d); v && v->isStaticLocal())
            return true;
    return false;
}

void load(void *host, cfunc *f) {
    auto *definition = static_cast<const clang::FunctionDecl *>(f->declaration);
    import_body(host_of(host).imp, f, node_of(definition), has_static_locals(definition));
}

// In the order of the file: what is defined outside system headers. The rest is imported when it is mentioned. bodies: where those of
// functions go, each when it is asked for; NULL: all at once.
cunit *import_unit(Host &h, struct arena *bodies) {
    cunit *unit = arena_new(h.arena, cunit);
    unit->arena = h.arena;
    auto main_file = h.sources.getFileEntryRefForID(h.sources.getMainFileID());
    llvm::StringRef name = main_file ? main_file->getName() : "<input>";
    unit->main_file = arena_strndup(h.arena, name.data(), name.size());
    unit->bodies = bodies ? bodies : h.arena;
    unit->place = place;
    unit->host = &h;
    unit->load = bodies ? load : nullptr;
    unit->lowered = h.annotations.of_sites();
    h.types = type_table_new(h.arena, &the_type_host, &h);
    h.imp = import_start(unit, h.types, &the_ast_host, &h);
    for (const clang::Decl *d : h.context.getTranslationUnitDecl()->decls()) {
        if (d->isImplicit() || h.sources.isInSystemHeader(d->getLocation()))
            continue;
        if (auto *f = dyn_cast<clang::FunctionDecl>(d)) {
            if (is_definition(f) && f->getBody()) {
                cfunc *c = import_definition(h.imp, node_of(f));
                if (!bodies)
                    load(&h, c);
            } else if (is_definition(f)) {
                import_mention(h.imp, node_of(f));
            }
        } else if (auto *v = dyn_cast<clang::VarDecl>(d)) {
            if (v->getInit())
                import_global(h.imp, node_of(v));
            else if (v->getStorageClass() != clang::SC_Extern)
                import_variable(h.imp, node_of(v));
        }
    }
    return unit;
}

// ---- the plugin

const char help_text[] = "outlive: finds the objects whose address may be used after their block has ended\n"
                         "  -fplugin-arg-outlive-model=precise  pointers are resolved where all they can be is known (default)\n"
                         "  -fplugin-arg-outlive-model=gc       decide what the Go compiler decides\n"
                         "  -fplugin-arg-outlive-m              print the Go compiler's -m lines instead of warnings\n"
                         "  -fplugin-arg-outlive-m=2            ... with its flow: and from lines\n"
                         "  -fplugin-arg-outlive-dump=WHAT      print ctree, flow, dot or verdicts, instead of warnings\n"
                         "  -fplugin-arg-outlive-decided        storage was decided: an object that outlives its block is an error\n"
                         "  -fplugin-arg-outlive-help           this text\n";

enum class Dump { none, ctree, flow, dot, verdicts };

struct Options {
    ::model model = MODEL_PRECISE;
    int m = 0;
    Dump dump = Dump::none;
    bool decided = false;
};

// Diagnostics as clang's own would behave: custom ones ignore -w, -Werror and -Wno-….
class Reporter {
public:
    Reporter(clang::CompilerInstance &ci, bool decided) : diags(ci.getDiagnostics()), decided(decided) {
        silent = diags.getIgnoreAllWarnings();
        as_errors = diags.getWarningsAsErrors();
        for (const std::string &flag : ci.getDiagnosticOpts().Warnings) {
            if (flag == "heap-capture")
                silent = false;
            else if (flag == "no-heap-capture")
                silent = true;
            else if (flag == "error=heap-capture")
                as_errors = true;
            else if (flag == "no-error=heap-capture")
                as_errors = false;
        }
        warning = diags.getCustomDiagID(clang::DiagnosticsEngine::Warning, "%0 [-Wheap-capture]");
        error = diags.getCustomDiagID(clang::DiagnosticsEngine::Error, "%0 [-Werror,-Wheap-capture]");
        undecided = diags.getCustomDiagID(clang::DiagnosticsEngine::Error, "%0, and is on the stack all the same");
        note = diags.getCustomDiagID(clang::DiagnosticsEngine::Note, "%0");
    }

    // Whatever is found, nobody wants to know.
    bool wants_nothing() const { return silent && !decided; }

    void report(Host &h, const ::warning &w) {
        diags.Report(h.location(w.head.place), decided ? undecided : as_errors ? error : warning) << w.head.text;
        for (int i = 0; i < w.notes.len; i++)
            diags.Report(h.location(w.notes.items[i].place), note) << w.notes.items[i].text;
    }

private:
    clang::DiagnosticsEngine &diags;
    bool decided, silent, as_errors;
    unsigned warning, error, undecided, note;
};

shown_place show_presumed(void *, const c_place *place) {
    const pos &p = place->presumed;
    return {p.source ? p.source->name : "", p.line, p.col};
}

// Standard output and error of the compiler; the buffer is given back.
void print(FILE *stream, buf *text) {
    if (text->text)
        fwrite(text->text, 1, text->len, stream);
    fflush(stream);
    buf_free(text);
}

class Consumer : public clang::ASTConsumer {
public:
    Consumer(clang::CompilerInstance &ci, const Options &options) : ci(ci), options(options) {
        ci.getCodeGenOpts().PassBuilderCallbacks.push_back(
            [names = allocators](llvm::PassBuilder &builder) { add_allocation_passes(builder, names); });
    }

    bool HandleTopLevelDecl(clang::DeclGroupRef group) override {
        for (clang::Decl *d : group) {
            auto *f = dyn_cast<clang::FunctionDecl>(d);
            if (!f)
                continue;
            for (const auto *a : f->specific_attrs<clang::AnnotateAttr>())
                if (a->getAnnotation() == "outlive.allocates=zeroed")
                    allocators->insert(f->getName());
            if (f->doesThisDeclarationHaveABody())
                annotations.take_off(f);
        }
        return true;
    }

    // Parse errors were reported by clang; a tree with holes proves nothing.
    void HandleTranslationUnit(clang::ASTContext &context) override {
        if (ci.getDiagnostics().hasUncompilableErrorOccurred() || !is_c())
            return;
        bool prints = options.dump != Dump::none || options.m;
        if (!prints && Reporter(ci, options.decided).wants_nothing())
            return;
        if (!prints && options.model == MODEL_PRECISE && check_by_function(context))
            return;
        if (!prints && options.decided)
            check_decided(context);
        else
            check_whole(context);
    }

private:
    // The tree has C's constructs only. Whoever loads the plugin for all of a project's files gets told of the others.
    bool is_c() {
        const clang::LangOptions &language = ci.getLangOpts();
        if (!language.CPlusPlus && !language.ObjC)
            return true;
        clang::DiagnosticsEngine &diags = ci.getDiagnostics();
        if (!diags.getIgnoreAllWarnings())
            diags.Report(diags.getCustomDiagID(clang::DiagnosticsEngine::Warning, "outlive checks C; this file was not checked"));
        return false;
    }

    // False: it takes the whole unit, or C that was decided is to be looked at once more.
    bool check_by_function(clang::ASTContext &context) {
        struct arena arena = {}, bodies = {};
        bool done;
        {
            Host host(context, &arena, annotations);
            const cunit *unit = import_unit(host, &bodies);
            const verdicts *v = ::check_by_function(unit);
            done = v != nullptr && !(options.decided && report_warnings(unit->arena, v).list.len > 0);
            if (done)
                report(host, unit, v);
        }
        arena_free(&bodies);
        arena_free(&arena);
        return done;
    }

    template <typename Use> void on_whole_unit(clang::ASTContext &context, Use use) {
        struct arena arena = {};
        {
            Host host(context, &arena, annotations);
            use(host, import_unit(host, nullptr));
        }
        arena_free(&arena);
    }

    void check_whole(clang::ASTContext &context) {
        on_whole_unit(context, [this](Host &host, const cunit *unit) {
            buf out = {};
            if (options.dump == Dump::ctree) {
                ctree_dump(unit, &out);
                print(stdout, &out);
            } else {
                check(host, unit, &out);
            }
        });
    }

    // Whatever is entangled may be followed in several ways, and a little more or less of it may change which; storage that one of them
    // proves right is right. The last one's words are told.
    void check_decided(clang::ASTContext &context) {
        const patience ways[] = {PATIENCE_USUAL, PATIENCE_LESS, PATIENCE_MORE};
        std::set<clang::SourceLocation> flagged; // by all ways so far: where the objects are declared
        for (patience way : ways) {
            on_whole_unit(context, [&](Host &host, const cunit *unit) {
                check_options o = {};
                o.model = options.model;
                o.patience = way;
                struct warnings w = report_warnings(unit->arena, check_unit(unit, &o));
                std::set<clang::SourceLocation> now;
                Reporter reporter(ci, options.decided);
                for (int i = 0; i < w.list.len; i++) {
                    clang::SourceLocation where = host.location(w.list.items[i].head.place);
                    if (way != PATIENCE_USUAL && !flagged.count(where))
                        continue;
                    now.insert(where);
                    if (way == PATIENCE_MORE)
                        reporter.report(host, w.list.items[i]);
                }
                flagged = now;
            });
            if (flagged.empty())
                return;
        }
    }

    void report(Host &host, const cunit *unit, const verdicts *v) {
        Reporter reporter(ci, options.decided);
        struct warnings w = report_warnings(unit->arena, v);
        for (int i = 0; i < w.list.len; i++)
            reporter.report(host, w.list.items[i]);
    }

    void check(Host &host, const cunit *unit, buf *out) {
        check_options o = {};
        o.model = options.model;
        o.dump_flow = options.dump == Dump::flow ? out : nullptr;
        o.dump_dot = options.dump == Dump::dot ? out : nullptr;
        const verdicts *v = check_unit(unit, &o);
        if (options.dump == Dump::verdicts)
            verdicts_dump(v, out);
        if (options.dump != Dump::none) {
            print(stdout, out);
        } else if (options.m) {
            const place_map places = {show_presumed, nullptr, nullptr, nullptr};
            report_gc_lines(v, go_file(unit, v), options.m, &places, out);
            print(stderr, out);
        } else {
            report(host, unit, v);
        }
    }

    // What the positions in annotations are positions in: the file that #line names where sites are declared, if it does.
    static const char *go_file(const cunit *unit, const verdicts *v) {
        for (int i = 0; i < v->list.len; i++)
            if (v->list.items[i].id && v->list.items[i].place.presumed.source)
                return v->list.items[i].place.presumed.source->name;
        return unit->main_file;
    }

    clang::CompilerInstance &ci;
    Options options;
    Annotations annotations;
    std::shared_ptr<llvm::StringSet<>> allocators = std::make_shared<llvm::StringSet<>>();
};

class Action : public clang::PluginASTAction {
    // Without this the module would be loaded and never run. It comes first, to see definitions before code is generated.
    ActionType getActionType() override { return AddBeforeMainAction; }

    std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance &ci, llvm::StringRef) override {
        return std::make_unique<Consumer>(ci, options);
    }

    bool ParseArgs(const clang::CompilerInstance &ci, const std::vector<std::string> &args) override {
        for (llvm::StringRef arg : args) {
            llvm::StringRef a = arg;
            a.consume_front("-");
            if (a == "help")
                fputs(help_text, stdout);
            else if (a == "m" || a == "m=1")
                options.m = 1;
            else if (a == "m=2")
                options.m = 2;
            else if (a == "model=gc")
                options.model = MODEL_GC;
            else if (a == "model=precise")
                options.model = MODEL_PRECISE;
            else if (a == "dump=ctree")
                options.dump = Dump::ctree;
            else if (a == "dump=flow")
                options.dump = Dump::flow;
            else if (a == "dump=dot")
                options.dump = Dump::dot;
            else if (a == "dump=verdicts")
                options.dump = Dump::verdicts;
            else if (a == "decided")
                options.decided = true;
            else
                return refuse(ci.getDiagnostics(), arg);
        }
        return true;
    }

    // With no diagnostic, false would only turn the plugin off, and the compilation would succeed.
    static bool refuse(clang::DiagnosticsEngine &diags, llvm::StringRef arg) {
        unsigned id = diags.getCustomDiagID(clang::DiagnosticsEngine::Error,
                                            "outlive: unknown argument '%0' (-fplugin-arg-outlive-help lists them)");
        diags.Report(id) << arg;
        return false;
    }

    Options options;
};

} // namespace

// The name has no dash: clang loses the arguments of one that has.
static clang::FrontendPluginRegistry::Add<Action> registration("outlive", "find what outlives its block");
