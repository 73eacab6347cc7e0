import { type Bureau, bureauNames } from '../../../policy/people/roles.ts'
import type { Day } from '../../../shared/dates.ts'
import { type Language, type Spoken, speak } from '../../../shared/words.ts'
import type { Unit } from '../units/public.ts'
import { words } from './words.ts'

export type PaperTexts = Spoken<typeof words> & { readonly language: Language }

/** What every official paper says, in one language. */
export function paperTexts(language: Language): PaperTexts {
  return { ...speak(words, language), language }
}

/** `2026年4月25日`; room for one by hand where there is none. */
export function dayText(day: Day | null, said: PaperTexts): string {
  if (day === null) return said.noDay
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return said.day(year, month, date)
}

/** `一`, `二`, … of a chapter, from 1. */
export function ordinal(no: number, said: PaperTexts): string {
  if (said.language === 'en') return String(no)
  const figures = said.numbers
  if (no <= 10) return figures.charAt(no - 1)
  return `十${no % 10 === 0 ? '' : figures.charAt((no % 10) - 1)}`
}

/** Who did something, or where it took two persons, who prepared and who signed it. */
export function handsOn(by: string, preparedBy: string | null, said: PaperTexts): string {
  return preparedBy === null ? said.handedIn(by) : said.preparedAndSigned(preparedBy, by)
}

export type BureauNames = Pick<Unit, 'name' | 'economyBureau' | 'financeBureau'>

/** A county's bureau by the name it bears; where none is known, by the county's. */
export function bureauName(county: BureauNames | null, bureau: Bureau, language: Language): string {
  const own = bureau === 'economy' ? county?.economyBureau : county?.financeBureau
  return own || `${county?.name ?? ''}${bureauNames[bureau][language]}`
}

/** The last line of the title, as the name of a file; what no file system takes is left out. */
export function fileNameOf({ title }: { readonly title: string }): string {
  return (title.split('\n').at(-1) ?? title).replace(/[\\/:*?"<>|]/g, ' ').trim()
}
