// The heap decides late: verdicts are given for each function by itself, but clang inlines, and then may see all that becomes of an
// object. Here is what it needs to know to take the allocation away, as Go's compiler does, which inlines first.
//
// Two passes: one makes LLVM know the allocation functions, so that it leaves out allocations whose object nobody reads; the other
// moves to the stack what is left and does not outlive its frame.

#include "plugin/allocations.h"

#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/CaptureTracking.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Transforms/Scalar/SROA.h"

namespace {

using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

const char family_key[] = "alloc-family", family[] = "outlive";

// LLVM knows calloc by its name, and other functions by an attribute that C has no word for.
class MarkAllocators : public llvm::PassInfoMixin<MarkAllocators> {
public:
    explicit MarkAllocators(std::shared_ptr<const llvm::StringSet<>> names) : names(std::move(names)) {}

    llvm::PreservedAnalyses run(llvm::Module &module, llvm::ModuleAnalysisManager &) {
        for (const auto &name : *names)
            if (llvm::Function *f = module.getFunction(name.getKey())) {
                auto kind = llvm::AllocFnKind::Alloc | llvm::AllocFnKind::Zeroed;
                f->addFnAttr(llvm::Attribute::get(f->getContext(), llvm::Attribute::AllocKind, static_cast<uint64_t>(kind)));
                f->addFnAttr(family_key, family);
            }
        return llvm::PreservedAnalyses::none();
    }

private:
    std::shared_ptr<const llvm::StringSet<>> names;
};

// Whether an address of the object may be kept anywhere: returned, stored, or given to a function that may keep it.
bool is_captured(const llvm::CallInst *object) {
#if LLVM_VERSION_MAJOR < 21
    return llvm::PointerMayBeCaptured(object, true, true);
#else
    return llvm::PointerMayBeCaptured(object, true);
#endif
}

class MoveToStack : public llvm::PassInfoMixin<MoveToStack> {
public:
    llvm::PreservedAnalyses run(llvm::Function &f, llvm::FunctionAnalysisManager &analyses) {
        bool changed = false;
        // The variables that a closure captures are seen by all that see its environment: once that is a local, they are known too.
        while (move_all(f, analyses.getResult<llvm::DominatorTreeAnalysis>(f))) {
            changed = true;
            analyses.invalidate(f, llvm::SROAPass(llvm::SROAOptions::PreserveCFG).run(f, analyses));
        }
        if (!changed)
            return llvm::PreservedAnalyses::all();
        llvm::PreservedAnalyses kept;
        kept.preserveSet<llvm::CFGAnalyses>();
        return kept;
    }

private:
    // A frame is as large as all that may ever be in it; and with recursion there are many.
    static constexpr uint64_t most_bytes = 1024;

    static bool move_all(llvm::Function &f, const llvm::DominatorTree &dominators) {
        llvm::SmallVector<llvm::CallInst *, 8> objects;
        for (llvm::Instruction &i : llvm::instructions(f)) {
            auto *call = dyn_cast<llvm::CallInst>(&i);
            if (!call)
                continue;
            if (call->canReturnTwice()) // setjmp: memory keeps what was stored since, a local may not
                return false;
            const llvm::Function *callee = call->getCalledFunction();
            if (callee && callee->getFnAttribute(family_key).getValueAsString() == family)
                objects.push_back(call);
        }
        bool moved = false;
        for (llvm::CallInst *object : objects)
            moved |= move(object, dominators);
        return moved;
    }

    // One place in the frame is enough for an object that is made each time round a loop: addresses of the last one are in no memory,
    // and a value that was computed from it is computed again before it is used again; unless it came to the next round through a
    // phi node, which then stands before the allocation.
    static bool move(llvm::CallInst *object, const llvm::DominatorTree &dominators) {
        const auto *bytes = dyn_cast<llvm::ConstantInt>(object->getArgOperand(0));
        if (!bytes || bytes->getValue().ugt(most_bytes) || is_captured(object))
            return false;
        llvm::SmallSetVector<llvm::Value *, 16> addresses;
        llvm::SmallVector<llvm::CallInst *, 8> calls;
        addresses.insert(object);
        for (size_t k = 0; k < addresses.size(); k++)
            for (llvm::User *user : addresses[k]->users()) {
                auto *call = dyn_cast<llvm::CallInst>(user);
                if (call && call->isMustTailCall())
                    return false;
                if (call && call->isTailCall())
                    calls.push_back(call);
                if (isa<llvm::PHINode>(user) && !dominators.dominates(object, cast<llvm::Instruction>(user)))
                    return false;
                if (user->getType()->isPtrOrPtrVectorTy() && !isa<llvm::LoadInst>(user))
                    addresses.insert(user);
            }
        for (llvm::CallInst *call : calls)
            call->setTailCallKind(llvm::CallInst::TCK_None); // it uses the frame now
        llvm::BasicBlock &entry = object->getFunction()->getEntryBlock();
        llvm::IRBuilder<> at_entry(&entry, entry.begin()), here(object);
        llvm::AllocaInst *room = at_entry.CreateAlloca(llvm::ArrayType::get(here.getInt8Ty(), bytes->getZExtValue()));
        room->setAlignment(llvm::Align(alignment));
        here.CreateMemSet(room, here.getInt8(0), bytes->getZExtValue(), llvm::Align(alignment));
        object->replaceAllUsesWith(room);
        object->eraseFromParent();
        return true;
    }

    static constexpr uint64_t alignment = 16; // of the collector's memory, and malloc's
};

} // namespace

void add_allocation_passes(llvm::PassBuilder &builder, std::shared_ptr<const llvm::StringSet<>> names) {
    builder.registerPipelineStartEPCallback([names](llvm::ModulePassManager &passes, auto...) { passes.addPass(MarkAllocators(names)); });
    // With each function, after what it calls was inlined into it.
    builder.registerPeepholeEPCallback([](llvm::FunctionPassManager &passes, auto...) { passes.addPass(MoveToStack()); });
}
