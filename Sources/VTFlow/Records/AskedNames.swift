import VTDiagnostics

extension SymbolIndex {
  /// All names that a file may be asked for on behalf of another one. While the answers stay the same, it is the same to
  /// others what else a file names.
  ///
  /// Who asks for more with `FileDeclarations.names` says so here: by name of interest (`InterestSpread`), by properties in which
  /// something waits (`ContinuationNames`, and what `clearingElsewhere` asks), by types (`isUsedElsewhere`).
  package var namesAskedOfFiles: [Name] {
    var asked = Set(interestingNames)
    asked.formUnion(knowledge.blockingNames)
    asked.formUnion(wordsOfContinuations())
    for state in continuationNames.states { asked.formUnion(state.cases) }
    for file in files {
      for declaration in file.declarations where declaration.parent >= 0 || declaration.kind.isNominal {
        let isKept = declaration.kind == .property && declaration.flags.contains(.isStored)
        if isKept || declaration.kind.isNominal || declaration.kind == .typeAlias { asked.insert(declaration.name) }
      }
    }
    return Array(asked)
  }

  /// The names of all that is declared: who has none of them has nothing to do with any other file.
  package var declaredNames: [Name] { files.flatMap { $0.declarations.map(\.name) } }
}
