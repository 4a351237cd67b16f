#if canImport(Foundation) && !os(Windows)
import Foundation
#elseif swift(>=5.9) || compiler(<6)
import Other
#else
#error("none")
#endif
struct S {
  #if A
  var x = 1
  #endif
  func f() -> some View {
    text
      #if os(iOS)
      .font(.body)
      #if DEBUG
      .border()
      #endif
      #else
      .bold()
      #endif
      .padding()
    #if B
    return 1
    #else
    return 2
    #endif
  }
}
#if A
#endif
