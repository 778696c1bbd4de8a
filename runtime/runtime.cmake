# The runtime of lowered programs, twice: over the Boehm collector, and over plain malloc.
#
# Its Go packages (runtime/lib/PKG/*.go) are lowered by the command that was just built, and compiled into the same archives.

set(runtime ${CMAKE_SOURCE_DIR}/runtime)
file(GLOB runtime_sources CONFIGURE_DEPENDS runtime/*.c runtime/lib/*/*.c)
file(GLOB runtime_headers CONFIGURE_DEPENDS runtime/*.h runtime/lib/*/*.h)
file(GLOB package_folders LIST_DIRECTORIES true CONFIGURE_DEPENDS runtime/lib/*)

# The command finds headers and packages beside itself; links keep them up to date with no copying.
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/include ${CMAKE_BINARY_DIR}/share/outlive)
foreach(header IN LISTS runtime_headers)
    cmake_path(GET header FILENAME name)
    file(CREATE_LINK ${header} ${CMAKE_BINARY_DIR}/include/${name} SYMBOLIC)
endforeach()
file(CREATE_LINK ${runtime}/lib ${CMAKE_BINARY_DIR}/share/outlive/lib SYMBOLIC)
