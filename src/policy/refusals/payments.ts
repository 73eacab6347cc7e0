import type { Text } from '../../shared/words.ts'

export const paymentRefusals = {} as const satisfies Record<string, Text>
