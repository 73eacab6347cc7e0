import type { Text } from '../../../shared/words.ts'

export const personalRefusals = {
  'personal.not-yours': {
    zh: '{ofZh}仅{whoZh}因工作需要可以查看。',
    en: 'The {ofEn} is shown whole to: {whoEn}, where work needs it.',
  },
} as const satisfies Record<string, Text>
