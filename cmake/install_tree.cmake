# cmake --install: the program, its manual page and completions (made by the program itself), licences, documentation.
function(install_printed file destination)
  set(made ${CMAKE_CURRENT_BINARY_DIR}/printed/${file})
  add_custom_command(OUTPUT ${made}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/printed
    COMMAND rashomon ${ARGN} > ${made}
    DEPENDS rashomon VERBATIM)
  install(FILES ${made} DESTINATION ${destination})
  set_property(GLOBAL APPEND PROPERTY RASHOMON_PRINTED ${made})
endfunction()

install_printed(rashomon.1 ${CMAKE_INSTALL_MANDIR}/man1 man)
install_printed(rashomon ${CMAKE_INSTALL_DATADIR}/bash-completion/completions completions bash)
install_printed(_rashomon ${CMAKE_INSTALL_DATADIR}/zsh/site-functions completions zsh)
install_printed(rashomon.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d completions fish)
get_property(printed GLOBAL PROPERTY RASHOMON_PRINTED)
add_custom_target(installed ALL DEPENDS rashomon ${printed})  # all that cmake --install takes

install(TARGETS rashomon RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
