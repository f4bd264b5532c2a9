import Bitext
import Testing

@testable import Names

/// A hundred pairs of two people whose names differ by a woman's ending, by the first name or by an initial, French form
/// first. None may be taken for one name.
@Suite struct NameGatesTests {
  static let gender: [(String, String)] = [
    ("Ivanov", "Ivanova"), ("Petrova", "Petrov"), ("Sidorov", "Sidorova"), ("Kouznetsov", "Kuznetsova"),
    ("Sokolova", "Sokolov"), ("Morozov", "Morozova"), ("Fiodorova", "Fyodorov"), ("Belov", "Belova"),
    ("Gouliev", "Guliyeva"), ("Kerimova", "Karimov"), ("Rassoulov", "Rasulova"), ("Mirzoev", "Mirzoyeva"),
    ("Hadjieva", "Hajiyev"), ("Djafarov", "Jafarova"), ("Veliev", "Veliyeva"), ("Nabieva", "Nabiyev"),
    ("Lébédev", "Lebedeva"), ("Zaïtseva", "Zaytsev"), ("Grigoriev", "Grigoryeva"), ("Alexeïeva", "Alexeyev"),
    ("Pouchkine", "Pushkina"), ("Iline", "Ilyina"), ("Kalinine", "Kalinina"), ("Nikitina", "Nikitin"),
    ("Golitsyne", "Golitsyna"), ("Kovalevski", "Kovalevskaya"), ("Vychnevskaïa", "Vishnevsky"),
    ("Sadovski", "Sadovskaya"), ("Zelenskaïa", "Zelensky"), ("Tolstoï", "Tolstaya"), ("Tcherny", "Chernaya"),
    ("Bakiev", "Bakiyeva"), ("Otounbaïev", "Otunbayeva"), ("Tsvetaïeva", "Tsvetayev"),
  ]
  static let first: [(String, String)] = [
    ("Armen Grigorian", "Varduhi Grigoryan"), ("Karen Karapetian", "Samvel Karapetyan"),
    ("Ilham Aliev", "Heydar Aliyev"),
    ("Mehriban Alieva", "Leyla Aliyeva"), ("Serge Sarkissian", "Vazgen Sargsyan"),
    ("Armen Sarkissian", "Aram Sargsyan"),
    ("Vladimir Ivanov", "Viktor Ivanov"), ("Sergueï Ivanov", "Igor Ivanov"), ("Anna Petrova", "Inna Petrova"),
    ("Dmitri Kozlov", "Denis Kozlov"), ("Andreï Popov", "Anton Popov"),
    ("Guiorgui Kvirikachvili", "Irakli Kvirikashvili"),
    ("Nino Bourdjanadzé", "Nana Burjanadze"), ("Bachar el-Assad", "Maher al-Assad"), ("Saad Hariri", "Rafik Hariri"),
    ("Hassan Khomeiny", "Ahmad Khomeini"), ("Ali Larijani", "Sadegh Larijani"),
    ("Robert Kotcharian", "Levon Kocharyan"),
    ("Rouben Hakobian", "Hovik Hakobyan"), ("Tigran Avetissian", "Hayk Avetisyan"),
    ("Gagik Melkonian", "Karen Melkonyan"),
    ("Elmar Mammadov", "Anar Mammadov"), ("Rachad Husseïnov", "Rasul Huseynov"), ("Zakir Hassanov", "Tofig Hasanov"),
    ("Ramil Safarov", "Rahim Safarov"), ("Petro Bondarenko", "Pavlo Bondarenko"),
    ("Olena Chevtchenko", "Olha Shevchenko"),
    ("Ioulia Kovalenko", "Iryna Kovalenko"), ("Askar Akaïev", "Aidar Akayev"), ("Rouslan Baïramov", "Ramiz Bayramov"),
    ("Lilit Makounts", "Lusine Makunts"), ("Arman Tatoïan", "Armen Tatoyan"), ("Mikhaïl Orlov", "Maxim Orlov"),
  ]
  static let initials: [(String, String)] = [
    ("I. Aliev", "H. Aliyev"), ("I. Aliev", "Heydar Aliyev"), ("S. Sarkissian", "A. Sargsyan"),
    ("Serge Sarkissian", "V. Sargsyan"), ("N. Pachinian", "A. Pashinyan"), ("V. Poutine", "I. Putin"),
    ("R. Kotcharian", "L. Kocharyan"), ("S. Lavrov", "Kirill Lavrov"), ("A. Grigorian", "V. Grigoryan"),
    ("D. Medvedev", "R. Medvedev"), ("M. Saakachvili", "G. Saakashvili"), ("K. Karapetian", "S. Karapetyan"),
    ("A. Mirzoïan", "H. Mirzoyan"), ("L. Ter-Petrossian", "T. Ter-Petrosyan"), ("O. Ivanova", "Maria Ivanova"),
    ("P. Porochenko", "M. Poroshenko"), ("B. Assad", "M. Assad"), ("G. Abachidzé", "I. Abashidze"),
    ("A. Vardanian", "R. Vardanyan"), ("T. Mammadov", "Elnur Mammadov"), ("F. Khodjaïev", "A. Khojayev"),
    ("Z. Hassanov", "A. Hasanov"), ("N. Mirzoev", "T. Mirzoyev"), ("L. Baghdassarian", "A. Baghdasaryan"),
    ("D. Tonoïan", "G. Tonoyan"), ("Samvel Babaïan", "A. Babayan"), ("V. Zelensky", "O. Zelensky"),
    ("I. Kobakhidzé", "M. Kobakhidze"), ("R. Kadyrov", "A. Kadyrov"), ("E. Chevardnadzé", "N. Shevardnadze"),
    ("H. Hadjiev", "A. Hajiyev"), ("M. Sahakian", "B. Sahakyan"), ("G. Haroutiounian", "A. Harutyunyan"),
  ]

  @Test func thereAreAHundred() { #expect(Self.gender.count + Self.first.count + Self.initials.count == 100) }

  @Test(arguments: [gender, first, initials])
  func twoPeopleAreNeverOne(pairs: [(String, String)]) throws {
    let matcher = NameMatcher(try ShippedModel.get())
    for (a, b) in pairs {
      #expect(matcher.match(a, b).verdict == .different, "\(a), \(b): \(matcher.match(a, b))")
      #expect(matcher.match(b, a).verdict == .different, "\(b), \(a): \(matcher.match(b, a))")
    }
  }

  @Test func theSameEndingOpensTheGate() throws {
    let matcher = NameMatcher(try ShippedModel.get())
    for (a, b) in [("Ivanova", "Ivanova"), ("Politkovskaïa", "Politkovskaya"), ("Golitsyne", "Golitsyn")] {
      #expect(matcher.match(a, b).verdict == .same)
    }
  }
}
