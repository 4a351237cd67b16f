let a = 1, (b, c): (Int, Int) = f(), _ = 3
var stored: Int = 1 { didSet { print(oldValue) } willSet(next) {} }
var computed: Int { 1 + 2 }
lazy var made = { 1 }()
static var all: [Int] { get async throws { [] } nonmutating set(x) { y = x } }
var coroutine: Int { _read { yield 1 } _modify { yield &x } }
var initialised: Int { @storageRestrictions(initializes: x) init(v) { x = v } get { 1 } }
weak var delegate: Delegate?
nonisolated(unsafe) private(set) var shared: Int! = nil
subscript<T>(_ i: T, default d: @autoclosure () -> Int) -> Int { get { 1 } set { } }
subscript(i: Int) -> Int { i }
func f() async { async let x = g(), y = h() }
