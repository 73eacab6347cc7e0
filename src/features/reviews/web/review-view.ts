import type { Reply } from '../../../ui/api.ts'
import type { showReview } from '../contract.ts'

export type ReviewView = Reply<typeof showReview>
/** The version on the screen. */
export type ShownVersion = NonNullable<ReviewView['shown']>
