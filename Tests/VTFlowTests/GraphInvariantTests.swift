// A graph that does not hold together is told from one that does, whatever is wrong with it.
import Testing
import VTDiagnostics
@testable import VTFlow

@Suite struct GraphInvariantTests {
  private static let text = """
    func g(_ flag: Bool) async throws {
      let f = store.load(1)
      let task = Task { if flag { _ = try await f.value } }
      async let x = store.load(2).value
      _ = (try await task.value, try await x)
    }
    """

  @Test func whatIsWrittenHolds() throws {
    let graphs = graphs(of: Self.text)
    #expect(graphs.count >= 1 && graphs.allSatisfy { $0.defect == nil })
    #expect(graphs.contains { !$0.regions.isEmpty && !$0.uses.isEmpty && $0.blocks.count > 3 })
  }

  @Test(arguments: [
    .create(SlotID(9999), OriginID(0)), .create(SlotID(0), OriginID(-1)), .createIfUnknown(SlotID(0), OriginID(9999)),
    .copy(SlotID(0), SlotID(-1)), .set(SlotID(9999), .true), .handle(SlotID(0), RegionID(9999)),
    .use(SlotID(0), UseID(9999)), .enter(RegionID(-1)), .leave(RegionID(9999)), .join(SlotID(9999)), .take(SlotID(-1)),
    .advance(SlotID(9999)), .end(OriginID(9999)),
  ] as [Instruction])
  func anInstructionThatNamesNothing(_ instruction: Instruction) throws {
    var graph = try #require(graphs(of: Self.text).first)
    graph.blocks[graph.blocks.count - 1].instructions.append(instruction)
    #expect(graph.defect != nil)
  }

  @Test(arguments: [
    .jump(Edge(target: BlockID(9999), step: nil)), .fork([Edge(target: BlockID(-1), step: nil)]),
    .jump(Edge(target: BlockID(0), step: StepID(index: 9999))),
    .branch(.isNil(SlotID(9999)), whenTrue: Edge(target: BlockID(0), step: nil), whenFalse: Edge(target: BlockID(0), step: nil)),
  ] as [Terminator])
  func aWayThatLeadsNowhere(_ terminator: Terminator) throws {
    var graph = try #require(graphs(of: Self.text).first)
    graph.blocks[0].terminator = terminator
    #expect(graph.defect != nil)
  }

  @Test func regionsThatStandInThemselves() throws {
    var graph = try #require(graphs(of: Self.text).first { !$0.regions.isEmpty })
    graph.regions[0].parent = RegionID(0)
    #expect(graph.defect == "region 0 is not inside its parent")
    graph.blocks = []
    #expect(graph.defect != nil)
  }
}
