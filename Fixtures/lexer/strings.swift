// Strings: plain, raw, over several lines, with interpolations in interpolations.
let empty = ""
let escapes = "tab \t quote \" backslash \\ scalar \u{1F600} apostrophe '"
let interpolated = "\(name) is \(age + 1) years \(unit(for: age, "\(locale)"))"
let nested = "a\("b\("c\("d")")")"
let closure = "\(items.map { "<\($0)>" }.joined(separator: ")"))"
let raw = #"no \n escape, no \(interpolation), one \#(here), a "quote""#
let deeper = ##"one "# stays, \#(this) too, \##(not this)"##
let quotes = #"""#
let lines = """
  first "line" with "" two quotes
  second \(value) \
  joined \("inner" + """
    inner line
    """)
  """
let rawLines = #"""
  no \(interpolation), one \#(here)
  """#
let unit = "µ → ∞ 👩‍👩‍👧"
