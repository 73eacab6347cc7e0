import type { Text } from '../../../shared/words.ts'

export const liaisonRefusals = {
  'liaison.until-before-from': {
    zh: '第 {row} 行：止用日期 {until} 早于起用日期 {from}。',
    en: 'Row {row}: it ends on {until}, before it begins on {from}.',
  },
  'liaison.two-posts': {
    zh: '第 {first} 行与第 {second} 行是同一人（{name}），一人不能同时担任两个联络员。',
    en: 'Rows {first} and {second} are the same person ({name}); nobody holds two posts at a time.',
  },
} as const satisfies Record<string, Text>
