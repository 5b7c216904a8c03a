# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Writes what Outlet's packages are made of as SPDX 2.3: outlet-<version>.spdx.json among the packages.
# The list is what CMake links, so it can't differ from what is built.
#   outlet_write_sbom(<file> QT <modules>): modules are those of Qt that the programs link

# What is not Qt: name, version, SPDX licence, supplier, address.
function(outlet_sbom_package out id name version license supplier place purpose)
    set(${out} "    {
      \"SPDXID\": \"SPDXRef-${id}\",
      \"name\": \"${name}\",
      \"versionInfo\": \"${version}\",
      \"supplier\": \"Organization: ${supplier}\",
      \"downloadLocation\": \"${place}\",
      \"filesAnalyzed\": false,
      \"licenseConcluded\": \"${license}\",
      \"licenseDeclared\": \"${license}\",
      \"copyrightText\": \"NOASSERTION\",
      \"primaryPackagePurpose\": \"${purpose}\"
    }" PARENT_SCOPE)
endfunction()

function(outlet_write_sbom file)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "QT")
    outlet_sbom_package(outlet Outlet Outlet ${PROJECT_VERSION} MIT "The Outlet developers"
        ${PROJECT_HOMEPAGE_URL} APPLICATION)
    string(REPLACE "\"copyrightText\": \"NOASSERTION\"" "\"copyrightText\": \"The Outlet developers\""
        outlet "${outlet}")
    set(packages "${outlet}")
    set(parts)
    foreach(module IN LISTS arg_QT)
        outlet_sbom_package(package Qt-${module} "Qt ${module}" ${Qt6_VERSION} LGPL-3.0-only
            "The Qt Company" https://download.qt.io/official_releases/qt/ LIBRARY)
        list(APPEND parts Qt-${module})
        string(APPEND packages ",\n${package}")
    endforeach()
    outlet_sbom_package(package OpenSSL "OpenSSL libcrypto" ${OPENSSL_VERSION} Apache-2.0
        "The OpenSSL Project" https://www.openssl.org/source/ LIBRARY)
    list(APPEND parts OpenSSL)
    string(APPEND packages ",\n${package}")
    # Qt's SQLite driver carries its own, or uses the system's: Qt decides.
    outlet_sbom_package(package SQLite SQLite NOASSERTION blessing
        "The SQLite developers" https://www.sqlite.org/download.html LIBRARY)
    list(APPEND parts SQLite)
    string(APPEND packages ",\n${package}")
    if(MINGW)
        outlet_sbom_package(package GCC-runtime "GCC runtime libraries" ${CMAKE_CXX_COMPILER_VERSION}
            "GPL-3.0-or-later WITH GCC-exception-3.1" "Free Software Foundation"
            https://gcc.gnu.org/ LIBRARY)
        list(APPEND parts GCC-runtime)
        string(APPEND packages ",\n${package}")
    endif()

    set(relations "    { \"spdxElementId\": \"SPDXRef-DOCUMENT\", \"relationshipType\": \"DESCRIBES\", \"relatedSpdxElement\": \"SPDXRef-Outlet\" }")
    foreach(part IN LISTS parts)
        string(APPEND relations ",\n    { \"spdxElementId\": \"SPDXRef-Outlet\", \"relationshipType\": \"DYNAMIC_LINK\", \"relatedSpdxElement\": \"SPDXRef-${part}\" }")
    endforeach()

    # The name of the document is the same for the same content.
    string(UUID unique NAMESPACE 6ba7b811-9dad-11d1-80b4-00c04fd430c8
        NAME "${packages}${CMAKE_SYSTEM_NAME}" TYPE SHA1)
    string(TIMESTAMP created "%Y-%m-%dT%H:%M:%SZ" UTC) # that of SOURCE_DATE_EPOCH, where it is set
    file(CONFIGURE OUTPUT ${file} CONTENT "{
  \"spdxVersion\": \"SPDX-2.3\",
  \"dataLicense\": \"CC0-1.0\",
  \"SPDXID\": \"SPDXRef-DOCUMENT\",
  \"name\": \"outlet-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}\",
  \"documentNamespace\": \"${PROJECT_HOMEPAGE_URL}/spdx/outlet-${PROJECT_VERSION}-${unique}\",
  \"creationInfo\": {
    \"created\": \"${created}\",
    \"creators\": [ \"Organization: The Outlet developers\", \"Tool: cmake-${CMAKE_VERSION}\" ]
  },
  \"packages\": [
${packages}
  ],
  \"relationships\": [
${relations}
  ]
}
" @ONLY)
endfunction()
