"""The hostile texts: each construct without end, values that must be followed through it, and bytes that are no text.

A case is a name, a size and a function that makes the text for a size; twice the size is twice the text. `Nested` cases
come three times: whole, without their closing half, and with a future that is awaited in the middle."""

NESTING = 100_000

# What comes before a text in which futures occur. ReferenceAPI.swift of the fixtures is linted with every case.
FUTURE = "let f = store.load(1)\n"
USE = "try await f.value"

# name: start, opening, middle, closing, end. `%` in the middle marks where an expression may stand.
NESTED = {
    "parentheses": ("let x = ", "(", "%", ")", ""),
    "brackets": ("let x = ", "[", "%", "]", ""),
    "dictionaries": ("let x = ", "[1: ", "%", "]", ""),
    "braces": ("", "{", "", "}", ""),
    "closures": ("let x = ", "{ a in ", "%", "}", ""),
    "closures called at once": ("let x = ", "{ ", "%", "}()", ""),
    "trailing closures": ("f ", "{ g ", "{ % }", "}", ""),
    "closures that hand on": ("", "run { ", "%", "}", ""),
    "tasks": ("", "Task { ", "%", "}", ""),
    "captures": ("let x = ", "{ [a = ", "%", "] in a }", ""),
    "blocks": ("func g() async throws { ", "do { ", "%", "}", "}"),
    "catches": ("func g() async throws { ", "do { try h() } catch { ", "%", "}", "}"),
    "defers": ("func g() async throws { ", "defer { ", "%", "}", "}"),
    "ifs": ("func g() async throws { ", "if a { ", "%", "}", "}"),
    "ifs in conditions": ("func g() async throws { if ", "if a { ", "%", "} else { b }", " { } }"),
    "guards": ("func g() async throws { ", "guard a else { ", "%", "}", "}"),
    "switches": ("func g() async throws { ", "switch a { case 1: ", "%", "}", "}"),
    "loops": ("func g() async throws { ", "for i in s { ", "%", "}", "}"),
    "whiles": ("func g() async throws { ", "while a { ", "%", "}", "}"),
    "repeats": ("func g() async throws { ", "repeat { ", "%", "} while a", "}"),
    "labels": ("func g() async throws { ", "l: ", "while a { % }", "", "}"),
    "functions": ("", "func g() async throws { ", "%", "}", ""),
    "types": ("", "struct S { ", "", "}", ""),
    "extensions": ("", "extension S { ", "", "}", ""),
    "enums": ("", "enum S { ", "case a", "}", ""),
    "protocols": ("", "protocol P { ", "func g()", "}", ""),
    "getters": ("", "var x: Int { ", "%", "}", ""),
    "accessors": ("", "var x: Int { get async throws { ", "%", "} }", ""),
    "initialisers": ("", "init() async throws { ", "%", "}", ""),
    "subscripts declared": ("", "subscript(a: Int) -> Int { ", "%", "}", ""),
    "calls": ("let x = ", "g(", "%", ")", ""),
    "labelled calls": ("let x = ", "g(a: ", "%", ")", ""),
    "subscripts": ("let x = ", "g[", "%", "]", ""),
    "interpolations": ("let x = ", '"\\(', "%", ')"', ""),
    "interpolations of many lines": ("let x = ", '"""\n\\(', "%", ')\n"""', ""),
    "raw interpolations": ("let x = ", '#"\\#(', "%", ')"#', ""),
    "generic arguments": ("let x: ", "A<", "B", ">", ""),
    "generic arguments of futures": ("func g() -> ", "ValueFuture<", "Int", ">", " { h() }; func k() { g() }"),
    "generic arguments of a call": ("let x = ", "A<", "B", ">", "()"),
    "generic parameters": ("func g", "<A: B", "<C", ">", ">() { }"),
    "generic arguments twice": ("let x: ", "A<B, ", "C", ">", ""),
    "tuples": ("let x = ", "(1, ", "%", ")", ""),
    "tuple types": ("let x: ", "(A, ", "B", ")", ""),
    "parenthesised types": ("let x: ", "(", "A", ")", ""),
    "array types": ("let x: ", "[", "A", "]", ""),
    "array types of futures": ("func g(a: ", "[", "ValueFuture<Int>", "]", ") { a }"),
    "dictionary types": ("let x: ", "[A: ", "B", "]", ""),
    "inline arrays": ("let x: ", "[3 of ", "A", "]", ""),
    "function types": ("let x: ", "(A) -> ", "B", "", ""),
    "function types in parameters": ("let x: ", "(", "A", ") -> B", ""),
    "function types with effects": ("let x: ", "(A) async throws(E) -> ", "B", "", ""),
    "some types": ("let x: ", "some ", "B", "", ""),
    "any types": ("let x: ", "any ", "B", "", ""),
    "suppressed types": ("let x: ", "~", "B", "", ""),
    "attributed types": ("let x: ", "@a ", "B", "", ""),
    "inout types": ("func g(a: ", "inout ", "B", "", ") { }"),
    "pack types": ("let x: (", "repeat each ", "B", "", ")"),
    "composed types": ("let x: ", "A & ", "B", "", ""),
    "casts in parentheses": ("let x = ", "(", "%", " as A)", ""),
    "tuple patterns": ("let ", "(", "x", ")", " = y"),
    "tuple patterns of two": ("let ", "(a, ", "x", ")", " = y"),
    "case patterns": ("func g() { switch a { case ", ".some(", "let x", ")", ": break } }"),
    "let patterns": ("func g() { if case ", "let ", "x", "", " = y { } }"),
    "is patterns": ("func g() { if case ", "is ", "A", "", " = y { } }"),
    "optional patterns": ("func g() { if case x", "?", "", "", " = y { } }"),
    "directives": ("", "#if A\n", "\n%\n", "\n#endif\n", ""),
    "directives after else": ("", "#if A\n#else\n", "\n%\n", "\n#endif\n", ""),
    "directives in chains": ("let x = a\n", "#if A\n", ".b\n", "#endif\n", ""),
    "directives in switches": ("switch a {\n", "#if A\n", "case 1: %\n", "#endif\n", "}"),
    "conditions of directives": ("#if ", "(", "A", ")", "\n#endif"),
    "negated conditions of directives": ("#if ", "!", "A", "", "\n#endif"),
    "ternaries in the middle": ("let x = ", "a ? ", "%", " : c", ""),
    "ternaries at the end": ("let x = ", "a ? b : ", "%", "", ""),
    "prefix operators": ("let x = ", "-", "%", "", ""),
    "prefix operators apart": ("let x = ", "- ", "%", "", ""),
    "prefix operators before parentheses": ("let x = ", "-(", "%", ")", ""),
    "negations": ("if ", "!(", "f.isCompleted", ")", " { }"),
    "addresses": ("let x = g(", "&", "a", "", ")"),
    "awaits": ("let x = ", "await ", "%", "", ""),
    "tries": ("let x = ", "try ", "%", "", ""),
    "optional tries": ("let x = ", "try? ", "%", "", ""),
    "tries and awaits": ("let x = ", "try await ", "f.value", "", ""),
    "unsafes": ("let x = ", "unsafe ", "%", "", ""),
    "consumes": ("let x = ", "consume ", "f", "", ""),
    "eaches": ("let x = ", "each ", "f", "", ""),
    "repeats of packs": ("let x = ", "repeat ", "f", "", ""),
    "key paths": ("let x = ", "\\A[", "%", "]", ""),
    "macros": ("let x = ", "#a(", "%", ")", ""),
    "macros with closures": ("", "#a { ", "%", "}", ""),
    "attributes with arguments": ("", "@a(", "1", ")", " func g() { }"),
    "comments": ("", "/*", "", "*/", ""),
    "comments apart": ("", "/* ", "", " */", ""),
    "switch expressions": ("let x = ", "switch a { case 1: ", "%", " default: 2 }", ""),
    "if expressions": ("let x = ", "if a { ", "%", "} else { 2 }", ""),
    "if expressions at the end": ("let x = ", "if a { 1 } else { ", "%", "}", ""),
    "results of builders": ("@B func g() { ", "V { ", "%", "}", "}"),
    "members behind calls": ("", "a.b(", "%", ")", ".c()"),
    "availability": ("if ", "#available(", "*", ")", " { }"),
    "specialised attributes": ("", "@_specialize(where A == ", "B", ")", " func g() { }"),
    "where clauses": ("func g<A>() where A: ", "B<A, ", "C", ">", " { }"),
    "protocols with primary types": ("let x: any ", "P<any ", "Q", ">", ""),
    "futures in optionals": ("func g() -> ", "Optional<", "ValueFuture<Int>", ">", " { h() }; func k() { g() }"),
    "placeholders": ("let x = ", "<#", "a", "#>", ""),
    "regex groups": ("let x = /", "(", "a", ")", "/"),
    "raw regex groups": ("let x = #/", "(", "a", ")", "/#"),
}

# name: start, piece, end. What goes on without nesting.
REPEATED = {
    "else ifs": ("func g() async throws { if a { }", " else if a { %d }", " }"),
    "else ifs that bind": ("func g() async throws { if let x = a { }", " else if let f = store.find(1) { try await f.value }", " }"),
    "members": ("let x = f", ".b", ""),
    "members of a future": ("let x = f", ".value", ""),
    "method calls": ("let x = f", ".b()", ""),
    "method calls with closures": ("let x = f", ".b { 1 }", ""),
    "chained optionals": ("let x = f", "?.b", ""),
    "chained forces": ("let x = f", "!.b", ""),
    "calls of calls": ("let x = g", "()", ""),
    "subscripts of subscripts": ("let x = g", "[1]", ""),
    "trailing closures of one call": ("g { }", " a: { }", ""),
    "arguments": ("g(", "1, ", "2)"),
    "futures as arguments": ("g(", "store.load(1), ", "2)"),
    "array elements": ("let x = [", "1, ", "]"),
    "futures in an array": ("let x = [", "store.load(1), ", "]"),
    "dictionary elements": ("let x = [", "1: 2, ", "]"),
    "tuple elements": ("let x = (", "1, ", "2)"),
    "member types": ("let x: A", ".B", ""),
    "optional types": ("let x: A", "?", ""),
    "optional futures": ("func g(f: ValueFuture<Int>", "?", ") async throws { try await f.value }"),
    "unwrapped types": ("let x: A", "!", ""),
    "metatypes": ("let x: A", ".Type", ""),
    "forces": ("let x = f", "!", ""),
    "questions": ("let x = f", "?", ""),
    "operators": ("let x = a", " + b", ""),
    "operators of every precedence": ("let x = a", " + b * c < d && e ?? f = g", ""),
    "operators from the right": ("let x = a", " ?? b", ""),
    "own operators": ("infix operator <+>: P\nprecedencegroup P { associativity: right }\nlet x = a", " <+> b", ""),
    "declared operators": ("", "infix operator <+>: P\n", ""),
    "precedence groups": ("", "precedencegroup P { higherThan: P }\n", ""),
    "precedence groups in a circle": ("", "precedencegroup P%d { higherThan: P%e }\n", ""),
    "conditions with and": ("func g() async throws { if a", " && a%d", " { try await f.value } }"),
    "conditions with or": ("func g() async throws { if a", " || a%d", " { try await f.value } }"),
    "conditions with and, or": ("func g() async throws { if a", " || a%d && b", " { try await f.value } }"),
    "conditions with commas": ("func g() async throws { if a", ", let x = b", " { try await f.value } }"),
    "completion checks": ("func g() async throws { if f.isCompleted", " && f.isCompleted", " { f.result } }"),
    "casts": ("let x = a", " as B", ""),
    "checks": ("let x = a", " is B", ""),
    "assignments": ("x", " = y", ""),
    "arrows": ("let x: A", " -> B", ""),
    "attributes": ("", "@a ", "func g() { }"),
    "modifiers": ("", "final ", "func g() { }"),
    "attributes on lines": ("", "@a\n", "func g() { }"),
    "attributes within directives": ("", "#if A\n@a\n#endif\n", "func g() { }"),
    "number signs before a string": ("let x = ", "#", '"a"'),
    "number signs before a regex": ("let x = ", "#", "/a/"),
    "quotes": ("let x = ", '"', ""),
    "raw quotes": ("let x = ", '#"', ""),
    "quotes of many lines": ("let x = ", '"""\n', ""),
    "backslashes": ("let x = ", "\\", ""),
    "backslashes in a string": ('let x = "', "\\", '"'),
    "interpolations side by side": ('let x = "', "\\(f)", '"'),
    "slashes": ("let x = ", "/", ""),
    "slashes apart": ("let x = ", "/ ", ""),
    "regexes": ("let x = [", "/a/, ", "]"),
    "angles": ("let x = a", "<", ""),
    "angles apart": ("let x = a", " < b", ""),
    "angles after names": ("let x = ", "a<b, ", ""),
    "right angles": ("let x = a", ">", ""),
    "colons": ("let x", "::", ""),
    "modules": ("let x = a", "::b", ""),
    "cases": ("func g() async throws { switch a {", "case %d: try await f.value\n", "} }"),
    "cases that fall through": ("func g() async throws { switch a {", "case %d: fallthrough\n", "default: try await f.value } }"),
    "cases with bindings": ("func g() async throws { switch a {", "case .b(let x) where x: try await f.value\n", "} }"),
    "patterns of one case": ("func g() { switch a { case 1", ", %d", ": break } }"),
    "catch clauses": ("func g() async throws { do { try h() }", " catch A.b%d { try await f.value }", " }"),
    "conditional clauses": ("#if A\n", "#elseif B\nlet x = 1\n", "#endif"),
    "conditional statements": ("func g() async throws { \n", "#if A\ntry await f.value\n#else\nb()\n#endif\n", "}"),
    "bindings": ("let x = 1", ", y = 2", ""),
    "bindings of futures": ("func g() { let x = store.load(1)", ", y%d = store.load(2)", " }"),
    "statements": ("", "g();", ""),
    "expressions alone": ("", "a\n", ""),
    "returns": ("func g() { ", "return\n", "}"),
    "parameters": ("func g(", "a%d: ValueFuture<Int>, ", "b: Int) { }"),
    "closure parameters": ("let x = { (", "a%d: ValueFuture<Int>, ", "b: Int) in }"),
    "captured values": ("let x = { [", "a%d = store.load(1), ", "b] in }"),
    "generic parameters side by side": ("func g<", "A%d: P, ", "B>() { }"),
    "requirements": ("func g<A>() where A: P", ", A: Q%d", " { }"),
    "inherited types": ("class A: B", ", C%d", " { }"),
    "enum elements": ("enum E { case a", ", b%d", " }"),
    "enum cases": ("enum E {\n", "case a%d(Int)\n", "}"),
    "members declared": ("struct S {\n", "var a%d: ValueFuture<Int>\n", "}"),
    "methods declared": ("struct S {\n", "func a%d() async throws { let f = store.load(1); try await f.value }\n", "}"),
    "functions of one name": ("", "func g(a%d: Int) -> ValueFuture<Int> { h() }\n", "func k() { g(a1: 1) }"),
    "overloads by type": ("", "func g(_ a: T%d) -> ValueFuture<Int> { h() }\n", "func k() { g(1) }"),
    "extensions of one type": ("struct S { }\n", "extension S { func g%d() -> ValueFuture<Int> { h() } }\n", "func k() { S().g1() }"),
    "extensions of a future": ("", "extension ValueFuture { func g%d() async throws { try await value } }\n", ""),
    "type aliases": ("", "typealias A%d = B\n", ""),
    "chains of type aliases": ("", "typealias A%d = A%e\n", "func g(a: A1) { a }"),
    "chains of classes": ("", "class A%d: A%e { }\n", "func g(a: A1) { a.b }"),
    "chains of nested aliases": ("", "struct A%d { typealias B = A%e.B }\n", "func g(a: A1.B) { a }"),
    "chains of initial values": ("func g() async throws { let a0 = store.load(1)\n", "let a%e = a%d\n", "}"),
    "chains of global values": ("let a0 = store.load(1)\n", "let a%e = a%d\n", ""),
    "chains of results": ("", "func a%d() -> Int { a%e() }\n", ""),
    "chains of inferred getters": ("", "let a%d = a%e\n", "func g() { a1.b }"),
    "imports": ("", "import A\n", ""),
    "line comments": ("", "//\n", ""),
    "suppressions": ("", "// vtlint:disable:next double-await\n", ""),
    "suppressions before attributes": ("", "// vtlint:disable:next all\n@a\n", "func g() { }"),
    "suppressions before open attributes": ("", "// vtlint:disable:next all\n@a(\n", "func g() { }"),
    "regions of suppressions": ("", "// vtlint:disable double-await\n// vtlint:enable double-await\n", ""),
    "regions without end": ("", "// vtlint:disable double-await\n", ""),
    "unused variables": ("", "let x%d = store.load(1)\n", ""),
    "markers": ("", "/// vtlint:value-future\nstruct A%d { }\n", ""),
    "string texts": ("let x = ", '"a" + ', '"b"'),
    "conflict markers": ("", "<<<<<<< \n", ""),
    "conflict markers of another kind": ("", "\n>>>> ", ""),
    "semicolons": ("", ";", ""),
    "commas": ("", ",", ""),
    "dots": ("", ".", ""),
    "ats": ("", "@", ""),
    "number signs": ("", "# ", ""),
    "dollars": ("", "$", ""),
    "backquotes": ("", "`", ""),
    "names in backquotes": ("", "`a` ", ""),
    "closing parentheses": ("", ")", ""),
    "closing braces": ("", "}", ""),
    "closing brackets": ("", "]", ""),
    "ends of directives": ("", "#endif\n", ""),
    "elses of directives": ("", "#else\n", ""),
    "elses": ("", "else ", ""),
    "catches alone": ("", "catch ", ""),
    "cases alone": ("", "case ", ""),
    "ins": ("", "in ", ""),
    "ifs alone": ("", "if ", ""),
    "ifs without blocks": ("", "if a, ", ""),
    "funcs": ("", "func ", ""),
    "lets": ("", "let ", ""),
    "wheres": ("", "where ", ""),
    "unknown word soup": ("", "async await throws some any inout each ", ""),
    "multi-byte names": ("", "é\u0301 ", ""),
    "curly quotes": ("", "“", ""),
    "surrogates of emoji": ("", "👩‍👩‍👧‍👦", ""),
}

# Values that must be followed: the work of the analysis, not only of the parser. name: size, start, piece, end.
ANALYSED = {
    "functions": (200_000, "", "func g%d() async throws { let f = store.load(1); try await f.value; try await f.value }\n", ""),
    "functions without futures": (200_000, "", "func g%d(_ a: Int) -> Int { a + %d }\n", ""),
    "futures of one function": (10_000, "func g() async throws {\n", "let f%d = store.load(1); try await f%d.value\n", "}"),
    "futures alive at once": (10_000, "func g() async throws {\n", "let f%d = store.load(1)\n", "}"),
    "futures awaited twice": (10_000, "func g() async throws {\n", "let f%d = store.load(1); try await f%d.value; try await f%d.value\n", "}"),
    "awaits of one future": (20_000, "func g() async throws { let f = store.load(1)\n", "try await f.value\n", "}"),
    "awaits in ifs": (20_000, "func g() async throws { let f = store.load(1)\n", "if a%d { try await f.value }\n", "}"),
    "awaits in loops": (10_000, "func g() async throws { let f = store.load(1)\n", "for i in s { try await f.value }\n", "}"),
    "awaits in else ifs": (20_000, "func g() async throws { let f = store.load(1)\n if a { }\n", "else if a%d { try await f.value }\n", "}"),
    "awaits in cases": (20_000, "func g() async throws { let f = store.load(1)\n switch a {\n", "case %d: try await f.value\n", "default: break } }"),
    "awaits in ternaries": (20_000, "func g() async throws { let f = store.load(1)\n", "_ = a%d ? try await f.value : 1\n", "}"),
    "awaits in catches": (10_000, "func g() async throws { let f = store.load(1)\n do { try h() }\n", "catch A.b%d { try await f.value }\n", "}"),
    "awaits in closures": (20_000, "func g() async throws { let f = store.load(1)\n", "run { try await f.value }\n", "}"),
    "awaits in tasks": (20_000, "func g() async throws { let f = store.load(1)\n", "Task { try await f.value }\n", "}"),
    "awaits in children": (10_000, "func g() async throws { let f = store.load(1)\n", "async let x%d = f.value\n", "}"),
    "awaits in defers": (5_000, "func g() async throws { let f = store.load(1)\n", "defer { try await f.value }\n", "}"),
    "awaits in directives": (10_000, "func g() async throws { let f = store.load(1)\n", "#if A%d\ntry await f.value\n#endif\n", "}"),
    "awaits in guards": (20_000, "func g() async throws { let f = store.load(1)\n", "guard a%d else { return try await f.value }\n", "}"),
    "conditions over one future": (10_000, "func g() async throws { let f = store.load(1)\n", "let a%d = h(); if a%d { try await f.value }; if !a%d { try await f.value }\n", "}"),
    "aliases of one future": (10_000, "func g() async throws { let f0 = store.load(1)\n", "let f%e = f%d\n", "try await f0.value; try await f1.value }"),
    "overwritten variables": (10_000, "func g() async throws { var f = store.load(1)\n", "f = store.load(2)\n", "}"),
    "reassigned flags": (10_000, "func g() async throws { let f = store.load(1); var a = true\n", "if a { try await f.value }; a = h()\n", "}"),
    "local functions": (10_000, "func g() async throws { let f = store.load(1)\n", "func h%d() async throws { try await f.value }\n", "}"),
    "local functions that call": (2_000, "func g() async throws { let f = store.load(1)\nfunc h0() async throws { try await f.value }\n", "func h%e() async throws { try await h%d() }\n", "try await h1() }"),
    "named closures": (10_000, "func g() async throws { let f = store.load(1)\n", "let h%d = { try await f.value }\n", "}"),
    "closures that call one another": (2_000, "func g() async throws { let f = store.load(1)\nlet h0 = { try await f.value }\n", "let h%e = { try await h%d() }\n", "try await h1() }"),
    "defers before returns": (1_000, "func g() async throws { let f = store.load(1)\n", "defer { a() }; if b { return }\n", "}"),
    "defers with tries": (1_000, "func g() async throws { let f = store.load(1)\n", "defer { try? a() }; try b()\n", "}"),
    "tries": (20_000, "func g() async throws { let f = store.load(1)\n", "try h()\n", "try await f.value }"),
    "optional chains": (20_000, "func g() async throws { let f = store.load(1)\n", "a?.b(f)\n", "}"),
    "functions in a circle": (5_000, "", "func g%d(f: ValueFuture<Int>) async throws { try await g%e(f: f) }\n", ""),
    "functions that call each two": (5_000, "", "func g%d(f: ValueFuture<Int>) async throws { if a { try await g%e(f: f) } else { try await g%h(f: f) } }\n", ""),
    "functions of a chain": (5_000, "func g0(f: ValueFuture<Int>) async throws { try await f.value }\n", "func g%e(f: ValueFuture<Int>) async throws { try await g%d(f: f) }\n", ""),
    "functions of a chain, the other way": (5_000, "", "func g%d(f: ValueFuture<Int>) async throws { try await g%e(f: f) }\n", "func g100000(f: ValueFuture<Int>) async throws { try await f.value }\n"),
    "calls of one function": (20_000, "func h(f: ValueFuture<Int>) async throws { try await f.value }\nfunc g() async throws { let f = store.load(1)\n", "try await h(f: f)\n", "}"),
    "continuations": (20_000, "", "func g%d() async { await withCheckedContinuation { c in if a { c.resume() } } }\n", ""),
    "resumes": (20_000, "func g() async { await withCheckedContinuation { c in\n", "if a%d { c.resume() }\n", "} }"),
    "resumes that return": (20_000, "func g() async { await withCheckedContinuation { c in\n", "guard a%d else { c.resume(); return }\n", "} }"),
    "stored continuations": (5_000, "class A {\n var c: CheckedContinuation<Void, Never>?\n", "func g%d() { c?.resume() }\n", "}"),
    "assigned continuations": (5_000, "class A {\n var c: CheckedContinuation<Void, Never>?\n", "func g%d() async { await withCheckedContinuation { c = $0 } }\n", "}"),
    "properties of continuations": (10_000, "class A {\n", "var c%d: CheckedContinuation<Void, Never>?; func g%d() { c%d?.resume() }\n", "}"),
    "completion handlers": (20_000, "", "func g%d(completion: @escaping () -> Void) { if a { completion() } }\n", ""),
    "completions of one function": (10_000, "func g(completion: @escaping () -> Void) {\n", "h { if a { completion() } }\n", "}"),
    "promises": (10_000, "func g(loop: any EventLoop) {\n", "let p%d = loop.makePromise(of: Int.self); if a { p%d.succeed(1) }\n", "}"),
    "streams": (10_000, "func g() async {\n", "for await x in s.stream { }\n", "}"),
    "pooled sources": (10_000, "", "final class S%d: FutureSource { func getResult(_ token: Int) throws -> Int { 1 } }\n", ""),
    "stored futures": (50_000, "class A {\n", "var f%d: ValueFuture<Int>?\n", "}"),
    "stored futures assigned": (20_000, "class A { var f: ValueFuture<Int>?\n", "func g%d() { f = store.load(1) }\n", "}"),
    "appended futures": (20_000, "func g() { var a: [ValueFuture<User>] = []\n", "a.append(store.load(1))\n", "}"),
    "dropped futures": (50_000, "func g() {\n", "store.load(1)\n", "}"),
    "premature results": (20_000, "func g() { let f = store.load(1)\n", "if f.isCompleted { f.result }\n", "}"),
    "blocking waits": (50_000, "func g() async {\n", "store.load(1).wait()\n", "}"),
    "findings of one place": (20_000, "func g() async throws { let f = store.load(1); try await f.value\n", "_ = f.result\n", "}"),
    "members of one type": (50_000, "class A {\n", "func g%d() { g%e() }\n", "}"),
    "shadowed names": (10_000, "func g() async throws { let f = store.load(1)\n", "do { let f = f; try await f.value }\n", "}"),
    "rebound names": (10_000, "func g() async throws { let f = store.load(1)\n", "if let f = store.find(1) { try await f.value }\n", "}"),
    "groups": (5_000, "func g() async throws {\n", "try await withThrowingTaskGroup(of: Int.self) { group in let f = store.load(1); group.addTask { try await f.value } }\n", "}"),
    "children of one group": (10_000, "func g() async throws { let f = store.load(1); try await withThrowingTaskGroup(of: Int.self) { group in\n", "group.addTask { try await f.value }\n", "} }"),
    "breaks": (10_000, "func g() async throws { let f = store.load(1)\n l: while a {\n", "if b%d { break l }\n", "try await f.value } }"),
    "continues": (10_000, "func g() async throws { let f = store.load(1)\n while a {\n", "if b%d { continue }; try await f.value\n", "} }"),
    "throws into one catch": (10_000, "func g() async throws { let f = store.load(1)\n do {\n", "if b%d { throw E() }\n", "} catch { try await f.value } }"),
    "catches in a row": (5_000, "func g() async throws { let f = store.load(1)\n", "do { try h() } catch { try await f.value }\n", "}"),
    "switches in a row": (10_000, "func g() async throws { let f = store.load(1)\n", "switch a { case 1: try await f.value; case 2: b(); default: c() }\n", "}"),
    "variables of a script": (10_000, "", "let f%d = store.load(1); try await f%d.value\n", ""),
    "tuples of futures": (5_000, "func g() async throws {\n", "let (a%d, b%d) = store.pair(1); try await a%d.value\n", "}"),
    "a tuple with many futures": (5_000, "func g() async throws { let t = (", "store.load(%d), ", "1); try await t.0.value }"),
    "closures as arguments": (10_000, "func g() async throws { let f = store.load(1)\nh(", "{ try await f.value }, ", "1) }"),
    "literals with futures": (10_000, "func g() { let f = store.load(1)\nlet a = [", "f, ", "f] }"),
    "rounds over literals": (5_000, "func g() async throws { let f = store.load(1)\nfor i in [", "%d, ", "0] { if i == 1 { try await f.value } } }"),
    "flags": (5_000, "func g() async throws { let f = store.load(1)\n", "var a%d = false\nif b%d { a%d = true; try await f.value }\nif !a%d { try await f.value }\n", "}"),
}

# Bytes that are no text. name: size in bytes, text.
BYTES = {
    "NULs": (5_000_000, lambda n: b"\0" * n),
    "a NUL in the middle": (5_000_000, lambda n: b"a " * (n // 4) + b"\0" + b"b " * (n // 4)),
    "byte order marks": (5_000_000, lambda n: b"\xef\xbb\xbf" * (n // 3)),
    "UTF-16": (5_000_000, lambda n: ("let x = 1\n" * (n // 20)).encode("utf-16")),
    "bytes FF": (5_000_000, lambda n: b"\xff" * n),
    "continuation bytes": (5_000_000, lambda n: b"\x80" * n),
    "half characters": (5_000_000, lambda n: b"\xe2\x82 " * (n // 3)),
    "CR only": (5_000_000, lambda n: b"let x = 1\r" * (n // 10)),
    "CR LF": (5_000_000, lambda n: b"let x = 1\r\n" * (n // 11)),
    "line ends": (5_000_000, lambda n: b"\n" * n),
    "CRs": (5_000_000, lambda n: b"\r" * n),
    "blanks": (10_000_000, lambda n: b" " * n),
    "tabs": (10_000_000, lambda n: b"\t" * n),
    "control characters": (5_000_000, lambda n: b"\x01" * n),
    "one comment of one line": (10_000_000, lambda n: b"//" + b"a" * n),
    "one comment": (10_000_000, lambda n: b"/*" + b"a" * n),
    "one name": (10_000_000, lambda n: b"a" * n),
    "one name of letters beyond ASCII": (10_000_000, lambda n: "é".encode() * (n // 2)),
    "one number": (10_000_000, lambda n: b"let x = " + b"1" * n),
    "one fraction": (10_000_000, lambda n: b"let x = 1." + b"1" * n),
    "one string": (10_000_000, lambda n: b'let x = "' + b"a" * n + b'"'),
    "one string without end": (10_000_000, lambda n: b'let x = "' + b"a" * n),
    "one string of many lines": (10_000_000, lambda n: b'let x = """\n' + b"aaaaaaaa\n" * (n // 9) + b'"""'),
    "one operator": (5_000_000, lambda n: b"let x = a " + b"+" * n + b" b"),
    "one operator of angles": (2_000_000, lambda n: b"let x = a " + b"<" * n + b" b"),
    "one operator of slashes and stars": (2_000_000, lambda n: b"let x = a " + b"+*" * (n // 2) + b" b"),
    "one line of statements": (10_000_000, lambda n: b"let x = a.b(c) + 1; " * (n // 20)),
    "one line with findings": (1_000_000, lambda n: b"func g() { store.load(1) }; " * (n // 28)),
    "one regex": (10_000_000, lambda n: b"let x = /" + b"a" * n + b"/"),
    "one regex of many lines": (10_000_000, lambda n: b"let x = #/\n" + b"aaaaaaa\n" * (n // 8) + b"/#"),
    "one name in backquotes": (10_000_000, lambda n: b"let `" + b"a" * n + b"` = 1"),
    "one attribute": (10_000_000, lambda n: b"@" + b"a" * n + b" func g() { }"),
    "one argument of an attribute": (10_000_000, lambda n: b"@a(" + b"a b " * (n // 4) + b") func g() { }"),
    "one message": (5_000_000, lambda n: b"func g() { let " + b"f" * n + b" = store.load(1) }"),
    "one label": (5_000_000, lambda n: b"func g(" + b"f" * n + b": ValueFuture<Int>) { }"),
    "one suppression": (5_000_000, lambda n: b"// vtlint:disable " + b"a," * (n // 2)),
    "one placeholder": (5_000_000, lambda n: b"let x = <#" + b"a" * n + b"#>"),
}

# Large files of ordinary code. name: size in bytes, text.
LARGE = {
    "code": (50_000_000, lambda n: ORDINARY * (n // len(ORDINARY))),
    "data": (50_000_000, lambda n: b"let x: [Int] = [\n" + b"  0x12, 0x34, 0x56, 0x78,\n" * (n // 26) + b"]\n"),
    "short tokens": (50_000_000, lambda n: b"a " * (n // 2)),
    "shortest tokens": (50_000_000, lambda n: b"(" * n),
    "punctuation": (50_000_000, lambda n: b"()" * (n // 2)),
    "comments": (50_000_000, lambda n: b"// a comment of some length\n" * (n // 28)),
}

ORDINARY = b"""
/// Keeps what was loaded.
final class Cache%: Sendable {
  private let names: [String: Int] = ["first": 1, "second": 2]
  func find(_ name: String, or fallback: Int = 0) -> Int? {
    guard let found = names[name], found > fallback else { return nil }
    for (index, value) in names.enumerated() where value.1 == found { print("\\(index): \\(value)") }
    return found + fallback * 2
  }
  func update(_ id: Int) async throws -> User {
    let future = store.load(id)
    if id > 3 { return try await future.value }
    return try await future.value
  }
}
"""


def repeated(start, piece, end, count):
    if "%" in piece:
        text = "".join(
            piece.replace("%d", str(i)).replace("%e", str(i + 1)).replace("%h", str(i // 2)) for i in range(count))
    else:
        text = piece * count
    return start + text + end


def nested_cases():
    for name, (start, opening, middle, closing, end) in NESTED.items():
        size = NESTING

        def whole(n, prefix="", use="1", s=start, o=opening, m=middle, c=closing, e=end):
            return prefix + s + o * n + m.replace("%", use) + c * n + e + "\nlet last = 1\n"

        yield f"nested {name}", size, whole
        yield f"nested {name}, with a future", size, lambda n, w=whole: w(n, FUTURE, USE)
        if closing:
            yield f"nested {name}, not closed", size, lambda n, s=start, o=opening: FUTURE + s + o * n
            yield f"nested {name}, closed only", size, lambda n, s=start, c=closing: FUTURE + s + c * n
        # Below the limit of the parser: lowering and solver see it all, many times over.
        yield f"often nested {name}", 500, lambda n, w=whole: "\n".join(
            f"func often{i}() async throws {{ {w(100, FUTURE, USE)} }}" for i in range(n))


def all_cases():
    """(name, size, maker of bytes)"""
    for name, size, make in nested_cases():
        yield name, size, lambda n, m=make: m(n).encode()
    for name, (start, piece, end) in REPEATED.items():
        yield f"repeated {name}", NESTING, lambda n, s=start, p=piece, e=end: (FUTURE + repeated(s, p, e, n)).encode()
    for name, (size, start, piece, end) in ANALYSED.items():
        yield f"followed {name}", size, lambda n, s=start, p=piece, e=end: repeated(s, p, e, n).encode()
    for name, (size, make) in BYTES.items():
        yield f"bytes: {name}", size, make
    for name, (size, make) in LARGE.items():
        yield f"50 MB of {name}", size, make
