# The runtime of lowered programs, twice: over the Boehm collector, and over plain malloc.
#
# Its Go packages (runtime/lib/PKG/*.go) are lowered by the command that was just built, imported ones first since a lowered
# package includes their headers, and compiled into the same archives.

set(runtime ${CMAKE_SOURCE_DIR}/runtime)
set(lowered ${CMAKE_BINARY_DIR}/generated/go)
file(GLOB runtime_sources CONFIGURE_DEPENDS runtime/*.c)
file(GLOB_RECURSE package_c_sources CONFIGURE_DEPENDS runtime/lib/*.c)
list(APPEND runtime_sources ${package_c_sources})
file(GLOB runtime_headers CONFIGURE_DEPENDS runtime/*.h)
file(GLOB_RECURSE go_sources RELATIVE ${runtime}/lib CONFIGURE_DEPENDS runtime/lib/*.go)

# The command finds headers and packages beside itself; links keep them up to date with no copying.
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/include/go ${CMAKE_BINARY_DIR}/share/outlive)
file(CREATE_LINK ${runtime}/lib ${CMAKE_BINARY_DIR}/share/outlive/lib SYMBOLIC)
foreach(header IN LISTS runtime_headers)
    cmake_path(GET header FILENAME name)
    file(CREATE_LINK ${header} ${CMAKE_BINARY_DIR}/include/${name} SYMBOLIC)
endforeach()

# ---- Packages: PKG_files and PKG_imports for each, then one command per package.

set(packages "")
foreach(source IN LISTS go_sources)
    cmake_path(GET source PARENT_PATH package)
    list(APPEND packages ${package})
    list(APPEND ${package}_files ${runtime}/lib/${source})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${runtime}/lib/${source}) # its imports are read here
    file(STRINGS ${runtime}/lib/${source} imports REGEX "^(import[ \t]+|\t)\"[a-z0-9/]+\"")
    foreach(import IN LISTS imports)
        string(REGEX REPLACE "^[^\"]*\"([^\"]*)\".*" "\\1" import "${import}")
        list(APPEND ${package}_imports ${import})
    endforeach()
endforeach()
list(REMOVE_DUPLICATES packages)
if(NOT TARGET outlive)
    set(packages "")
endif()

set(package_sources "")
set(package_headers "")
foreach(package IN LISTS packages)
    set(c_file ${lowered}/${package}.c)
    set(header ${CMAKE_BINARY_DIR}/include/go/${package}.h)
    set(imported_headers ${${package}_imports})
    list(FILTER imported_headers EXCLUDE REGEX "^unsafe$") # has no source
    list(TRANSFORM imported_headers REPLACE "(.+)" "${CMAKE_BINARY_DIR}/include/go/\\1.h")
    cmake_path(GET c_file PARENT_PATH c_folder)
    cmake_path(GET header PARENT_PATH header_folder)
    file(MAKE_DIRECTORY ${c_folder} ${header_folder})
    add_custom_command(
        OUTPUT ${c_file} ${header}
        COMMAND outlive lower -package -o ${c_file} -header ${header} ${${package}_files}
        DEPENDS outlive ${${package}_files} ${imported_headers} ${runtime_headers}
        COMMENT "Lowering Go package ${package}"
        VERBATIM)
    list(APPEND package_sources ${c_file})
    list(APPEND package_headers ${header})
endforeach()
add_custom_target(go-packages DEPENDS ${package_sources} ${package_headers})

# ---- The archives: two for users, and one for tests that ends a program, with SIGILL, at the first thing that C leaves undefined.

# Lowered C counts on integers that wrap, on pointers that may be cast, and on faults at address 0.
function(runtime_library name folder)
    add_library(outlive-rt-${name} STATIC ${runtime_sources} ${package_sources})
    set_target_properties(outlive-rt-${name} PROPERTIES ARCHIVE_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/${folder} C_VISIBILITY_PRESET default)
    target_include_directories(outlive-rt-${name} BEFORE PRIVATE ${CMAKE_BINARY_DIR}/include)
    target_compile_options(outlive-rt-${name} PRIVATE -O2 -fwrapv -fno-strict-aliasing -fno-delete-null-pointer-checks ${ARGN})
    add_dependencies(outlive-rt-${name} go-packages)
endfunction()

if(runtime_sources)
    set(over_boehm -DOUTLIVE_GC=1 -DGC_THREADS)
    runtime_library(gc lib ${over_boehm})
    runtime_library(none lib)
    runtime_library(gc-undefined test ${over_boehm} -fsanitize=undefined -fsanitize-undefined-trap-on-error)
endif()
