import { z } from 'zod'
import type { Mask, Shown } from '../../../policy/people/masked.ts'

const text = z.string()

/**
 * A field of a reply that holds personal data. It takes nothing but what `shown` has made, so that none gets out as it is stored; the
 * OpenAPI document names its mask as `x-personal`.
 */
function personal(mask: Mask): z.ZodType<Shown, Shown> {
  return text.meta({ 'x-personal': mask }) as unknown as z.ZodType<Shown, Shown>
}

export const telephoneShape = personal('telephone')
/** The number that a slip is completed with: nothing of its end. */
export const contactPhoneShape = personal('no-end')
export const bankAccountShape = personal('bank-account')
export const addressShape = personal('address')
export const contactShape = personal('contact')
