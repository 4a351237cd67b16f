import VTDiagnostics
import VTSyntax

/// The place of a file in the run's sorted list of files.
package struct FileID: Hashable, Sendable, Comparable {
  package let index: UInt32
  package init(_ index: UInt32) { self.index = index }
  package static func < (a: FileID, b: FileID) -> Bool { a.index < b.index }
}

/// One declaration of a file: a row that points to its siblings by index and outlives the tree.
package struct Declaration: Sendable {
  package enum Kind: UInt8, Sendable {
    case structType, classType, enumType, actorType, protocolType, extensionOfType
    case typeAlias, associatedType
    case function, initializer, deinitializer, subscripting, property, enumCase

    package var isNominal: Bool { rawValue <= Kind.protocolType.rawValue }
    package var hasMembers: Bool { rawValue <= Kind.extensionOfType.rawValue }
  }

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }
    package static let isStatic = Flags(rawValue: 1 << 0)
    package static let isAsync = Flags(rawValue: 1 << 1)
    package static let canThrow = Flags(rawValue: 1 << 2)
    package static let isMutating = Flags(rawValue: 1 << 3)
    package static let isConsuming = Flags(rawValue: 1 << 4)
    /// A property with storage: no getter of its own.
    package static let isStored = Flags(rawValue: 1 << 5)
    package static let isLet = Flags(rawValue: 1 << 6)
    package static let isRequirement = Flags(rawValue: 1 << 7)
    package static let isPublic = Flags(rawValue: 1 << 8)
    package static let neverReturns = Flags(rawValue: 1 << 9)
    package static let isFailable = Flags(rawValue: 1 << 10)
    package static let isOverride = Flags(rawValue: 1 << 11)
    /// Declared in a file that has statements at its top level: a variable of a script, not a global.
    package static let isScriptVariable = Flags(rawValue: 1 << 12)
    /// `// vtlint:value-future` stands before it.
    package static let isMarkedValueFuture = Flags(rawValue: 1 << 13)
    package static let isMarkedSinglePass = Flags(rawValue: 1 << 17)
    package static let isMarkedContinuation = Flags(rawValue: 1 << 18)
    package static let isLazy = Flags(rawValue: 1 << 14)
    /// `private` or `fileprivate`: no other file sees it.
    package static let isPrivate = Flags(rawValue: 1 << 15)
    /// A result builder takes the statements of its body.
    package static let isBuilder = Flags(rawValue: 1 << 16)
    /// `internal` or `package`: not public, whatever stands around it.
    package static let isInternal = Flags(rawValue: 1 << 19)
    package static let isBorrowing = Flags(rawValue: 1 << 20)
    /// A function whose name is an operator.
    package static let isOperator = Flags(rawValue: 1 << 21)
  }

  package var kind: Kind
  package var flags: Flags
  package var name: Name
  /// The declaration it stands in; -1 at the top level.
  package var parent: Int32
  /// A function's result, a property's type, an alias' target, an extension's extended type.
  package var type: TypeRowID
  /// Places in `FileDeclarations.parameters`.
  package var parameters: Range<UInt32>
  /// Places in `FileDeclarations.generics`.
  package var generics: Range<UInt32>
  /// Places in `FileDeclarations.inherited`.
  package var inherited: Range<UInt32>
  /// The row in the file's tree. Parsing is a function of the bytes, so the row is the same after parsing again.
  package var node: NodeID
  package var nameRange: ByteRange
}

/// A parameter of a function, initialiser, subscript or enum case.
package struct Parameter: Sendable {
  package var label: Name
  package var name: Name
  package var type: TypeRowID
  package var hasDefault: Bool
  package var isVariadic: Bool
  /// How the function's body runs this parameter, if it is a closure.
  package var runs: ClosureRuns
  /// Where the function hands the closure on to, if `runs` is `forwarded`.
  package var forward: ClosureForward?
  /// A result builder takes the statements of the closure.
  package var isBuilder: Bool
}

/// `other(body)`: the closure parameter of another function.
package struct ClosureForward: Sendable, Hashable {
  package var callee: Name
  package var label: Name
  /// Its place among the arguments.
  package var place: Int
}

/// `T: Store` of a generic parameter list.
package struct GenericParameter: Sendable {
  package var name: Name
  /// What it must conform to, or `.none`.
  package var constraint: TypeRowID
}

/// Who tells what a file declares; what stands first is trusted first.
package enum DeclarationSource: UInt8, Sendable {
  /// It is one of the linted files.
  case linted
  case dependency, interface, header
}

/// What one file declares, free of its tree: the first pass makes one per file, the index merges them.
package struct FileDeclarations: Sendable {
  package let file: FileID
  /// The driver sets it.
  package var source = DeclarationSource.linted
  /// The module it belongs to, as far as its path tells; `.none` where it does not. The driver sets it.
  package var module = Name.none
  package var declarations: [Declaration] = []
  package var parameters: [Parameter] = []
  package var generics: [GenericParameter] = []
  package var inherited: [TypeRowID] = []
  package var types = TypeTable()
  /// Modules (or their parts) that the file imports.
  package var imports: [Name] = []
  /// The types of properties without an annotation, as far as their initialisers tell without looking elsewhere.
  package var sketches: [Int32: InitializerSketch] = [:]
  /// What the compiler told about places in the file, in the order of the text.
  package var told: [ToldPlace] = []
  package var names: NameFilter
  /// Some statement stands at the top level.
  package var isScript = false
}

/// The shape of an initialiser such as `try Store(a: 1).cache.load(id)`, so that another file can ask for the type.
package struct InitializerSketch: Sendable {
  package enum Step: Sendable, Hashable {
    /// `.name`
    case member(Name)
    /// `(label:label:)` and how many unlabelled trailing closures follow
    case call(labels: [Name], trailing: Int)
    case optionalChain
    case force
  }
  package var base: Name
  package var genericArguments: [TypeRowID]
  package var steps: [Step]
  package var isOptionalTry: Bool
}
