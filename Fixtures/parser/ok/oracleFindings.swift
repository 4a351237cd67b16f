// What swift-syntax and we once took differently.

func callsOfFunctionsNamedLikeModifiers() {
  optional(x: .some(23))
  required()
  lazy(1, 2)
  let after = 1
  open(after)
  var pair: (Int, Double) = makePair(a: 1, b: 2.5)
}

struct DetailOnTheNextLine {
  public private
  (set) var lines: [String] = []
}

class DelegatesInsideConditional {
  init() {
    #if true
    init()
    #endif
  }
}

func guardWithClosure() {
  guard {} else {
    return
  }
}

let sum = values.reduce(0, Swift::+)
func moduleMembers(_: Foo.Swift::Type, _: Foo.Swift::Protocol) {}
@main::available(foo: bar) var moduleAttribute = 1

infix operator <*<<<: MediumPrecedence, &
let notAnInlineArray = [x...of]
let nested: UnsafeMutablePointer<UnsafePointer<CChar>?>, other: Foo<Bar<Int>!>

#expect(nested == nil)
@attached(extension, names: arbitrary) macro members() = #externalMacro(module: "M", type: "T")
protocol Sequence<Element>: Iterable where Element: Sendable {}
