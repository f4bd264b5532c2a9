import Testing

@testable import Names

@Suite struct ConsonantReadingTests {
  @Test(
    "one name",
    arguments: [
      ("محمد", "Mohammed"), ("محمد", "Muhammad"), ("بشار الأسد", "Bachar al-Assad"), ("بشار الأسد", "Bashar al-Assad"),
      ("حسن نصر الله", "Hassan Nasrallah"), ("محمدباقر قالیباف", "Mohammad Bagher Ghalibaf"), ("الموصل", "Mossoul"),
      ("مسعود پزشکیان", "Massoud Pezechkian"), ("عبد الفتاح السيسي", "Abdel Fattah al-Sisi"), ("رئیسی", "Raïssi"),
      ("نور الدين بدوي", "Noureddine Bedoui"), ("خامنه‌ای", "Khamenei"), ("السيسي", "Abdel Fattah al-Sissi"),
    ])
  func same(pair: (String, String)) throws {
    let match = NameMatcher(try ShippedModel.get()).match(pair.0, pair.1)
    #expect(match.verdict == .same, "\(pair) \(match)")
  }

  @Test(
    "other names",
    arguments: [
      ("محمد", "Mahmoud"), ("حسن", "Hussein"), ("بشار الأسد", "Maher al-Assad"), ("سعيد", "Samir"),
      ("قاسم سلیمانی", "Qassem Soleiman Zadeh"),
      ("علی لاریجانی", "Sadegh Larijani"), ("روحانی", "Rafsanjani"), ("الموصل", "Basra"),
    ])
  func different(pair: (String, String)) throws {
    let match = NameMatcher(try ShippedModel.get()).match(pair.0, pair.1)
    #expect(match.verdict == .different, "\(pair) \(match)")
  }
}
