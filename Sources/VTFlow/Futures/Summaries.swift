import VTDiagnostics
import VTSyntax

/// What a function does with one of its parameters, or with its receiver.
package enum ParameterEffect: UInt8, Sendable {
  /// Looks at it on every path.
  case borrows
  /// Uses it up on every path.
  case consumes
  /// Uses it up on some paths.
  case mayConsume
  /// Keeps it in a property or collection.
  case stores
  /// Gives it back as its result.
  case returns
  /// Does something that nobody can follow.
  case escapes
}

/// The effects of the analysed functions on the value futures they are given.
package struct Summaries: Sendable {
  package struct Key: Hashable, Sendable {
    package var function: DeclarationID
    /// The parameter's place; -1 is the receiver.
    package var place: Int

    package init(function: DeclarationID, place: Int) {
      self.function = function
      self.place = place
    }
  }

  package var effects: [Key: ParameterEffect] = [:]

  package init() {}

  /// A parameter that no summary speaks of: its function is outside of the analysed sources, or has no body, and takes
  /// the value over, as CA2012 has it.
  func effect(of function: DeclarationID, parameter place: Int) -> ParameterEffect {
    effects[Key(function: function, place: place)] ?? .consumes
  }

  /// A method of a value future in an extension; without a body nothing is claimed.
  func receiver(of function: DeclarationID) -> ParameterEffect {
    effects[Key(function: function, place: -1)] ?? .escapes
  }
}
