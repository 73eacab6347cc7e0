import type { Text } from '../../shared/words.ts'

/** The holidays of the State Council's yearly list, by the names it gives them. */
const holidays: Readonly<Record<string, string>> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  清明: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  端午: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  中秋: 'Mid-Autumn Festival',
  国庆节: 'National Day',
  国庆: 'National Day',
}

/** The name of a holiday in both languages, of two that fall together too; one that no list gives stays as it was written. */
export function holidayName(name: string): Text {
  const parts = name.split(/[、，,和及]/).map((part) => part.trim())
  const named = parts.map((part) => holidays[part])
  return { zh: name, en: named.every((one) => one !== undefined) ? named.join(' and ') : name }
}
