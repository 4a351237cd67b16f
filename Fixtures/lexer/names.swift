// Names, words and marks before them.
let name, _name, name2, naïve, 名前, 👍, é
let `class` = `default`, raw = `a raw name`, digit = `3 things`, dollar = `$`
let words = async await get set some any each actor macro package `func` self Self Any super init
$0 + $12; $projected; _ = _; @objc @attached(member) #selector(a) #file #line
#if os(Linux) && swift(>=6.3)
#elseif canImport(Foundation)
#else
#endif
#sourceLocation(file: "a.swift", line: 1)
if #available(macOS 13.0, *), #unavailable(iOS 16) {}
let placeholder = <#expression#> + <#T##Int#>
case .self, .init, .Type, .Protocol, .default
