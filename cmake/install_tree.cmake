# cmake --install: the program, its manual page and completions (made by the program itself), licences.
install(TARGETS rashomon RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
