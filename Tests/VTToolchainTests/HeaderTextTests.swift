// Headers as Swift text, by each libclang of this machine: all of them write the same.
import Foundation
import Testing
import VTPlatform

@testable import VTToolchain

private struct Reader: Sendable, CustomTestStringConvertible {
  var library: String
  var testDescription: String { library }

  static let all: [Reader] = {
    let environment: @Sendable (String) -> String? = { $0 == "VTLINT_LIBCLANG" ? nil : environmentValue($0) }
    let candidates = clangLibraries(toolchain: Toolchain.find(environment), environment: environment)
    return candidates.filter { $0.hasPrefix("/") && readHeaders(HeaderRequest(libraries: [$0], language: "c", [])).text != nil }
      .map { Reader(library: $0) }
  }()

  /// Reads a text as a header and gives its declarations, sorted.
  func lines(_ language: String, _ header: String, arguments: [String] = []) throws -> (lines: Set<String>, problems: [String]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vtlint-headers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.resolvingSymlinksInPath().appending(path: "a.h")
    try Data(header.utf8).write(to: file)
    let answer = readHeaders(HeaderRequest(libraries: [library], language: language, [file.path], arguments: arguments))
    return (Set(try #require(answer.text).split(separator: "\n").map(String.init)), answer.problems)
  }
}

extension HeaderRequest {
  fileprivate init(libraries: [String], language: String, _ headers: [String], arguments: [String] = []) {
    self.init()
    self.libraries = libraries
    self.headers = headers
    self.arguments = ["-x", language, "-fblocks"] + arguments
    imported = ["std::future": "std.future", "vt_pool": "vt_pool"]
  }
}

@Suite("Header text") struct HeaderTextTests {
  @Test func someLibraryIsThere() { #expect(!Reader.all.isEmpty) }

  @Test(arguments: Reader.all) private func writesC(_ reader: Reader) throws {
    let (lines, problems) = try reader.lines(
      "c",
      """
      #include <stddef.h>
      #define ONCE __attribute__((swift_attr("vtlint:value-future")))
      #define NAME(n) __attribute__((swift_name(#n)))
      struct ONCE op;
      typedef struct hidden *handle ONCE;
      struct vt_pool;
      struct pair { int left; unsigned char right NAME(Right); };
      struct op *start(size_t count, const char *name, void (*done)(void *, int), void *context);
      _Bool is_done(const struct op *op);
      handle _Nullable take(struct vt_pool *pool) ONCE;
      int wait_for(struct op *op, int seconds) NAME(op.wait(self:seconds:));
      void hide(int a) NAME(tooMany(a:b:));
      void block(void (^done)(int), void (^now)(void) __attribute__((noescape)));
      extern struct pair *_Nonnull default_pair;
      typedef struct ONCE { int id; } ticket;
      typedef enum { fast, slow } speed;
      ticket book(speed s);
      struct outer { struct { int inner; } part; };
      void repeat(void);
      static inline int inlined(void) { return 1; }
      """)
    #expect(problems == [])
    #expect(
      lines.isSuperset(of: [
        "public struct op {}", "public struct handle {}", "public struct pair {}", "public var left: Int32 { get }",
        "public var Right: UInt8 { get }",
        "public func start(_ p0: Int, _ p1: UnsafePointer<Int8>, "
          + "_ p2: (@convention(c) (UnsafeMutableRawPointer!, Int32) -> Void), _ p3: UnsafeMutableRawPointer) -> op!",
        "public func is_done(_ p0: borrowing op) -> Bool", "public func take(_ p0: vt_pool) -> vtlint_value_future_handle?",
        "public struct vtlint_value_future_handle: handle {}", "public func wait(seconds p0: Int32) -> Int32",
        "public func block(_ p0: @escaping ((Int32) -> Void), _ p1: (() -> Void))",
        "public var default_pair: UnsafeMutablePointer<pair> { get }", "public func `repeat`()",
        "public func inlined() -> Int32", "public struct ticket {}", "public struct speed {}", "public var part: Any { get }",
        "public func book(_ p0: speed) -> ticket", "extension op {", "/// vtlint:value-future", "public struct vt_pool {}",
      ]), "\(lines.sorted().joined(separator: "\n"))")
    // A name that does not fit is none, to the compiler too.
    #expect(lines.contains("public func hide(_ p0: Int32)"))
  }

  @Test(arguments: Reader.all) private func writesCxx(_ reader: Reader) throws {
    let (lines, problems) = try reader.lines(
      "c++",
      """
      #include <future>
      namespace net {
      inline namespace v2 {
      using Size = std::future<int>;
      class Client : public std::exception {
      public:
        Client(int id);
        Size load(const char *path) const;
        void take(std::future<int> &&size, const Client &other, Client &changed);
        static Client make();
        int operator()(int a);
        bool operator==(const Client &) const;
        template <typename T> T pick();
      private:
        int secret;
        void hidden();
      };
      }
      namespace inner { std::future<Client> nested(std::future<std::future<bool>> f); }
      struct [[clang::annotate("vtlint:continuation")]] Waiter { void resume(int value); };
      enum class Mode { fast };
      Mode mode(Mode m);
      }
      """, arguments: ["-std=c++17"])
    #expect(problems == [])
    #expect(
      lines.isSuperset(of: [
        "public enum net {}", "extension net {", "public typealias Size = std.future<Int32>", "extension net.Client {",
        "public init(_ p0: Int32)", "borrowing public func load(_ p0: UnsafePointer<Int8>) -> std.future<Int32>",
        "public func take(_ p0: consuming std.future<Int32>, _ p1: borrowing net.Client, _ p2: inout net.Client)",
        "public static func make() -> net.Client", "public func callAsFunction(_ p0: Int32) -> Int32", "extension net.inner {",
        "public static func nested(_ p0: std.future<std.future<Bool>>) -> std.future<net.Client>", "/// vtlint:continuation",
        "public struct Waiter {}", "public func resume(_ p0: Int32)", "public static func mode(_ p0: net.Mode) -> net.Mode",
        "public enum std { public struct future {} }",
      ]), "\(lines.sorted().joined(separator: "\n"))")
    #expect(!lines.contains { $0.contains("secret") || $0.contains("hidden") || $0.contains("==") || $0.contains("pick") })
    // Only what stands in the header itself, not the library it includes.
    #expect(lines.count < 40)
  }

  @Test(arguments: Reader.all) private func writesObjectiveC(_ reader: Reader) throws {
    let (lines, problems) = try reader.lines(
      "objective-c",
      """
      @interface NSObject @end
      @interface NSError : NSObject @end
      @interface NSString : NSObject @end
      __attribute__((annotate("vtlint:value-future"))) @interface Reply : NSObject
      @property (readonly) NSString *text;
      @end
      @protocol Listener - (void)heard:(Reply *)reply; @end
      @interface Client : NSObject <Listener>
      - (instancetype)initWithName:(NSString *)name;
      - (Reply *_Nonnull)askWithQuestion:(int)question;
      - (void)load:(int)id completion:(void (^)(NSString *_Nullable, NSError *_Nullable))completion;
      - (void)close:(void (^ __attribute__((called_once)))(int))done;
      + (Client *_Nonnull)shared __attribute__((swift_name("current()")));
      @end
      @interface Client (More)
      - (void)more;
      @end
      """)
    #expect(problems == [])
    #expect(
      lines.isSuperset(of: [
        "public class Reply: NSObject {}", "/// vtlint:value-future", "public var text: String! { get }",
        "public protocol Listener {}",
        "public func heard(_ p0: Reply)", "public class Client: NSObject, Listener {}", "public init(name p0: String)",
        "public func ask(withQuestion p0: Int32) -> Reply",
        "public func load(_ p0: Int32, completion p1: @escaping ((String?, Error?) -> Void))",
        "public func load(_ p0: Int32) async throws -> String?",
        "public func close(/* vtlint:called-once */ _ p0: @escaping ((Int32) -> Void))", "public static func current() -> Client",
        "public func more()",
      ]), "\(lines.sorted().joined(separator: "\n"))")
  }

  @Test(arguments: Reader.all) private func whatCannotBeParsedIsToldAndTheRestRead(_ reader: Reader) throws {
    let (lines, problems) = try reader.lines(
      "c", "int good(int a);\nint bad(nothing n);\n#include \"missing.h\"\nstruct { {\nint after(void);\n")
    #expect(lines.contains("public func good(_ p0: Int32) -> Int32"))
    #expect(problems.count > 1)
    #expect(problems[0].contains("a.h:2: "))
  }

  @Test(arguments: Reader.all, ["", "\0\0", "\u{FEFF}", "#error no", "}", "@", "#include __FILE__", "int a[-1];", "\"", "/*"])
  private func anyHeaderEnds(_ reader: Reader, _ header: String) throws {
    let (lines, _) = try reader.lines("c++", header)
    #expect(lines.isSubset(of: ["public var a: Any { get }"]))
  }
}
