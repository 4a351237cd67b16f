/// The constructs of the language, and for each the children a consumer may rely on.
///
/// Notation: `main` is the node's main token (a name, an operator, a keyword; `TokenID.none` where there is none),
/// `[…]` its children in source order, `?` optional, `*` any number, `|` one of. An *item* is a statement, declaration
/// or expression. Children are told apart by kind, and where two have the same role class by order. Attributes and
/// modifiers never are children but of `modifiers`, which is always the first child where it is present.
///
/// Text with mistakes: `unexpected` may stand among the children of any row (`child(at:)` does not count it), and
/// `missing` in the place of any child. Rows nest at most a few times `Parser.depthLimit` deep, chains (`a.b.c`,
/// `a + b + c`, `T??`) at most `Parser.chainLimit` more, so a consumer may recurse; only `ifExpr` needs a loop.
package enum NodeKind: UInt8, Sendable, CaseIterable {
  // MARK: structure
  /// The root. [item*]
  case sourceFile
  /// `{ … }` of a function, loop, branch. [item*]
  case block
  /// The members of a type or extension, `{ … }`. [declaration* | ifConfig*]
  case memberBlock
  /// Attributes and modifiers before a declaration, closure signature, type or statement. [attribute* | ifConfig*];
  /// words such as `static` or `private(set)` are found by scanning the tokens in its range.
  case modifiers
  /// `@name(arguments)`. main = the name (last component). [argument*] where the argument list parses as a call's
  case attribute
  /// `#if … #endif` around items, members, cases, attributes. [ifConfigClause*]
  case ifConfig
  /// main = `#if`, `#elseif` or `#else`. [condition expression?, content*]; flag `hasCondition` says whether the first
  /// child is the condition.
  case ifConfigClause
  /// Text the parser could not use; it has no children. A problem names it.
  case unexpected
  /// Stands where the grammar needs something that the text does not have (then its range is empty), or that was
  /// skipped because it nests too deep.
  case missing

  // MARK: declarations.  All: [modifiers?, …]
  case importDecl  // main = first component; also `using nonisolated`, main = `using`
  case typealiasDecl  // main = name. [modifiers?, genericParameters?, type, whereClause?]
  case associatedtypeDecl  // main = name. [modifiers?, inheritance?, type?, whereClause?]
  /// main = name. [modifiers?, genericParameters?, inheritance?, whereClause?, memberBlock]; so also the next four.
  case structDecl, classDecl, enumDecl, actorDecl, protocolDecl
  /// main = `extension`. [modifiers?, type, inheritance?, whereClause?, memberBlock]
  case extensionDecl
  /// main = name or operator. [modifiers?, genericParameters?, parameters, effects?, returnType?, whereClause?, block?]
  case functionDecl
  /// main = `init`; flag `optional` for `init?`/`init!`. Children as functionDecl.
  case initDecl
  case deinitDecl  // main = `deinit`. [modifiers?, effects?, block?]
  /// main = `subscript`. [modifiers?, genericParameters?, parameters, returnType, whereClause?, accessorBlock?]
  case subscriptDecl
  /// main = `let`, `var` (or `inout` …). [modifiers?, patternBinding*]. Flag `isAsync` for `async let`,
  /// `isStatic` for static/class.
  case variableDecl
  /// One of `a = 1, b: Int`. [pattern, typeAnnotation?, initializer?, accessorBlock?]
  case patternBinding
  /// `: T`. [type]
  case typeAnnotation
  /// `= e`. [expression]
  case initializer
  /// `{ get … set … }` or the body of an implicit getter. [accessorDecl* | ifConfig*] or, with flag `implicitGetter`, [item*]
  case accessorBlock
  /// main = `get`, `set`, `willSet`, `_read`, … [modifiers?, accessorParameter?, effects?, block?]
  case accessorDecl
  /// `(newValue)`. main = the name
  case accessorParameter
  /// `case a, b(Int)`. main = `case`. [modifiers?, enumElement*]
  case enumCaseDecl
  /// main = name. [parameters?, initializer?]
  case enumElement
  case operatorDecl  // main = the operator
  case precedenceGroupDecl  // main = name
  /// main = name. [modifiers?, genericParameters?, parameters, effects?, returnType?, initializer?, whereClause?]
  case macroDecl
  /// `#name(…)` where a declaration stands. main = name. [modifiers?, genericArguments?, argument*]; flag `hasParens`
  case macroExpansionDecl

  // MARK: parts of declarations
  case genericParameters  // [genericParameter*]
  case genericParameter  // main = name. [modifiers?, type?]; flag `isPack` for `each T`, `isValue` for `let N: Int`
  case inheritance  // [type*] (each may be an attributedType)
  case whereClause  // [requirement*]
  /// main = `:` or `==`. [type, type]; a layout or suppressed requirement has the same shape
  case requirement
  case parameters  // [parameter*]
  /// main = the inner (second, or only) name; `firstToken` after modifiers is the outer name. Flag `hasTwoNames`.
  /// Outer name = `tree.outerName(of:)`. [modifiers?, type?, initializer?]; flag `isVariadic` for `T...`
  case parameter
  /// `async throws(E)`. [type?]; flags `isAsync`, `throws`, `rethrows`
  case effects
  case returnType  // [type]

  // MARK: statements
  /// Also an expression. main = `if`. [conditions, block, (block | ifExpr)?]. `else if` chains nest to the right; a
  /// consumer walks them by a loop: they may be 100,000 long.
  case ifExpr
  case guardStmt  // main = `guard`. [conditions, block]
  case whileStmt  // main = `while`. [conditions, block]
  case repeatStmt  // main = `repeat`. [block, expression]
  /// main = `for`. flags `hasTry`, `hasAwait`. [pattern, typeAnnotation?, expression, whereCondition?, block]
  case forStmt
  case whereCondition  // main = `where`. [expression]
  /// Also an expression. main = `switch`. [expression, (switchCase | ifConfig)*]
  case switchExpr
  /// main = `case` or `default`. [modifiers?, caseItem*, item*]; `default` has no caseItem
  case switchCase
  case caseItem  // [pattern?, whereCondition?]; the pattern is absent only in `catch where e`
  /// Also an expression. main = `do`. [effects?, block, catchClause*]
  case doStmt
  case catchClause  // main = `catch`. [caseItem*, block]
  case deferStmt  // main = `defer`. [block]
  case returnStmt  // main = `return`. [expression?]
  case throwStmt  // main = `throw`. [expression]
  case yieldStmt  // main = `yield`. [argument*]
  case thenStmt  // main = `then`. [expression]
  case discardStmt  // main = `discard`. [expression]
  case breakStmt  // main = the label or none
  case continueStmt  // main = the label or none
  case fallthroughStmt
  case labeledStmt  // main = the label. [statement]
  /// The list after `if`, `guard`, `while`. [(expression | optionalBinding | matchingPattern | availability)*]
  case conditions
  /// `let x = e`, `let x`. main = `let`/`var`. [pattern, typeAnnotation?, initializer?]
  case optionalBinding
  /// `case p = e`. main = `case`. [pattern, typeAnnotation?, initializer]
  case matchingPattern
  case availability  // `#available(…)`, `#unavailable(…)`

  // MARK: patterns
  case identifierPattern  // main = name
  case wildcardPattern
  case tuplePattern  // [patternElement*]
  case patternElement  // main = label or none. [pattern]
  case bindingPattern  // main = `let`/`var`/`inout`/`borrowing`. [pattern]
  case isPattern  // main = `is`. [type]
  /// A pattern that is an expression: `.a(let x)`, `1...2`, `nil`, `let .b(y)?` below a bindingPattern. [expression].
  /// Names that the pattern binds stand in it as `identifierPattern` or `bindingPattern` where an expression would.
  /// Behind `case`, `catch`, `if let` a tuple is one too: `let (a, b)` is a bindingPattern with an expressionPattern with a
  /// tupleExpr; tuplePattern stands only in `let`/`var` declarations and `for` without `case`. `_` alone is a wildcardPattern.
  case expressionPattern

  // MARK: expressions
  /// A name: `f`, `self`, `Self`, `super`, `Any`, `$0`, `init`. main = the name. [argumentNames?, genericArguments?]
  case identifierExpr
  /// `base.name`, `.name` (no base: flag `implicitBase`). main = the name, also `init`, `self`, `0`.
  /// [expression?, argumentNames?, genericArguments?]
  case memberExpr
  case argumentNames  // `(a:b:)` of a name such as `f(a:b:)`
  case genericArguments  // `<A, B>`. [type*]
  /// [callee, argument*]; flag `hasParens`. Trailing closures are arguments with flag `isTrailing`.
  case callExpr
  case subscriptExpr  // [base, argument*]
  /// main = label or none. [expression]
  case argument
  case parenExpr  // `(e)`. [expression]
  case tupleExpr  // `()`, `(a, b: c)`, `(a: b)`. [argument*]
  case arrayExpr  // [expression*]
  case dictionaryExpr  // [dictionaryElement*]
  case dictionaryElement  // [expression, expression]
  /// [modifiers?, captures?, parameters?, effects?, returnType?, block]. The block covers the items only (no braces).
  /// Parameters without
  /// parentheses (`{ a, b in`) are `parameters` too; each `parameter` then has no type.
  case closureExpr
  case captures  // [capture*]
  /// main = name. flags `isWeak`, `isUnowned`. [expression?]
  case capture
  /// Folded by precedence; operators of other files are taken to have the default precedence. main = operator (for a
  /// `joined` operator its first token). [expression, expression]
  case infixExpr
  /// `=` and the compound assignments. main = operator. [expression, expression]
  case assignExpr
  case prefixExpr  // main = operator. [expression]
  case postfixExpr  // main = operator. [expression]
  case inoutExpr  // `&e`. [expression]
  case ternaryExpr  // main = `?`. [expression, expression, expression]
  /// main = `is`. [expression, type]
  case isExpr
  /// main = `as`; flags `hasQuestion` (`as?`), `hasExclamation` (`as!`). [expression, type]
  case asExpr
  /// main = `try`; flags `hasQuestion`, `hasExclamation`. Covers all to its right, as the language has it. [expression]
  case tryExpr
  case awaitExpr  // main = `await`. [expression]
  case unsafeExpr  // main = `unsafe`. [expression]
  case consumeExpr  // `consume x`, `copy x`, `borrow x`: main = the word. [expression]
  case packExpr  // `repeat e`, `each e`: main = the word. [expression]
  case forceExpr  // `e!`. [expression]
  case optionalChainExpr  // `e?`. [expression]
  /// `\T.a[0]`. [type?, (argument | argumentNames | genericArguments)*]: what stands in the brackets of its components.
  case keyPathExpr
  case macroExpr  // `#name<T>(…) { … }`. main = name. [genericArguments?, argument*]; flag `hasParens`
  case stringExpr  // [interpolation*]
  case interpolation  // `\(…)`. [argument*]
  case literalExpr  // integer, float, regex, true, false, nil: main = the token
  case wildcardExpr  // `_`
  /// A type where an expression stands and no expression form serves: `any P`, `(A) -> B`, `@Sendable () -> A`,
  /// `[3 of A]`. `A & B` stays infix; `A`, `A<B>` and `A.B` are names, `[A]` and `A?` collections and chains. [type]
  case typeExpr
  /// `base #if … .a() #endif`. [expression, ifConfigClause*]; each clause holds one postfix chain whose innermost base
  /// is `missing`
  case postfixIfConfig
  /// An operator alone as an argument: `reduce(0, +)`. main = operator
  case operatorExpr

  // MARK: types
  case namedType  // `A`, `A<B>`. main = name. [genericArguments?]
  case memberType  // `A.B<C>`. main = last name. [type, genericArguments?]
  case optionalType  // `T?`. [type]
  case implicitlyUnwrappedType  // `T!`. [type]
  case arrayType  // `[T]`. [type]
  case dictionaryType  // `[K: V]`. [type, type]
  case inlineArrayType  // `[3 of T]`. [type, type]
  case tupleType  // `()`, `(A, b: B)`; `(A)` too. [tupleTypeElement*]
  case tupleTypeElement  // main = the (last) label or none. [type]; flag `isVariadic`
  case functionType  // [tupleTypeElement*, effects?, returnType]
  /// `some T`, `any T`. [type]; a named opaque result `<X: P> X` is a someType with genericParameters before the type.
  case someType, anyType
  case compositionType  // `A & B`. [type*]
  case suppressedType  // `~T`. [type]
  case metatype  // `T.Type`, `T.Protocol`. main = the word. [type]
  case packType  // `repeat T`, `each T`. [type]
  /// Specifiers and attributes before a type: `inout T`, `@escaping () -> Void`, `borrowing T`, `sending T`. [modifiers, type]
  case attributedType
  case literalType  // an integer generic argument, or `_`
}

/// What a node's row says beside its kind. Each flag is used by the kinds whose comment names it.
package struct NodeFlags: OptionSet, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let hasQuestion = NodeFlags(rawValue: 1 << 0)
  package static let hasExclamation = NodeFlags(rawValue: 1 << 1)
  package static let hasTry = NodeFlags(rawValue: 1 << 2)
  package static let hasAwait = NodeFlags(rawValue: 1 << 3)
  package static let isAsync = NodeFlags(rawValue: 1 << 4)
  package static let `throws` = NodeFlags(rawValue: 1 << 5)
  package static let `rethrows` = NodeFlags(rawValue: 1 << 6)
  package static let isTrailing = NodeFlags(rawValue: 1 << 7)
  package static let hasParens = NodeFlags(rawValue: 1 << 8)
  package static let isWeak = NodeFlags(rawValue: 1 << 9)
  package static let isUnowned = NodeFlags(rawValue: 1 << 10)
  package static let isVariadic = NodeFlags(rawValue: 1 << 11)
  package static let implicitGetter = NodeFlags(rawValue: 1 << 12)
  package static let hasTwoNames = NodeFlags(rawValue: 1 << 13)
  package static let hasCondition = NodeFlags(rawValue: 1 << 14)
  /// Shared by kinds that never meet: `implicitBase` of memberExpr, `isStatic` of variableDecl, `isPack` of
  /// genericParameter, `optional` of initDecl.
  package static let mark = NodeFlags(rawValue: 1 << 15)
  package static let implicitBase = mark
  package static let isStatic = mark
  package static let isPack = mark
  package static let optional = mark
  package static let isValue = hasQuestion
}
