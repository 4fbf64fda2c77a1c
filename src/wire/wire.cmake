# The generated part of the room wire: node makes it from messages.json into the build folder.
find_program(NODE NAMES node nodejs REQUIRED)
set(wire_folder ${CMAKE_BINARY_DIR}/generated/wire)
file(GLOB wire_generator CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tools/wire/*.mjs)
set(wire_files ${wire_folder}/messages.h ${wire_folder}/messages_fields.h
               ${wire_folder}/messages_write.cpp ${wire_folder}/messages_read.cpp)
add_custom_command(
  OUTPUT ${wire_files}
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/wire.mjs --cpp ${wire_folder}
  COMMAND ${CMAKE_COMMAND} -E touch ${wire_files}
  DEPENDS ${CMAKE_SOURCE_DIR}/src/wire/messages.json ${CMAKE_SOURCE_DIR}/tools/wire.mjs
          ${CMAKE_SOURCE_DIR}/src/mission/words.h ${CMAKE_SOURCE_DIR}/src/mission/acting.h
          ${wire_generator}
  VERBATIM)
target_sources(kontor_wire PRIVATE ${wire_files})
target_include_directories(kontor_wire PUBLIC ${CMAKE_BINARY_DIR}/generated)
