import type { Text } from '../../shared/words.ts'

export const serviceRefusals = {} as const satisfies Record<string, Text>
