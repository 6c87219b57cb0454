# SPDX-License-Identifier: GPL-3.0-or-later
# `cmake --install` gives the programs and a package found with find_package(imr).
include(CMakePackageConfigHelpers)
set(IMR_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/imr)
install(EXPORT imr_targets NAMESPACE imr:: DESTINATION ${IMR_CMAKE_DIR})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/imr-config.cmake.in
  ${PROJECT_BINARY_DIR}/imr-config.cmake INSTALL_DESTINATION ${IMR_CMAKE_DIR})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/imr-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/imr-config.cmake ${PROJECT_BINARY_DIR}/imr-config-version.cmake
  DESTINATION ${IMR_CMAKE_DIR})
