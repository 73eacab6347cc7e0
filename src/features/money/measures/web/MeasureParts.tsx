import { type MeasureState, measureStates } from '../../../../policy/money/measures.ts'
import { type ClaimState, claimStates } from '../../../../policy/money/measures-claims.ts'
import type { Reply } from '../../../../ui/api.ts'
import { useText } from '../../../../ui/language.tsx'
import { InstantText, StatusTag, type Tone } from '../../../../ui/Values.tsx'
import { useHands } from '../../../programme/signing/web/public.ts'
import type * as contract from '../contract.ts'

/** The measures of a pilot as its page shows them. */
export type Measures = Reply<typeof contract.listMeasures>

const tones: Readonly<Record<MeasureState, Tone>> = {
  decided: 'warning',
  confirmed: 'active',
  withdrawn: 'neutral',
  reversed: 'neutral',
}
const claimTones: Readonly<Record<ClaimState, Tone>> = {
  open: 'warning',
  'part-paid': 'warning',
  paid: 'good',
  overdue: 'bad',
}

/** Where a measure stands, and where its claim does. */
export function MeasureTags({ state, claim }: { state: MeasureState; claim: { state: ClaimState } | null }) {
  const say = useText()
  return (
    <>
      <StatusTag tone={tones[state]}>{say(measureStates[state])}</StatusTag>{' '}
      {claim ? <StatusTag tone={claimTones[claim.state]}>{say(claimStates[claim.state])}</StatusTag> : null}
    </>
  )
}

export type OnAct = (act: string, row?: string) => void
/** Who did it, or the two persons that it took. */
export function Hand({
  who: { name, at, preparedBy = null },
}: {
  who: { name: string; at: string; preparedBy?: string | null }
}) {
  const hands = useHands()
  return (
    <>
      {hands(name, preparedBy)} <InstantText at={at} />
    </>
  )
}
