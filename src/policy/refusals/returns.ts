import type { Text } from '../../shared/words.ts'

export const returnRefusals = {} as const satisfies Record<string, Text>
