import VTDiagnostics
import VTSyntax

/// The place of a file in the run's sorted list of files.
package struct FileID: OneWordKey, Sendable, Comparable {
  package let index: UInt32
  package var word: UInt64 { UInt64(index) }
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
    /// `// vtlint:shared`, `// vtlint:ignore`: whatever its name says, it may be used more than once.
    package static let isMarkedShared = Flags(rawValue: 1 << 24)
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
    /// It throws what its closures throw, and nothing else.
    package static let onlyRethrows = Flags(rawValue: 1 << 23)
    /// It is declared to throw, and its body has nothing that does.
    package static let throwsInNameOnly = Flags(rawValue: 1 << 25)
    /// A constant, or made where it is first asked for, that is a list with something in it: `let all = [first, second]`.
    package static let hasElements = Flags(rawValue: 1 << 26)
    /// A `Bool` function that answers who comes first: what it asks for it changes.
    package static let tellsFirstComers = Flags(rawValue: 1 << 22)
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

  /// Whether it has a body whose closure parameters may be duties.
  var takesDuties: Bool { (kind == .function || kind == .initializer) && !flags.contains(.isRequirement) }
}

/// `T: Store` of a generic parameter list; `P.Output == User` of a `where` clause, by the path that it writes.
package struct GenericParameter: Sendable {
  package var name: Name
  /// What it must conform to, or `.none`.
  package var constraint: TypeRowID
  /// What it is, or `.none`.
  package var same = TypeRowID.none
}

/// Who tells what a file declares; what stands first is trusted first.
package enum DeclarationSource: UInt8, Sendable {
  /// It is one of the linted files.
  case linted
  case dependency, interface, header
}

/// What one file declares, free of its tree: the first pass makes one per file, the index merges them. A class, because
/// it is passed around with each question about a type, and has ten arrays to count references of.
package final class FileDeclarations: Sendable {
  package let file: FileID
  /// False: only its words are known. Nobody asks what it declares, or nobody has asked yet.
  package let isRead: Bool
  package let source: DeclarationSource
  /// The module it belongs to, as far as its path tells.
  package let module: ModuleName
  package let declarations: [Declaration]
  package let parameters: [Parameter]
  package let generics: [GenericParameter]
  package let inherited: [TypeRowID]
  package let types: TypeTable
  /// Modules (or their parts) that the file imports.
  package let imports: [Name]
  /// The types of properties without an annotation, as far as their initialisers tell without looking elsewhere.
  package let sketches: [Int32: InitializerSketch]
  /// What the compiler told about places in the file, in the order of the text.
  package let told: [ToldPlace]
  package let names: NameFilter
  /// The names of functions that have an `@autoclosure` parameter; of an initialiser the name of its type.
  let autoclosureTakers: Set<Name>
  /// Some statement stands at the top level.
  package let isScript: Bool

  init(_ draft: DeclarationDraft, source: DeclarationSource, module: ModuleName, told: [ToldPlace] = []) {
    file = draft.file
    isRead = true
    self.source = source
    self.module = module
    declarations = draft.declarations.fitted
    parameters = draft.parameters.fitted
    generics = draft.generics.fitted
    inherited = draft.inherited.fitted
    types = draft.types.fitted
    imports = draft.imports
    sketches = draft.sketches
    self.told = told
    names = draft.names
    autoclosureTakers = draft.autoclosureTakers
    isScript = draft.isScript
  }

  /// A file of which only the words are known.
  package init(unread words: FileWords, file: FileID, module: ModuleName) {
    self.file = file
    isRead = false
    source = .linted
    self.module = module
    declarations = []
    parameters = []
    generics = []
    inherited = []
    types = TypeTable()
    imports = words.imports
    sketches = [:]
    told = []
    names = words.names
    autoclosureTakers = []
    isScript = false
  }

  func parameters(of declaration: Declaration) -> ArraySlice<Parameter> {
    parameters[Int(declaration.parameters.lowerBound)..<Int(declaration.parameters.upperBound)]
  }
}

/// The declarations of a file while they are being collected; see `FileDeclarations`.
struct DeclarationDraft {
  let file: FileID
  var declarations: [Declaration] = []
  var parameters: [Parameter] = []
  var generics: [GenericParameter] = []
  var inherited: [TypeRowID] = []
  var types = TypeTable()
  var imports: [Name] = []
  var sketches: [Int32: InitializerSketch] = [:]
  let names: NameFilter
  var autoclosureTakers: Set<Name> = []
  var isScript = false

  init(file: FileID, names: NameFilter) {
    self.file = file
    self.names = names
  }

  init(_ finished: FileDeclarations) {
    file = finished.file
    declarations = finished.declarations
    parameters = finished.parameters
    generics = finished.generics
    inherited = finished.inherited
    types = finished.types
    imports = finished.imports
    sketches = finished.sketches
    names = finished.names
    autoclosureTakers = finished.autoclosureTakers
    isScript = finished.isScript
  }
}

/// The shape of an initialiser such as `try Store(a: 1).cache.load(id)`, so that another file can ask for the type.
package struct InitializerSketch: Sendable {
  package enum Step: Sendable, Hashable {
    /// `.name`
    case member(Name)
    /// `(label:label:)` and how many unlabelled trailing closures follow
    case call(labels: [Name], trailing: Int)
    /// `[label: …]`
    case element(labels: [Name])
    case optionalChain
    case force
  }
  package var base: Name
  package var genericArguments: [TypeRowID]
  package var steps: [Step]
  package var isOptionalTry: Bool
  /// `State` of `Lock(State())`: what the only argument makes.
  var content = Name.none
}
