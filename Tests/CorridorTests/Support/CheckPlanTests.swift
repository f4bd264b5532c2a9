import Bitext
import Testing

@testable import Corridor

@Suite struct CheckPlanTests {
  private func plan(_ ids: String...) -> CheckPlan { CheckPlan(CheckOptions(only: Set(ids)), style: nil) }

  @Test func everyPartOfAPairIsAskedForWhereAllChecksRun() {
    #expect(plan().parts(of: .source) == [.terms, .names, .quantities])
    #expect(plan().parts(of: .target) == [.terms, .concepts, .names, .quantities])
    #expect(plan().needsNames && plan().usesBeads && plan().comparesRun)
  }

  @Test func missingTermsAskForNoName() {
    #expect(plan("term-missing").parts(of: .source) == [.terms, .quantities])
    #expect(!plan("term-missing").needsNames && !plan("term-missing").comparesRun)
    // Of a text alone it asks for nothing.
    #expect(plan("term-missing").parts() == [])
  }

  @Test func forbiddenTermsNeedNoBeads() {
    #expect(plan("term-forbidden").parts(of: .target) == .terms)
    #expect(!plan("term-forbidden").usesBeads)
  }

  @Test func namesAloneAskForNoTermInATextByItself() {
    #expect(plan("name-variant").parts() == .names)
    #expect(plan("name-mismatch").needsNames && !plan("name-mismatch").comparesRun)
  }
}
