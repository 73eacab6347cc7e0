/*
 * Hand-written instead of i18next: both languages stand in one typed object, so a missing sentence or a wrong argument fails to
 * compile (docs/decisions/0009).
 */

export type Language = 'zh' | 'en'

/** One sentence in both languages. */
export type Text = { readonly zh: string; readonly en: string }

/** One sentence in both languages that is built from values. */
export type Sentence = { readonly zh: (...args: never[]) => string; readonly en: (...args: never[]) => string }

export type Words = Readonly<Record<string, Text | Sentence>>

/** The words of one language: strings stay strings, sentences stay functions. */
export type Spoken<W extends Words> = {
  readonly [K in keyof W]: W[K]['zh'] extends string ? string : W[K]['zh']
}

export function speak<const W extends Words>(words: W, language: Language): Spoken<W> {
  const spoken: Record<string, unknown> = {}
  for (const [key, entry] of Object.entries(words)) spoken[key] = entry[language]
  return spoken as Spoken<W>
}

/** Fills `{name}` placeholders; a missing value stays visible, so that it is noticed. */
export function fill(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? String(facts[name]) : whole))
}

/** Names one after another, as each language lists them. */
export function listed(names: readonly Text[]): Text {
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
}
