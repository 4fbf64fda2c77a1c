# The web application inside the program: tools/embed.mjs compresses web/dist into the build folder.
set(embed_folder ${CMAKE_BINARY_DIR}/generated/embedded)
set(embed_dist "")
if(KONTOR_WEB)
  set(embed_dist ${CMAKE_SOURCE_DIR}/web/dist)
endif()
file(GLOB_RECURSE web_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/dist/*)
list(FILTER web_files EXCLUDE REGEX "/\\.[^/]*$")
set(embed_files ${embed_folder}/embedded.S ${embed_folder}/embedded_files.cpp)
add_custom_command(
  OUTPUT ${embed_files}
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/embed.mjs "${embed_dist}" ${embed_folder}
  DEPENDS ${CMAKE_SOURCE_DIR}/tools/embed.mjs ${web_files}
  VERBATIM)
set_source_files_properties(${embed_folder}/embedded.S PROPERTIES OBJECT_DEPENDS
                            ${embed_folder}/embedded_files.cpp)
target_sources(kontor_server PRIVATE ${embed_files})
