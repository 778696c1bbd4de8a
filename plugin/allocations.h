// What LLVM's optimizer is told of the allocation functions of lowered C, and does with their objects.
#ifndef OUTLIVE_ALLOCATIONS_H
#define OUTLIVE_ALLOCATIONS_H

#include "llvm/ADT/StringSet.h"

#include <memory>

namespace llvm {
class PassBuilder;
}

// `names` are those of functions that give fresh zeroed memory of as many bytes as their first argument says, and do nothing else.
// It may be filled until code is generated.
void add_allocation_passes(llvm::PassBuilder &builder, std::shared_ptr<const llvm::StringSet<>> names);

#endif
