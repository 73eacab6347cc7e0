import type { Text } from '../../shared/words.ts'

export const planRefusals = {} as const satisfies Record<string, Text>
