// One text for two readers. Between signs stands what only the execution sees; lines are the same in both texts:
//
//     sign            linter    execution
//     f⟨u⟩.value      f.value   f.at(12).value        a use: 12 is the line it stands on
//     log(f⟨p⟩)       log(f)    log(f.passed(12))     passed to a function of the same file
//     same(f⟨l⟩)      same(f)   same(f.lent())        passed to a function that gives it back
//     return f⟨g⟩     return f  return f.given(12)    handed over; also to functions that the linter does not see
//     return f⟨b⟩     return f  return f.back(12)     a helper gives back what it got
//     load(1)⟨m⟩      load(1)   load(1).made(12)      a new one
//     newest⟨o⟩       newest    newest.computed(12)   the same out of a computed property
//     help⟨f⟩         help7     help7                 the number of the function
//     ⟨c:i < 2⟩       i < 2     relaxed(i < 2)        what the analysis does not compute, see Runtime.swift
//     ⟨r:0..<2⟩       0..<2     trips(0..<2)
//     ⟨d:random()⟩    random()  isDone(12)            leaves a loop, after three rounds at the latest
//     ⟨a:random()⟩    random()  !isDone(12)
//     ⟨e⟩                       .perhapsMade(12)      a call that gives back its argument or a new one
//     ⟨i:0..<2⟩       0..<2     indices(0..<2)        the same, and the numbers may come in any order
//     f⟨P⟩            f         f.passedEarly(12)     to a helper that runs a closure: perhaps used up before that
//     f⟨h⟩            f         f.handed(12)          to a helper that gives it back; ⟨H⟩ runs a closure, too
//     ⟨z:0..<2⟩       0..<2     trips(0..<2, 0)       as far as the analysis knows it may not run at all
//     ⟨x:throw e⟩     throw e   try mayThrow(e)       in a closure: its runner may do other things first
//     ⟨q:body()⟩      body()    if relaxed(true) { body() }   a closure that runs many times: perhaps never
//     ⟨w⟩                       try perhapsFail();    a function that is declared to throw may do it anywhere
//     ⟨n:a()|b()⟩     a()       b()                   any other difference; @ stands for the line

enum Reader { case linter, execution }

func render(_ text: String, for reader: Reader, line: Int) -> String {
  guard text.contains("⟨") else { return text }
  var result = ""
  var rest = text[...]
  while let open = rest.firstIndex(of: "⟨") {
    result += rest[..<open]
    guard let close = rest.firstIndex(of: "⟩") else { break }
    result += render(sign: rest[rest.index(after: open)..<close], for: reader, line: line)
    rest = rest[rest.index(after: close)...]
  }
  return result + rest
}

private func render(sign: Substring, for reader: Reader, line: Int) -> String {
  let expression = String(sign.dropFirst(2))
  switch (sign.first, reader) {
  case ("c", .linter), ("r", .linter), ("d", .linter), ("a", .linter), ("z", .linter), ("x", .linter), ("q", .linter), ("i", .linter): return expression
  case ("n", .linter): return String(expression.prefix { $0 != "|" })
  case ("n", _): return String(expression.drop { $0 != "|" }.dropFirst()).split(separator: "@", omittingEmptySubsequences: false).joined(separator: "\(line)")
  case (_, .linter): return ""
  case ("u", _): return ".at(\(line))"
  case ("p", _): return ".passed(\(line))"
  case ("l", _): return ".lent()"
  case ("b", _): return ".back(\(line))"
  case ("g", _): return ".given(\(line))"
  case ("m", _): return ".made(\(line - (Int(expression) ?? 0)))"
  case ("o", _): return ".computed(\(line))"
  case ("d", _): return "isDone(\(line))"
  case ("a", _): return "!isDone(\(line))"
  case ("i", _): return "indices(\(expression))"
  case ("P", _): return ".passedEarly(\(line))"
  case ("h", _): return ".handed(\(line))"
  case ("H", _): return ".handedEarly(\(line))"
  case ("q", _): return "if relaxed(true) { \(expression) }"
  case ("w", _): return "try perhapsFail(); "
  case ("z", _): return "trips(\(expression), 0)"
  case ("x", _): return "try mayThrow(\(expression.dropFirst(6)))"
  case ("e", _): return ".perhapsMade(\(line - (Int(expression) ?? 0)))"
  case ("c", _): return "relaxed(\(expression))"
  case ("r", _): return "trips(\(expression))"
  default: fatalError("unknown sign \(sign)")
  }
}

/// The lines of a function, with signs; the linter's is a readable program.
func lines(of function: Function) -> [String] {
  var lines: [String] = []
  append(function.helpers, indent: "", to: &lines)
  lines.append(function.header)
  append(function.body, indent: "  ", to: &lines)
  lines.append("}")
  // Shrunk forms of one function stand in one file.
  return lines.map { $0.contains("⟨f⟩") ? $0.split(separator: "⟨f⟩", omittingEmptySubsequences: false).joined(separator: "\(function.name)") : $0 }
}

private func append(_ statements: [Statement], indent: String, to lines: inout [String]) {
  for statement in statements {
    let start = lines.count
    for part in statement.parts {
      switch part {
      case .line(let text):
        // A call that ends on another line is reported where it begins.
        let isMaking = text.hasPrefix("}") && (text.hasSuffix("⟨m⟩") || text.hasSuffix("⟨e⟩"))
        let text = isMaking ? "\(text.dropLast())" + ":\(lines.count - start)⟩" : text
        lines.append(indent + text)
      case .block(let inner): append(inner, indent: indent + "  ", to: &lines)
      }
    }
  }
}
