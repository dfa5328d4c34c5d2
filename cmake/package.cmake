# `cpack` in the build folder makes jalon_VERSION_ARCHITECTURE.deb: the program, its systemd unit, its settings, the
# operator's guide, dashboard and alerts. What the program calls beside its libraries stands in DEPENDS.
install(TARGETS jalon RUNTIME DESTINATION bin)
install(FILES cmake/package/jalon.service DESTINATION lib/systemd/system)
install(FILES cmake/package/jalon.toml DESTINATION /etc/jalon)
install(FILES docs/exploitation.md CHANGELOG.md DESTINATION share/doc/jalon)
install(FILES docs/monitoring/dashboard.json docs/monitoring/alerts.yml DESTINATION share/jalon/monitoring)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME jalon)
set(CPACK_PACKAGE_CONTACT "Jalon <dev@jalon.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Workflow engine for the admission pathway of French pre-orientation services")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, postgresql-15, weasyprint, fonts-liberation, graphviz, tzdata")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${CMAKE_SOURCE_DIR}/cmake/package/postinst ${CMAKE_SOURCE_DIR}/cmake/package/prerm
  ${CMAKE_SOURCE_DIR}/cmake/package/postrm ${CMAKE_SOURCE_DIR}/cmake/package/conffiles)
include(CPack)
