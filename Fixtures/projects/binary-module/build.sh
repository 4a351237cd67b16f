mkdir -p .build/debug/Modules
swiftc -swift-version 6 -parse-as-library -emit-module -module-name Storage -o .build/debug/Modules/Storage.swiftmodule Binary/Storage.swift
